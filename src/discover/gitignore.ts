import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { findRepository } from './git-repository.ts';
import { findGit, SAFE_SETTINGS, safeEnvironment } from './stranger-git.ts';

export interface Ignored {
  /** Those of the paths that git ignores and does not track. */
  readonly ignored: ReadonlySet<string>;
  /** Why some paths could not be decided; they count as not ignored. */
  readonly problem?: string;
}

/** Asks git which of some absolute paths it ignores. Paths outside repositories are not. */
export async function ignoredByGit(paths: readonly string[]): Promise<Ignored> {
  const ignored = new Set<string>();
  let problem: string | undefined;
  for (const [root, files] of groupByRepository(paths)) {
    const names = await askGit(root, [...files.keys()]);
    if (typeof names === 'string') problem = names;
    else for (const name of names) if (files.has(name)) ignored.add(files.get(name)!);
  }
  return { ignored, ...(problem !== undefined && { problem }) };
}

/** Paths by the top of their working tree, keyed by their name below that as git writes it. */
function groupByRepository(paths: readonly string[]): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  const folders = new Map<string, { readonly real: string; readonly root: string } | undefined>();
  for (const path of paths) {
    const folder = dirname(path);
    if (!folders.has(folder)) folders.set(folder, locate(folder));
    const found = folders.get(folder);
    if (!found) continue;
    const name = relative(found.root, join(found.real, basename(path)))
      .split(sep)
      .join('/');
    groups.set(found.root, (groups.get(found.root) ?? new Map()).set(name, path));
  }
  return groups;
}

/** The folder itself and its repository, links followed: git refuses paths that lead through a link. */
function locate(folder: string): { readonly real: string; readonly root: string } | undefined {
  try {
    const real = realpathSync.native(folder);
    const repository = findRepository(real);
    return repository && repository !== 'unknown' ? { real, root: repository.root } : undefined;
  } catch {
    return undefined;
  }
}

/** Names that git ignores, or a sentence that says why it did not answer. */
async function askGit(root: string, names: readonly string[]): Promise<string[] | string> {
  const git = findGit();
  if (git === undefined) return 'git is not installed or not on PATH, so nothing was left out as ignored';
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const failed = () =>
      resolve('git did not say which files it ignores, so none of its repository were left out');
    const child = spawn(git, ['-C', root, ...SAFE_SETTINGS, 'check-ignore', '--stdin', '-z'], {
      env: safeEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', failed);
    // 0: some are ignored, 1: none are.
    child.on('close', (code) =>
      code === 0 || code === 1 ? resolve(namesOf(Buffer.concat(chunks))) : failed(),
    );
    // git may give up before it has read everything; its exit code tells.
    child.stdin.on('error', () => {});
    child.stdin.end(names.map((name) => `${HERE}${name}\0`).join(''));
  });
}

/** In front of each name, so that none is taken for pathspec magic (`:(glob)`); git repeats it in its answer. */
const HERE = './';

function namesOf(output: Buffer): string[] {
  const answers = output.toString('utf8').split('\0').slice(0, -1);
  return answers.map((answer) => answer.slice(HERE.length));
}
