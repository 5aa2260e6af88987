import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** What is said of a file that a link leads to from inside of the folder that may be read. */
export const LEADS_OUT = 'a symbolic link that leads out of the repository';

/** Whether a path lies in a folder, or is it. Both are absolute; links are not followed. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether links lead from a path to somewhere outside of a folder. Both are absolute, the folder without links. */
export function leadsOut(path: string, folder: string): boolean {
  try {
    return !isBelow(folder, realpathSync.native(path));
  } catch {
    // What is not there, or cannot be asked for, is told when it is read.
    return false;
  }
}
