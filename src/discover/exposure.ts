import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Exposure } from '../core/report.ts';
import type { GitIndex } from './git-index.ts';

/** A file as it was opened. */
export interface OpenedFile {
  readonly absolute: string;
  /** Permission bits; nothing where the system has none, or for standard input. */
  readonly mode?: number;
}

/** Who else can read a file. Costs file access. */
export function exposureOf({ absolute, mode }: OpenedFile, git: GitIndex): Exposure {
  return {
    tracked: git.isTracked(absolute) === true,
    readableByOthers: mode !== undefined && isReadableByOthers(absolute, mode),
  };
}

const READ = 0o4;
const SEARCH = 0o1;

/** Others need to read the file and to pass through every folder above it; the group's bits are the group's alone. */
function isReadableByOthers(absolute: string, mode: number): boolean {
  const classes = [0, 3].filter((shift) => ((mode >> shift) & READ) !== 0);
  return classes.some((shift) => {
    for (let folder = dirname(absolute); ; folder = dirname(folder)) {
      const stats = statSync(folder, { throwIfNoEntry: false });
      // The group of a folder may be another one: what everybody may do, the group may as well.
      const open = stats && (((stats.mode >> shift) & SEARCH) !== 0 || (stats.mode & SEARCH) !== 0);
      if (!open) return false;
      if (dirname(folder) === folder) return true;
    }
  });
}
