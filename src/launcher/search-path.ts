import { posix, win32 } from 'node:path';
import type { CommandUse } from '../core/use.ts';
import type { Start } from './command-use.ts';
import { variableOfStart } from './environment.ts';
import { hashOf } from './guard.ts';
import { startedByPackageManager } from './package-manager-leftovers.ts';
import { SYSTEM_FOLDERS } from './version-managers.ts';
import { withoutManagedVersion } from './without-managed-version.ts';

const PATH = 'PATH';
/** What npm puts in front: the programs of a stranger's project, and its own. */
const OF_PACKAGE_MANAGER = /[/\\](?:node_modules[/\\]\.bin|node-gyp-bin)[/\\]?$/;

/** An empty one is the working directory for execvp(3), where `node` and `sh` would be a stranger's. */
const NO_OTHER = '/usr/bin:/bin';

export function isPath(name: string, windows: boolean): boolean {
  return windows ? name.toUpperCase() === PATH : name === PATH;
}

/** Folders that programs are searched in, absolute, in their order. */
export function searchedFolders(start: Start, windows: boolean): readonly string[] {
  const { delimiter, isAbsolute, join } = windows ? win32 : posix;
  const path = variableOfStart(start, PATH, windows);
  if (path === undefined || path === '') return [];
  const folders = path.split(delimiter).flatMap((folder) => {
    if (isAbsolute(folder)) return [withoutLastSlash(join(folder), windows)];
    // An empty one is the working directory for POSIX.
    if (start.folder === undefined || (windows && folder === '')) return [];
    return [withoutLastSlash(join(start.folder, folder), windows)];
  });
  const byNpm = startedByPackageManager(start.surroundings) || startedByPackageManager(start.environment);
  const own = byNpm ? folders.findIndex((folder) => !OF_PACKAGE_MANAGER.test(folder)) : 0;
  return own === -1 ? [] : folders.slice(own);
}

function withoutLastSlash(folder: string, windows: boolean): string {
  return folder.replace(windows ? /(?<=[^:])[/\\]$/ : /(?<=.)\/$/, '');
}

/** The folders as a use keeps them. Those of the system are never strange. */
export function recordFolders(start: Start, windows: boolean): CommandUse['variables'] {
  const hashes = searchedFolders(start, windows)
    .filter((folder) => !isOfSystem(folder, windows))
    .map((folder) => hashOfFolder(folder, windows));
  return [...new Set(hashes)].map((hash) => ({ name: PATH, hash, required: false }));
}

/**
 * The folders that a start may search. Whoever writes a config can put a folder in front, where every program that a
 * server starts, `node` and `sh` first of all, would be the stranger's. As sudo does with `secure_path`, such folders
 * are left out.
 */
export function allowedFolders(use: CommandUse, asked: Start, windows: boolean): readonly string[] {
  const known = new Set(use.variables.filter(({ name }) => name === PATH).map(({ hash }) => hash));
  return searchedFolders(asked, windows).filter(
    (folder) => isOfSystem(folder, windows) || known.has(hashOfFolder(folder, windows)),
  );
}

/** `PATH` as the server of a start gets it: as it is written when nothing is left out, never empty. */
export function allowedPath(use: CommandUse, asked: Start, windows: boolean): string | undefined {
  const { delimiter } = windows ? win32 : posix;
  const path = variableOfStart(asked, PATH, windows);
  if (path === undefined) return undefined;
  const allowed = allowedFolders(use, asked, windows);
  if (allowed.length === 0) return windows ? '' : NO_OTHER;
  return allowed.length === path.split(delimiter).length ? path : allowed.join(delimiter);
}

function isOfSystem(folder: string, windows: boolean): boolean {
  if (!windows) return SYSTEM_FOLDERS.includes(folder);
  return SYSTEM_FOLDERS.some((other) => other.toLowerCase() === folder.toLowerCase());
}

function hashOfFolder(folder: string, windows: boolean): string {
  const settled = withoutManagedVersion(folder);
  return hashOf(PATH, windows ? settled.toLowerCase() : settled);
}
