import { readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Settings } from '../core/settings.ts';
import { statOf } from '../discover/stat-of.ts';

/** Where settings are looked for, and what the user said about it. */
export interface SettingsRequest {
  readonly cwd: string;
  /** The file that `--config` names; false: none is read. */
  readonly config?: string | false;
  /** Home folder of the user: nothing above it is looked at. */
  readonly home?: string;
}

/** Names of config files; what has another ending than these two is code. */
const NAMES = ['json', 'jsonc', 'ts', 'mts', 'js', 'mjs', 'cjs'].map((ending) => `mcp-lint.config.${ending}`);
const PACKAGE = 'package.json';
const LONGEST_PACKAGE = 1 << 20;

/** Whether a config file is code, by its name. */
export function isCodeConfig(path: string): boolean {
  return /\.(?:[cm]?js|m?ts)$/.test(path);
}

/**
 * The settings that count here: those of the nearest config file of mcp-lint in the current folder or above, up to the root of
 * the repository. Throws a UsageError, with place and suggestion, for one that is wrong. A found one that is code is not
 * run: that is an error, too.
 */
export async function findSettings({ cwd, config, home }: SettingsRequest): Promise<Settings | undefined> {
  if (config === false) return undefined;
  const found = config === undefined ? search(resolve(cwd), home && resolve(home)) : [[resolve(cwd, config)]];
  if (found.length === 0) return undefined;
  const { loadSettings } = await import('./load-settings.ts');
  return loadSettings(found, { cwd, named: config !== undefined, ...(home !== undefined && { home }) });
}

/**
 * What may be config files, by folder, the nearest first. The search ends at the root of the repository or at the home folder;
 * outside of both only the current folder counts, since others may write above it (`/tmp`). Every run comes through
 * here: it asks for a few names, and lists no folder, which may be large.
 */
function search(cwd: string, home: string | undefined): readonly (readonly string[])[] {
  const found: string[][] = [];
  for (let folder = cwd; ; folder = dirname(folder)) {
    const configs = configsIn(folder);
    if (configs.length > 0) found.push(configs);
    if (folder === home || statOf(join(folder, '.git'))) return found;
    if (dirname(folder) === folder) return found.filter(([path]) => dirname(path!) === cwd);
  }
}

function configsIn(folder: string): string[] {
  const prefix = folder.endsWith(sep) ? folder : folder + sep;
  const named = NAMES.map((name) => prefix + name).filter(statOf);
  return mentionsUs(prefix + PACKAGE) ? [...named, prefix + PACKAGE] : named;
}

/** A package.json is a config when it has `mcpLint`; the text is asked first, which is faster than to parse it. */
function mentionsUs(path: string): boolean {
  const stats = statOf(path);
  if (!stats?.isFile() || stats.size > LONGEST_PACKAGE) return false;
  try {
    return readFileSync(path, 'latin1').includes('"mcpLint"');
  } catch {
    return false;
  }
}
