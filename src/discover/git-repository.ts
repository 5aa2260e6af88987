import { dirname, join, resolve } from 'node:path';
import { readConfigFile } from './read-file.ts';
import { statOf } from './stat-of.ts';

/** A working tree and the folders that git keeps for it. */
export interface GitRepository {
  /** Top of the working tree. */
  readonly root: string;
  /** `.git`, or what a `.git` file names in a linked working tree or a submodule. */
  readonly gitFolder: string;
  /** Length of an object name in bytes: 20 for SHA-1, 32 for SHA-256. */
  readonly hashLength: 20 | 32;
}

/** The repository that a folder belongs to; 'unknown' when its `.git` makes no sense, nothing when there is none. */
export function findRepository(folder: string): GitRepository | 'unknown' | undefined {
  for (let root = folder; ; root = dirname(root)) {
    const gitFolder = gitFolderOf(root);
    if (gitFolder === 'unknown') return gitFolder;
    if (gitFolder !== undefined) return { root, gitFolder, hashLength: hashLengthOf(gitFolder) };
    if (dirname(root) === root) return undefined;
  }
}

function gitFolderOf(root: string): string | undefined {
  const path = join(root, '.git');
  const stats = statOf(path);
  // git, too, passes over a folder that is no repository.
  if (stats?.isDirectory()) return isFile(join(path, 'HEAD')) ? path : undefined;
  if (!stats?.isFile()) return undefined;
  const target = /^gitdir: ([^\r\n]+)/.exec(readText(path) ?? '')?.[1];
  const gitFolder = target === undefined ? undefined : resolve(root, target);
  return gitFolder !== undefined && isFile(join(gitFolder, 'HEAD')) ? gitFolder : 'unknown';
}

/** Text of the configuration that all working trees of a repository share; '' when it cannot be read. */
export function readRepositoryConfig({ gitFolder }: Pick<GitRepository, 'gitFolder'>): string {
  const common = readText(join(gitFolder, 'commondir'))?.trim();
  return readText(join(common ? resolve(gitFolder, common) : gitFolder, 'config')) ?? '';
}

/** The object format of a repository stands in the configuration that all its working trees share. */
function hashLengthOf(gitFolder: string): 20 | 32 {
  let section = '';
  for (const line of readRepositoryConfig({ gitFolder }).split('\n')) {
    const text = line.trim().toLowerCase();
    if (text.startsWith('[')) section = text.slice(1, text.indexOf(']')).trim();
    if (section === 'extensions' && /(?:^|\])\s*objectformat\s*=\s*"?sha256\b/.test(text)) return 32;
  }
  return 20;
}

function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

/** Reads through the guard against pipes, devices and huge files: `.git` may be somebody else's. */
function readText(path: string): string | undefined {
  const content = readConfigFile(path);
  return 'bytes' in content ? content.bytes.toString('utf8') : undefined;
}
