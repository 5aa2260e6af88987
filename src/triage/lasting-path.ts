import type { Label } from '../core/label.ts';
import type { Path, Server } from '../core/model.ts';
import { labelOfPath } from '../credentials/slot-label.ts';

/** Ends of the names that parsers give to commands, blocks and calls: "block 2". */
const NUMBER = / \d+$/;
const PLACE_IN_VALUE = /^#\d+$/;

/**
 * Texts for structural paths that stay the same when servers, blocks or arguments are added before them: positions and numbers
 * are left out, and a server in a list goes by its name. Two places may have the same text.
 */
export function lastingPaths(servers: readonly Pick<Server, 'name' | 'path'>[]): (path: Path) => Label {
  const names = new Map(servers.map(({ name, path }) => [keyOf(path), name]));
  const lasting = (path: Path, index: number): Path => {
    const step = path[index]!;
    if (typeof step === 'string' && !NUMBER.test(step)) return PLACE_IN_VALUE.test(step) ? [] : [step];
    const name = names.get(keyOf(path.slice(0, index + 1)));
    if (name !== undefined) return [name];
    return typeof step === 'string' ? [step.replace(NUMBER, '')] : [];
  };
  return (path) => labelOfPath(path.flatMap((_, index) => lasting(path, index)));
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
