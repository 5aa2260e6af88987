import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { mayHoldWellKnown } from '../core/oauth-path.ts';
import { originByName, SKIPPED } from './by-name.ts';

export interface Walk {
  /** Absolute paths of the files whose names look like configs, sorted. */
  readonly files: readonly string[];
  /** Absolute paths of other files that are JSON by their name or place, sorted: only their content can tell. */
  readonly others: readonly string[];
  /** Absolute paths of the folders that could not be listed, sorted. */
  readonly unreadable: readonly string[];
  /** Number of folders that were searched. */
  readonly folders: number;
}

const PROGRESS_STEP = 256;

/**
 * Searches a folder and all below it, hidden ones included, for files that are named like configs. Symbolic links to
 * folders are not followed, links to files are. `onProgress` hears now and then how many folders were searched; what is
 * `excluded` is passed over.
 *
 * One call per folder and none per file. In a new process on 100,000 files in 5,500 folders this took less time than
 * the callback form of readdir (two busy cores: 290 ms against 425 ms) and half that of opendirSync.
 */
export function walk(
  root: string,
  onProgress?: (folders: number) => void,
  excluded?: (path: string) => boolean,
): Walk {
  const files: string[] = [];
  const others: string[] = [];
  const unreadable: string[] = [];
  const left = [join(root)];
  let folders = 0;
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    const entries = list(folder);
    if (entries) take(folder, entries);
    else unreadable.push(folder);
    folders++;
    if (folders % PROGRESS_STEP === 0) onProgress?.(folders);
  }
  return { files: files.sort(), others: others.sort(), unreadable: unreadable.sort(), folders };

  function take(folder: string, entries: readonly Dirent[]): void {
    const name = basename(folder);
    const prefix = folder.endsWith(sep) ? folder : folder + sep;
    const wellKnown = mayHoldWellKnown(folder) ? prefix : undefined;
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !excluded?.(prefix + entry.name)) left.push(prefix + entry.name);
      } else {
        const origin = originByName(entry.name, name, wellKnown);
        if (origin && isRegular(entry, prefix) && !excluded?.(prefix + entry.name))
          (origin === 'known' ? files : others).push(prefix + entry.name);
      }
    }
  }
}

/** Nothing when the folder cannot be listed. */
function list(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Folders come and go while builds run; one whose name is not UTF-8 cannot be asked for, and has to be told.
    const vanished = (error as NodeJS.ErrnoException).code === 'ENOENT' && !folder.includes('\ufffd');
    return vanished ? [] : undefined;
  }
}

/** Pipes, sockets and devices are no configs; a link counts as what it leads to. */
function isRegular(entry: Dirent, prefix: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(prefix + entry.name, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    // A link into a folder that is closed to us is told when it is read; a loop leads nowhere.
    return (error as NodeJS.ErrnoException).code !== 'ELOOP';
  }
}
