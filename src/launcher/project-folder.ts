import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A call of a program, wherever in a command line: the rest of the words belongs to it. */
export interface Call {
  readonly name: string;
  readonly words: readonly string[];
}

/** A folder and those above it, up to the user's home, where nobody else puts files. */
export function foldersAbove(folder: string, home: string | undefined): readonly string[] {
  const homes = home === undefined ? [] : [home, realFolder(home)];
  const folders: string[] = [];
  for (let current = folder; !homes.includes(current); current = dirname(current)) {
    folders.push(current);
    if (dirname(current) === current) break;
  }
  return folders;
}

/** The folder behind links; itself when it is not there. */
export function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** Names of what is in a folder; none when it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Of a file; empty when it is none or cannot be read. */
export function textOf(file: string): string {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
