import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { FileResult } from '../report.ts';

/** Where the files of a run lie as seen from a folder. Both are looked at without links on the way: they may be named in two ways. */
export class FilePlaces {
  readonly #base: string;
  readonly #cwd: string;
  readonly #folders = new Map<string, string>();

  constructor(base: string, cwd: string) {
    this.#cwd = cwd;
    this.#base = this.#real(resolve(cwd, base));
  }

  /** The path from the folder, with `/`. */
  of({ path, linted }: FileResult): string {
    const file = resolve(this.#cwd, linted?.absolute ?? path);
    return relative(this.#base, join(this.#real(dirname(file)), basename(file)))
      .split(sep)
      .join('/');
  }

  /** Whether there is something at a path from the folder. */
  has(path: string): boolean {
    return lstatSync(join(this.#base, path), { throwIfNoEntry: false }) !== undefined;
  }

  /** As it is when it is not there: text from standard input or from the index of git. */
  #real(folder: string): string {
    let real = this.#folders.get(folder);
    if (real === undefined) {
      try {
        real = realpathSync.native(folder);
      } catch {
        real = folder;
      }
      this.#folders.set(folder, real);
    }
    return real;
  }
}
