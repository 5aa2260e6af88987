import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readBitmap } from './ewah.ts';
import { findRepository, type GitRepository } from './git-repository.ts';
import { readConfigFile } from './read-file.ts';
import { readIndex } from './read-index.ts';

/** Paths below the top of a working tree, as bytes with one character each. */
interface Tracked {
  readonly names: ReadonlySet<string>;
  readonly sparse: readonly string[];
}

/**
 * Tells which files git tracks, from the index files alone: no process is started, so that a hostile repository runs
 * nothing. What was read is kept for the run.
 */
export class GitIndex {
  readonly #repositories = new Map<string, GitRepository | 'unknown' | undefined>();
  readonly #indexes = new Map<string, Tracked | 'unknown'>();
  readonly #staged: ReadonlySet<string>;

  /** `staged`: absolute paths that came out of an index, perhaps another than that on the disk. */
  constructor(staged: Iterable<string> = []) {
    this.#staged = new Set(staged);
  }

  /**
   * Whether the file behind a path is in the index of its repository; 'unknown' when that cannot be read. A file whose
   * folder no repository holds is not tracked. Links are followed, because the text of their target is what gets
   * committed. Never throws.
   */
  isTracked(absolutePath: string): boolean | 'unknown' {
    if (this.#staged.has(absolutePath)) return true;
    try {
      return this.#lookUp(realPath(absolutePath));
    } catch {
      return 'unknown';
    }
  }

  #lookUp(path: string): boolean | 'unknown' {
    const repository = this.#repositoryOf(dirname(path));
    if (repository === undefined || repository === 'unknown') return repository ?? false;
    const tracked = this.#trackedIn(repository);
    if (tracked === 'unknown') return tracked;
    const below = relative(repository.root, path).split(sep).join('/');
    // macOS may hand out decomposed letters where git keeps composed ones.
    const names = [below, below.normalize('NFC')].map((name) => Buffer.from(name).toString('latin1'));
    if (names.some((name) => tracked.names.has(name))) return true;
    return tracked.sparse.some((folder) => names[0]!.startsWith(folder)) ? 'unknown' : false;
  }

  #repositoryOf(folder: string): GitRepository | 'unknown' | undefined {
    if (!this.#repositories.has(folder)) this.#repositories.set(folder, findRepository(folder));
    return this.#repositories.get(folder);
  }

  #trackedIn(repository: GitRepository): Tracked | 'unknown' {
    const { gitFolder } = repository;
    const known = this.#indexes.get(gitFolder);
    if (known) return known;
    const tracked = readTracked(repository);
    this.#indexes.set(gitFolder, tracked);
    return tracked;
  }
}

/** With the true case of its letters; a text that has only a name keeps it. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

function readTracked({ gitFolder, hashLength }: GitRepository): Tracked | 'unknown' {
  const content = readConfigFile(join(gitFolder, 'index'));
  if ('problem' in content) {
    return content.problem.code === 'not-found' ? { names: new Set(), sparse: [] } : 'unknown';
  }
  try {
    const { names, sparse, base } = readIndex(content.bytes, hashLength);
    if (!base) return { names: new Set(names), sparse };
    const shared = readConfigFile(join(gitFolder, `sharedindex.${base.hash}`));
    if ('problem' in shared) return 'unknown';
    const old = readIndex(shared.bytes, hashLength);
    const removed = readBitmap(base.removed, old.names.length);
    // Entries without a name replace entries of the base, which keep their names.
    const kept = old.names.filter((_, position) => !removed.has(position));
    return { names: new Set([...kept, ...names]), sparse: [...old.sparse, ...sparse] };
  } catch {
    return 'unknown';
  }
}
