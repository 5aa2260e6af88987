import { type Dirent, readdir, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { isCandidateName } from '../hosts/recognise.ts';

export interface Walk {
  /** Absolute paths of the files whose names look like configs, sorted. */
  readonly files: readonly string[];
  /** Absolute paths of the folders that could not be listed, sorted. */
  readonly unreadable: readonly string[];
  /** Number of folders that were searched. */
  readonly folders: number;
}

/** Histories and installed packages: large, and not written by the people who run the linter. */
const SKIPPED = new Set(['.git', 'node_modules']);
const PROGRESS_STEP = 256;

/**
 * Searches a folder and all below it, hidden ones included, for files that are named like configs. Symbolic links to
 * folders are not followed, links to files are. `onProgress` hears now and then how many folders were searched.
 *
 * One call per folder and none per file: on 100,000 files in 5,500 folders it takes 60 ms this way, 90 to 105 ms with
 * readdirSync, 140 ms with opendirSync and 500 ms with the recursive readdirSync (Node 20, two cores).
 */
export function walk(root: string, onProgress?: (folders: number) => void): Promise<Walk> {
  const files: string[] = [];
  const unreadable: string[] = [];
  let folders = 0;
  let pending = 0;
  return new Promise((resolve, reject) => {
    const search = (folder: string): void => {
      pending++;
      readdir(folder, { withFileTypes: true }, (error, entries) => {
        try {
          if (!error) take(folder, entries);
          else if (!vanished(error, folder)) unreadable.push(folder);
          folders++;
          if (folders % PROGRESS_STEP === 0) onProgress?.(folders);
          if (--pending === 0) resolve({ files: files.sort(), unreadable: unreadable.sort(), folders });
        } catch (thrown) {
          reject(thrown);
        }
      });
    };
    const take = (folder: string, entries: readonly Dirent[]): void => {
      const name = basename(folder);
      const prefix = folder.endsWith(sep) ? folder : folder + sep;
      for (const entry of entries) {
        if (entry.isDirectory()) {
          if (!SKIPPED.has(entry.name)) search(prefix + entry.name);
        } else if (isCandidateName(entry.name, name) && isRegular(entry, prefix)) {
          files.push(prefix + entry.name);
        }
      }
    };
    search(join(root));
  });
}

/** Folders come and go while builds run; a name that is not UTF-8 cannot be asked for, and has to be told. */
function vanished(error: NodeJS.ErrnoException, folder: string): boolean {
  return error.code === 'ENOENT' && !folder.includes('\ufffd');
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
