import type { Option } from '../core/launch.ts';
import type { Word } from '../core/model.ts';
import { programName } from '../slots/program.ts';
import { assignmentsOf } from './assignment.ts';
import { isBridge } from './bridges.ts';
import { CONTAINER_VALUED } from './container-options.ts';
import { readCall } from './options.ts';
import { readImage } from './package-spec.ts';
import type { Unwrapped } from './unwrapped.ts';

const PROGRAMS = ['docker', 'podman', 'nerdctl', 'finch', 'container'];
/** Images that hold an interpreter and no server: the words behind them start one. */
const BASE_IMAGES = [
  'node',
  'python',
  'alpine',
  'ubuntu',
  'debian',
  'busybox',
  'bun',
  'deno',
  'uv',
  'bash',
  'golang',
  'ruby',
  'java',
  'dotnet',
  'fedora',
  'rust',
];
/** Programs that stand behind the name of an image when its own entry point is not wanted. */
const STARTERS = [
  'npx',
  'uvx',
  'node',
  'python',
  'python3',
  'sh',
  'bash',
  'bunx',
  'bun',
  'deno',
  'uv',
  'npm',
  'pnpm',
  'pipx',
];

/** Longer than any name of an image. */
const LONGEST = 512;

/** `docker run [options] image arguments`; the words left start with the image. */
export function unwrapContainer(name: string, words: readonly Word[]): Unwrapped | undefined {
  if (!PROGRAMS.includes(name)) return undefined;
  if (readCall(words, { subcommands: [['mcp'], ['gateway']] }))
    return { wrapper: { kind: 'container', name: `${name} mcp gateway` }, words, innermost: true };
  const call =
    readCall(words, { subcommands: [['run']], valued: CONTAINER_VALUED }) ??
    readCall(words, { subcommands: [['container'], ['run']], valued: CONTAINER_VALUED });
  const image = call && words[call.next];
  if (!image) return undefined;
  const { options } = call;
  const found = readImage(image);
  const rest = words.slice(call.next + 1);
  const entrypoint = options.findLast((option: Option) => option.name === '--entrypoint')?.value;
  const base = (found?.name ?? image.text.reveal().slice(0, LONGEST)).split('/').at(-1)!.split(/[:@<]/)[0];
  const first = rest[0] && programName(rest[0].text);
  const started =
    entrypoint && entrypoint.length > 0
      ? [{ text: entrypoint, path: image.path }, ...rest]
      : first !== undefined && (STARTERS.includes(first) || BASE_IMAGES.includes(base ?? ''))
        ? rest
        : undefined;
  return {
    wrapper: { kind: 'container', name },
    words: started ?? [image, ...rest],
    ...(!started && base && { program: base }),
    // `mcp/time` is no `time`.
    ...(!started && !isBridge(base ?? '') && { innermost: true }),
    ...(found && { package: found }),
    assignments: assignmentsOf(options),
    container: options,
  };
}
