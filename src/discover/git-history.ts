import type { GitRepository } from './git-repository.ts';
import { findGit, SAFE_SETTINGS, safeEnvironment } from './stranger-git.ts';

/** Of one repository, all questions together. */
const MILLISECONDS = 3000;
/** Of a run, in which every repository may be made to be slow. */
const MILLISECONDS_OF_RUN = 15_000;
const MAX_VERSIONS = 20;
const NAMES_AT_ONCE = 200;
const MAX_BYTES = 1 << 24;

/**
 * What git keeps of files that it tracks no longer. Object stores are packed and compressed, so that git itself has to
 * be asked: with plumbing that reads objects only, and with everything switched off that a stranger's repository could
 * make it run. A repository that takes too long, or that git refuses, is not asked again.
 */
export class GitHistory {
  readonly #left = new Map<string, number>();
  readonly #never = new Map<string, Set<string>>();
  #leftOfRun = MILLISECONDS_OF_RUN;

  /**
   * The contents that a file had in the last commits that changed it, on any branch; nothing when git cannot tell.
   * `path` is below the top of the working tree, `/`-separated; `others` are the paths that may be asked for later.
   */
  versionsOf(
    repository: GitRepository,
    path: string,
    others: () => readonly string[] = () => [],
  ): readonly Buffer[] | undefined {
    // `cat-file --batch` takes one name a line.
    if (path.includes('\n')) return undefined;
    if (this.#wasNeverThere(repository, path, others)) return [];
    const commits = this.#commitsOf(repository, [path], MAX_VERSIONS);
    if (!commits) return undefined;
    if (commits.length === 0) return [];
    const input = commits.map((name) => `${name}:${path}\n`).join('');
    const objects = this.#ask(repository, ['cat-file', '--batch'], input);
    return objects && readBlobs(objects);
  }

  /** One question for many files: mostly none of them was ever committed. */
  #wasNeverThere(repository: GitRepository, path: string, others: () => readonly string[]): boolean {
    const known = this.#never.get(repository.gitFolder);
    if (known) return known.has(path);
    const never = new Set<string>();
    this.#never.set(repository.gitFolder, never);
    const all = others();
    for (let at = 0; at < all.length && all.length > 1; at += NAMES_AT_ONCE) {
      const names = all.slice(at, at + NAMES_AT_ONCE);
      const commits = this.#commitsOf(repository, names, 1);
      if (commits?.length === 0) for (const name of names) never.add(name);
    }
    return never.has(path);
  }

  #commitsOf(repository: GitRepository, paths: readonly string[], limit: number): string[] | undefined {
    const args = ['rev-list', '--all', '--full-history', `--max-count=${limit}`, '--', ...paths];
    return this.#ask(repository, args)?.toString('latin1').split('\n').slice(0, -1);
  }

  #ask({ root, gitFolder }: GitRepository, args: readonly string[], input = ''): Buffer | undefined {
    const left = Math.min(this.#left.get(gitFolder) ?? MILLISECONDS, this.#leftOfRun);
    const git = left > 0 ? findGit() : undefined;
    if (git === undefined) return undefined;
    const { execFileSync } = process.getBuiltinModule('node:child_process');
    const started = Date.now();
    try {
      const output = execFileSync(git, ['-C', root, ...SAFE_SETTINGS, ...args], {
        env: { ...safeEnvironment(), GIT_LITERAL_PATHSPECS: '1' },
        input,
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: left,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_BYTES,
        windowsHide: true,
      });
      this.#left.set(gitFolder, left - (Date.now() - started));
      return output;
    } catch {
      this.#left.set(gitFolder, 0);
      return undefined;
    } finally {
      this.#leftOfRun -= Date.now() - started;
    }
  }
}

/** `<name> blob <size>`, the content, a line feed; `<name> missing` where a commit took the file away. */
function readBlobs(output: Buffer): Buffer[] {
  const blobs: Buffer[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    if (end < 0) break;
    const [, kind, size] = / (\w+) (\d+)$/.exec(output.toString('latin1', at, end)) ?? [];
    at = end + 1;
    if (kind === undefined) continue;
    const length = Number(size);
    if (kind === 'blob') blobs.push(output.subarray(at, at + length));
    at += length + 1;
  }
  return blobs;
}
