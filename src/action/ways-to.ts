import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** No path has more of them: systems give up before. */
const MOST_LINKS = 40;

/**
 * The paths that a path in a folder stands for, one behind the other, when the links on its way are followed: a change of any of
 * them is one of the file. Both are absolute, the folder without links. The way ends where it leaves the folder.
 */
export function waysTo(path: string, folder: string): string[] {
  const ways = [path];
  for (let at = nextOf(path, folder); at !== undefined && ways.length <= MOST_LINKS; at = nextOf(at, folder))
    ways.push(at);
  return ways;
}

/** The same path with its first link replaced by what that names; nothing without a link. */
function nextOf(path: string, folder: string): string | undefined {
  const way = relative(folder, path).split(sep);
  if (way[0] === '..') return undefined;
  let at = folder;
  for (const [index, name] of way.entries()) {
    at = join(at, name);
    const target = targetOf(at);
    if (target !== undefined) return resolve(dirname(at), target, ...way.slice(index + 1));
  }
  return undefined;
}

function targetOf(path: string): string | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}
