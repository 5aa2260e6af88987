import type { Launch } from '../core/launch.ts';

const PROGRAMS = ['node', 'nodejs', 'tsx', 'ts-node'];
/** Programs of packages are scripts for Node.js; `bunx` runs them on it as well, unless told otherwise. */
const RUNNERS = ['npx', 'npm', 'pnpx', 'pnpm', 'yarn', 'bunx', 'node', 'tsx'];

/** Whether a server runs on Node.js of this machine, as far as its command line shows. */
export function runsOnNode({ package: pack, program = '', wrappers }: Launch): boolean {
  const isElsewhere = wrappers.some(
    ({ kind, name }) => kind === 'container' || kind === 'remote-shell' || name === 'deno' || name === 'bun',
  );
  if (isElsewhere) return false;
  return (
    pack?.registry === 'npm' ||
    PROGRAMS.includes(program) ||
    wrappers.some(({ kind, name }) => kind === 'runner' && RUNNERS.includes(name))
  );
}
