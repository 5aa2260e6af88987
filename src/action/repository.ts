import { execFileSync } from 'node:child_process';
import { relative, sep } from 'node:path';
import { findRepository } from '../discover/git-repository.ts';
import { findGit, SAFE_SETTINGS, safeEnvironment } from '../discover/stranger-git.ts';
import { isBelow } from '../discover/within.ts';

/** Of one answer, and of all together: a repository may be made to be slow. */
const MILLISECONDS = 60_000;
const MILLISECONDS_OF_RUN = 180_000;
/** Of one answer: a config of 50 MB that changes in every line. */
const MAX_BYTES = 1 << 28;

/**
 * The repository that is checked out, asked by plumbing that only reads objects that are there: nothing is fetched, and
 * nothing runs that the repository names.
 */
export class Repository {
  readonly #git: string;
  readonly #settings: readonly string[];
  /** Absolute path of the top of the working tree. */
  readonly top: string;
  #left = MILLISECONDS_OF_RUN;

  private constructor(git: string, top: string, isOurs: boolean) {
    this.#git = git;
    this.top = top;
    // In a container the workspace belongs to the user of the runner, and git refuses what belongs to others.
    this.#settings = isOurs ? [...SAFE_SETTINGS, '-c', `safe.directory=${top}`] : SAFE_SETTINGS;
  }

  /**
   * The repository of a folder, which may belong to another user if it lies in the workspace; nothing when there is none, or
   * no git.
   */
  static of(folder: string, workspace: string): Repository | undefined {
    const found = findRepository(folder);
    const git = findGit();
    if (found === undefined || found === 'unknown' || git === undefined) return undefined;
    return new Repository(git, found.root, isBelow(workspace, found.root));
  }

  /** The name that git has for an absolute path; nothing for what lies outside. */
  nameOf(absolute: string): string | undefined {
    const name = relative(this.top, absolute).split(sep).join('/');
    return name === '' || name.startsWith('../') || name === '..' ? undefined : name;
  }

  /** What git writes; nothing when it fails. */
  ask(args: readonly string[]): Buffer | undefined {
    if (this.#left <= 0) return undefined;
    const started = Date.now();
    try {
      return execFileSync(this.#git, ['-C', this.top, ...this.#settings, ...args], {
        env: { ...safeEnvironment(), GIT_LITERAL_PATHSPECS: '1', GIT_NO_REPLACE_OBJECTS: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: Math.min(MILLISECONDS, this.#left),
        killSignal: 'SIGKILL',
        maxBuffer: MAX_BYTES,
        windowsHide: true,
      });
    } catch {
      return undefined;
    } finally {
      this.#left -= Date.now() - started;
    }
  }

  /** Name of the commit that is checked out. */
  head(): string | undefined {
    return this.#askName(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  }

  /** Names of the parents of a commit, whether or not they are in this clone. */
  parentsOf(commit: string): readonly string[] {
    const header = this.ask(['cat-file', 'commit', commit])?.toString('latin1').split('\n\n')[0] ?? '';
    return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1]!);
  }

  /** Whether this clone has the files of a commit. */
  has(commit: string): boolean {
    return this.ask(['cat-file', '-e', `${commit}^{tree}`]) !== undefined;
  }

  /** The last commit that two have in common, as far as this clone knows. */
  mergeBase(one: string, other: string): string | undefined {
    return this.#askName(['merge-base', one, other]);
  }

  /** Content of an object; nothing when this clone does not have it. */
  read(object: string): Buffer | undefined {
    return this.ask(['cat-file', 'blob', object]);
  }

  #askName(args: readonly string[]): string | undefined {
    const name = this.ask(args)?.toString('latin1').trim();
    return name !== undefined && /^[0-9a-f]{40,64}$/.test(name) ? name : undefined;
  }
}
