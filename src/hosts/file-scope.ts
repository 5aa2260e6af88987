import { portable, startOf } from '../core/home-folder.ts';
import type { Host, HostFile } from '../core/host.ts';
import { fitsPattern } from './name-pattern.ts';

/** What tells where a user's files are. */
export interface UserFolders {
  readonly home?: string;
  /** Environment variables. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/** Below the home folder, where the variables point that hosts keep files by, unless they are set. */
const DEFAULTS: Readonly<Record<string, string>> = {
  APPDATA: 'AppData/Roaming',
  LOCALAPPDATA: 'AppData/Local',
  XDG_CONFIG_HOME: '.config',
  CLAUDE_CONFIG_DIR: '.claude',
  COPILOT_HOME: '.copilot',
};

/**
 * Whose file this is: a user's when it stands where its host keeps those, below this home folder or what any system would
 * call one; the system's likewise; else a project's. A path below the home folder may be the user's although projects
 * have files of the same name: `~/.claude/settings.json` is not that of a project.
 */
export function scopeOf(host: Host | undefined, absolute: string, user: UserFolders): HostFile['scope'] {
  const path = portable(absolute);
  const own = host?.files.find((file) => file.scope !== 'project' && standsAt(path, file.path, user));
  return own?.scope ?? 'project';
}

function standsAt(path: string, pattern: string, { home, variables }: UserFolders): boolean {
  const slash = pattern.indexOf('/');
  const [start, rest] = [pattern.slice(0, slash), pattern.slice(slash + 1)];
  if (start === '~') return fits(startOf(path, home).below, rest);
  const variable = /^[$%]([A-Z_]+)%?$/.exec(start)?.[1];
  if (variable === undefined) return fits(path, pattern);
  const folder = variables?.[variable];
  if (folder && fits(path, `${portable(folder)}/${rest}`)) return true;
  const usual = DEFAULTS[variable];
  return usual !== undefined && fits(startOf(path, home).below, `${usual}/${rest}`);
}

/** Name by name; `*` stands for a name or a part of one. Case does not count, as when hosts are recognised. */
function fits(path: string | undefined, pattern: string): boolean {
  const names = path?.toLowerCase().split('/') ?? [];
  const wanted = pattern.toLowerCase().split('/');
  return names.length === wanted.length && wanted.every((name, index) => fitsPattern(name, names[index]!));
}
