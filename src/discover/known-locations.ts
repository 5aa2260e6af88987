import { readdirSync, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { HostFile } from '../core/host.ts';
import type { Machine } from '../core/machine.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { fitsName, parseName } from '../hosts/name-pattern.ts';
import { isOurs } from './by-name.ts';

/** A place where a host of this machine may keep a config. */
export interface Location {
  /** Absolute; `*` stands for any run of characters of a name. */
  readonly path: string;
  /** Id of the host. */
  readonly host: string;
  readonly scope: HostFile['scope'];
}

/**
 * Files that hosts load from the current folder and from the folders above it: Claude Code up to the root, opencode
 * 1.18.34 and Codex 0.169.0 up to that of the repository.
 */
const INHERITED = new Set([
  '.mcp.json',
  'opencode.json',
  'opencode.jsonc',
  '.opencode/opencode.json',
  '.opencode/opencode.jsonc',
  '.codex/config.toml',
]);

/** Every place where the known hosts look on such a machine, in the order of the hosts. Touches no disk. */
export function knownLocations(machine: Machine): Location[] {
  const locations = new Map<string, Location>();
  for (const host of HOSTS) {
    for (const file of host.files) {
      if (file.os !== 'any' && file.os !== machine.os) continue;
      for (const path of pathsOf(file, machine)) {
        if (!locations.has(path)) locations.set(path, { path, host: host.id, scope: file.scope });
      }
    }
  }
  return [...locations.values()];
}

/** The places with the files that are there; a file that two patterns lead to is told once. */
export function findExisting(
  locations: readonly Location[],
): (Location & { readonly found: readonly string[] })[] {
  const seen = new Set<string>();
  return locations.map((location) => {
    const found = expand(location.path).filter((path) => !seen.has(path) && isThere(path));
    for (const path of found) seen.add(path);
    return { ...location, found };
  });
}

function pathsOf({ scope, path }: HostFile, machine: Machine): string[] {
  const { join, dirname, resolve } = machine.os === 'windows' ? win32 : posix;
  if (scope !== 'project') {
    const absolute = substitute(path, machine);
    return absolute === undefined ? [] : [join(absolute)];
  }
  const folders = [resolve(machine.cwd)];
  while (INHERITED.has(path) && dirname(folders.at(-1)!) !== folders.at(-1))
    folders.push(dirname(folders.at(-1)!));
  return folders.map((folder) => join(folder, path));
}

/** Nothing when the path begins with a variable that is not set. */
function substitute(path: string, { home, variables }: Machine): string | undefined {
  const [, homeSign, windowsName, name, rest] = /^(?:(~)|%([^%/]*)%|\$([^/]*))(\/.*)$/.exec(path) ?? [];
  if (rest === undefined) return path;
  const value = homeSign
    ? home
    : (variables[(windowsName ?? name)!] ?? (windowsName && defaultFolder(windowsName, home)));
  return value ? value + rest : undefined;
}

/** Where Windows keeps the data of programs when a stripped environment does not say so. */
function defaultFolder(name: string, home: string): string | undefined {
  if (home === '') return undefined;
  if (name === 'APPDATA') return `${home}/AppData/Roaming`;
  return name === 'LOCALAPPDATA' ? `${home}/AppData/Local` : undefined;
}

/** The paths that a path with `*` stands for, sorted. */
function expand(path: string): string[] {
  const [plain, pattern, rest] = splitAtStar(path);
  if (pattern === undefined) return [plain];
  const wanted = parseName(pattern);
  return list(plain)
    .filter((name) => fitsName(wanted, name) && !isOurs(name))
    .sort()
    .flatMap((name) => expand(`${plain}${name}${rest}`));
}

/** The folders before the first name with a `*`, that name, and what follows it. */
function splitAtStar(path: string): [plain: string, pattern?: string, rest?: string] {
  const star = path.indexOf('*');
  if (star < 0) return [path];
  const start = Math.max(path.lastIndexOf('/', star), path.lastIndexOf('\\', star)) + 1;
  const length = path.slice(start).search(/[/\\]/);
  const end = length < 0 ? path.length : start + length;
  return [path.slice(0, start), path.slice(start, end), path.slice(end)];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Folders that this user may not enter hold nothing that a host of this user could read. */
function isThere(path: string): boolean {
  try {
    return statSync(path).isDirectory() === false;
  } catch {
    return false;
  }
}
