import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Surroundings } from '../core/surroundings.ts';
import { findBackups } from './backups.ts';
import { GitHistory } from './git-history.ts';
import type { GitIndex } from './git-index.ts';
import { findRepository, type GitRepository } from './git-repository.ts';
import { isIgnored } from './ignored.ts';
import { configurationFolder } from './stranger-git.ts';
import { syncServiceOf } from './synced-folders.ts';

/** A file with a credential in it. */
export interface FileInQuestion {
  /** As users see it. */
  readonly path: string;
  readonly absolute: string;
  /** Whether other bytes, read as this file is, hold a credential too. */
  holdsCredential(bytes: Buffer): boolean;
}

/** Looks around files. What costs time is kept for the run, above all how long git was waited for. */
export class Lookout {
  readonly #index: GitIndex;
  readonly #home: string | undefined;
  readonly #history = new GitHistory();
  #files: readonly string[] = [];

  constructor(index: GitIndex, home: string | undefined) {
    this.#index = index;
    this.#home = home;
  }

  /** Absolute paths of the files of the run, about which git can be asked together. */
  expect(files: readonly string[]): void {
    this.#files = files;
  }

  /** What is around a file. Costs file access, and of a file that git does not track a question to git. Never throws. */
  surroundingsOf(file: FileInQuestion): Surroundings {
    const real = realPath(file.absolute);
    if (real === undefined) return { repository: false, backups: [] };
    const syncedBy = syncServiceOf(real, this.#home && (realPath(this.#home) ?? this.#home));
    return {
      ...this.#inRepository(real, file),
      ...(syncedBy !== undefined && { syncedBy }),
      backups: findBackups(file.absolute, (bytes) => file.holdsCredential(bytes)).map((copy) =>
        join(dirname(file.path), copy),
      ),
    };
  }

  #inRepository(
    real: string,
    file: FileInQuestion,
  ): Pick<Surroundings, 'repository' | 'ignored' | 'inHistory'> {
    const repository = findRepository(dirname(real));
    if (repository === undefined || repository === 'unknown') return { repository: false };
    if (this.#index.isTracked(file.absolute) !== false) return { repository: true };
    const name = relative(repository.root, real).split(sep).join('/');
    const ignored = isIgnored(repository, name, this.#userFolders());
    const inHistory = this.#isInHistory(repository, name, file);
    return {
      repository: true,
      ...(ignored !== undefined && { ignored }),
      ...(inHistory !== undefined && { inHistory }),
    };
  }

  #isInHistory(repository: GitRepository, name: string, file: FileInQuestion): boolean | undefined {
    const versions = this.#history.versionsOf(repository, name, () => this.#untrackedBelow(repository.root));
    return versions?.some((bytes) => file.holdsCredential(bytes));
  }

  #untrackedBelow(root: string): string[] {
    const start = root.endsWith(sep) ? root : root + sep;
    return this.#files
      .filter((file) => file.startsWith(start) && this.#index.isTracked(file) === false)
      .map((file) => file.slice(start.length).split(sep).join('/'));
  }

  #userFolders() {
    const home = this.#home;
    const configuration = configurationFolder() ?? (home === undefined ? undefined : join(home, '.config'));
    return { ...(home !== undefined && { home }), ...(configuration !== undefined && { configuration }) };
  }
}

/** Links followed; nothing for what is only a name. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
