import { isBelow, portable, startOf } from '../core/home-folder.ts';
import { CREDENTIAL_STORES, type CredentialStore } from './credential-stores.ts';
import type { DocumentFacts } from './rule.ts';

/** A folder that a server may read, as this machine or another one would find it. */
export interface ReadableRoot {
  /** Absolute, `/`-separated. */
  readonly path: string;
  /** How much of a user's things lies in it. */
  readonly extent: 'all' | 'home' | 'part';
  /** Credential stores that lie in it, or that it lies in. From the home folder on. */
  readonly stores: readonly CredentialStore[];
}

/** Folders that hold the home folders of all users. */
const ALL_HOMES = /^(?:\/(?:Users|home)?|\/[a-z]\/Users|(?:\/mnt\/[a-z]|[a-z]:)(?:\/(?:Users)?)?)$/i;

/**
 * What a root means. `~` is the user's home folder, `.` and what is relative the folder where the host starts servers,
 * which only a project's config tells; nothing when it does not.
 */
export function readRoot(
  root: string,
  document: DocumentFacts,
  project: string | undefined,
  home: string | undefined,
): ReadableRoot | undefined {
  const path = resolve(
    root,
    project ?? projectOf(document),
    home ?? startOf(portable(document.absolute)).home,
  );
  if (path === undefined) return undefined;
  if (ALL_HOMES.test(path)) return { path, extent: 'all', stores: storesFor(path) };
  const { home: own, below } = startOf(path, home);
  if (below === undefined) return { path, extent: 'part', stores: [] };
  const known = storesFor(own!);
  const around = known.filter((store) => isBelow(below, store.path));
  return {
    path,
    extent: below === '' ? 'home' : 'part',
    stores:
      below === '' ? known : around.length > 0 ? around : known.filter((store) => isBelow(store.path, below)),
  };
}

function resolve(root: string, project: string | undefined, home: string | undefined): string | undefined {
  if (/^~(?:\/|$)/.test(root))
    return home === undefined ? undefined : normalize(`${portable(home)}${root.slice(1)}`);
  const written = portable(root);
  if (/^(?:\/|[A-Za-z]:)/.test(written)) return normalize(written);
  // A reference that stands for a folder tells none.
  if (project === undefined || /^[$%]/.test(written)) return undefined;
  return normalize(`${portable(project)}/${written}`);
}

/** Without `.`, `..` and double slashes. */
function normalize(path: string): string {
  const [, root, rest] = /^(\/|[A-Za-z]:\/?)?(.*)$/s.exec(path) as unknown as [
    string,
    string | undefined,
    string,
  ];
  const names: string[] = [];
  for (const name of rest.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  const start = root === undefined || root.endsWith('/') ? (root ?? '') : `${root}/`;
  return start + names.join('/');
}

/** The folder of a project: a config's path without the part that its host prescribes (`.vscode/mcp.json`). */
function projectOf({ host, scope, absolute }: DocumentFacts): string | undefined {
  if (scope !== 'project') return undefined;
  const path = portable(absolute);
  const depths = host.files
    .filter((file) => file.scope === 'project' && !file.path.includes('*') && path.endsWith(`/${file.path}`))
    .map((file) => file.path.split('/').length);
  const names = path.split('/');
  return names.slice(0, names.length - Math.max(1, ...depths)).join('/') || '/';
}

/** The stores of the system that a path looks like one of. */
function storesFor(path: string): readonly CredentialStore[] {
  const os = /^[A-Za-z]:|^(?:\/mnt)?\/[a-z]\//i.test(path)
    ? 'windows'
    : /^\/Users\b/.test(path)
      ? 'macos'
      : 'linux';
  return CREDENTIAL_STORES.filter((store) => store.os === undefined || store.os === os);
}
