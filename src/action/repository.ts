import { execFileSync } from 'node:child_process';
import { relative, sep } from 'node:path';
import { findRepository } from '../discover/git-repository.ts';
import { findGit, SAFE_SETTINGS, safeEnvironment } from '../discover/stranger-git.ts';

const MILLISECONDS = 60_000;
/** Of one answer: a config of 50 MB that changes in every line. */
const MAX_BYTES = 1 << 28;

/**
 * The repository that is checked out, asked by plumbing that only reads objects that are there: nothing is fetched, and
 * nothing runs that the repository names.
 */
export class Repository {
  readonly #git: string;
  /** Absolute path of the top of the working tree. */
  readonly top: string;

  private constructor(git: string, root: string) {
    this.#git = git;
    this.top = root;
  }

  /** The repository of a folder; nothing when there is none, or no git. */
  static of(folder: string): Repository | undefined {
    const found = findRepository(folder);
    const git = findGit();
    if (found === undefined || found === 'unknown' || git === undefined) return undefined;
    return new Repository(git, found.root);
  }

  /** The name that git has for an absolute path; nothing for what lies outside. */
  nameOf(absolute: string): string | undefined {
    const name = relative(this.top, absolute).split(sep).join('/');
    return name === '' || name.startsWith('../') || name === '..' ? undefined : name;
  }

  /** What git writes; nothing when it fails. */
  ask(args: readonly string[]): Buffer | undefined {
    try {
      return execFileSync(this.#git, ['-C', this.top, ...SAFE_SETTINGS, ...args], {
        env: { ...safeEnvironment(), GIT_LITERAL_PATHSPECS: '1', GIT_NO_REPLACE_OBJECTS: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: MILLISECONDS,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_BYTES,
        windowsHide: true,
      });
    } catch {
      return undefined;
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
