import { lstatSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GitRepository } from './git-repository.ts';
import { gitSetting } from './git-setting.ts';
import { IgnoreRules } from './ignore-rules.ts';
import { readConfigFile } from './read-file.ts';
import type { Budget } from './wildmatch.ts';

/** Steps of matching that one question may cost: some tenths of a second. */
const STEPS = 20_000_000;
const MAX_BYTES = 1 << 20;

/** Where a user keeps settings that hold for all repositories. */
export interface UserFolders {
  readonly home?: string;
  /** `$XDG_CONFIG_HOME`, or what stands for it. */
  readonly configuration?: string;
}

/**
 * Whether git would leave a file out when all is added, from the files that git itself asks: each `.gitignore` down to
 * the file's folder, `info/exclude`, and the list of the user. git is not run. Nothing when a list cannot be read or
 * asks for too much work. `path` is below the top of the working tree, `/`-separated; tracked files are the caller's to
 * leave out.
 */
export function isIgnored(repository: GitRepository, path: string, user: UserFolders): boolean | undefined {
  try {
    return judge(repository, path, user);
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

/** A list that cannot be read: what git would do is not known. */
class Unknown extends Error {}

/** Rules, and where the part of a path begins that they are about. */
interface List {
  readonly rules: IgnoreRules;
  readonly base: number;
}

function judge({ root, gitFolder }: GitRepository, path: string, user: UserFolders): boolean {
  const configs = configTexts(gitFolder, user);
  const ignoreCase = /^(?:true|yes|on|1)$/i.test(gitSetting(configs, 'core', 'ignorecase') ?? '');
  const budget: Budget = { left: STEPS };
  const names = path.split('/');
  const bytes = Buffer.from(path).toString('latin1');
  const lists: List[] = [
    ...listAt(excludesFile(configs, user), 0, ignoreCase),
    ...listAt(join(commonFolder(gitFolder), 'info', 'exclude'), 0, ignoreCase),
  ];
  let folder = root;
  let base = 0;
  for (const [depth, name] of names.entries()) {
    lists.push(...listAt(ownFile(join(folder, '.gitignore')), base, ignoreCase));
    const isFolder = depth < names.length - 1;
    const end = isFolder ? bytes.indexOf('/', base) : bytes.length;
    const verdict = lastVerdict(lists, bytes.slice(0, end), isFolder, budget);
    // Nothing below an ignored folder can be taken back in.
    if (verdict === 'ignored') return true;
    folder = join(folder, name);
    base = end + 1;
  }
  return false;
}

function lastVerdict(lists: readonly List[], path: string, isFolder: boolean, budget: Budget) {
  for (const { rules, base } of lists.toReversed()) {
    const verdict = rules.judge(path.slice(base), isFolder, budget);
    if (budget.left < 0) throw new Unknown();
    if (verdict) return verdict;
  }
  return undefined;
}

function listAt(path: string | undefined, base: number, ignoreCase: boolean): List[] {
  // One character for each byte, as git compares them.
  const text = path === undefined ? undefined : readText(path, 'latin1');
  if (text === undefined) return [];
  const rules = IgnoreRules.read(text, ignoreCase);
  if (!rules) throw new Unknown();
  return [{ rules, base }];
}

/** git does not follow a link that is called `.gitignore`. */
function ownFile(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? undefined : path;
}

/** The folder that all working trees of a repository share. */
function commonFolder(gitFolder: string): string {
  const common = readText(join(gitFolder, 'commondir'))?.trim();
  return common ? resolve(gitFolder, common) : gitFolder;
}

/** The files that settings may stand in, the strongest last. Files that they include are not looked at. */
function configTexts(gitFolder: string, { home, configuration }: UserFolders): string[] {
  const files = [
    ...(configuration === undefined ? [] : [join(configuration, 'git', 'config')]),
    ...(home === undefined ? [] : [join(home, '.gitconfig')]),
    join(commonFolder(gitFolder), 'config'),
  ];
  return files.flatMap((file) => readText(file) ?? []);
}

function excludesFile(configs: readonly string[], { home, configuration }: UserFolders): string | undefined {
  const named = gitSetting(configs, 'core', 'excludesfile');
  if (named === undefined)
    return configuration === undefined ? undefined : join(configuration, 'git', 'ignore');
  if (!/^~[/\\]/.test(named)) return named;
  return home === undefined ? undefined : join(home, named.slice(2));
}

/** Nothing when there is no such file. */
function readText(path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string | undefined {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
  if (!stats?.isFile()) return undefined;
  if (stats.size > MAX_BYTES) throw new Unknown();
  const content = readConfigFile(path);
  if ('problem' in content) throw new Unknown();
  return content.bytes.toString(encoding);
}
