import type { Host, HostFile } from '../core/host.ts';
import { HOSTS } from './hosts.ts';
import { fitsName, fitsPattern, type NamePattern, parseName, portablePart } from './name-pattern.ts';

/** One file of a host, without the part of its path that differs between machines. Names are lower case. */
interface Signature {
  readonly host: Host;
  /** From the outermost folder to the file. */
  readonly names: readonly string[];
  /** The more characters are given, the more the path says. */
  readonly weight: number;
}

/** The names that are worth opening, lower case. */
interface Names {
  /** Folders that a file of this name has to stand in; nothing when the name says enough. */
  readonly literal: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  readonly patterns: readonly { readonly name: NamePattern; readonly parent: NamePattern | undefined }[];
}

/**
 * The hosts that claim a file by the end of its path, the most specific first: `/x/.vscode/mcp.json` is VS Code's before
 * it is just an MCP config. A file that was copied elsewhere is known by its name alone where only one host uses that
 * name. Case does not count, as in the file systems of Windows and macOS.
 */
export function hostsForPath(path: string): readonly Host[] {
  const names = path.toLowerCase().replaceAll('\\', '/').split('/');
  const own = names.at(-1)!;
  const weights = new Map<Host, number>();
  for (const { host, names: wanted, weight } of signaturesOf((file) => hasName(file, own))) {
    if ((weights.get(host) ?? -1) < weight && endsWith(names, wanted)) weights.set(host, weight);
  }
  return [...weights.keys()].sort(
    (a, b) => weights.get(b)! - weights.get(a)! || HOSTS.indexOf(a) - HOSTS.indexOf(b),
  );
}

/** Endings of the files that may hold servers. Also read by scripts/gen, which writes it into the hooks for pre-commit. */
export const POSSIBLE =
  /\.(?:json[c5]?|code-workspace|toml|ya?ml|mdx?|mdc|markdown|[cm]?[jt]sx?|sh|bash|zsh|ps1)$/i;
/** Of what `POSSIBLE` takes. */
const LAST = new Set([...'nc5elldxsh1'].map((character) => character.charCodeAt(0) | 32));

/** Whether a file may hold servers at all, whatever its name: most names of a large tree do not end so. */
export function isPossibleName(name: string): boolean {
  // The last character first: this is asked of every name of a tree.
  return LAST.has(name.charCodeAt(name.length - 1) | 32) && POSSIBLE.test(name);
}

/** Whether a file of this name, in a folder of that name, is worth opening when a whole folder is searched. */
export function isCandidateName(name: string, parent: string): boolean {
  if (!isPossibleName(name)) return false;
  const { literal, patterns } = candidateNames();
  const key = name.toLowerCase();
  const parents = literal.get(key);
  if (parents ? parents.has(parent.toLowerCase()) : literal.has(key)) return true;
  return patterns.some(
    (pattern) =>
      fitsName(pattern.name, key) && (!pattern.parent || fitsName(pattern.parent, parent.toLowerCase())),
  );
}

function endsWith(names: readonly string[], wanted: readonly string[]): boolean {
  const offset = names.length - wanted.length;
  return offset >= 0 && wanted.every((pattern, index) => fitsPattern(pattern, names[offset + index]!));
}

/** Whether a file of a host may have a name, given in lower case. Most have not, and are told without making a text. */
function hasName({ path }: HostFile, own: string): boolean {
  const from = path.lastIndexOf('/') + 1;
  if (path.includes('*', from)) return fitsPattern(path.slice(from).toLowerCase(), own);
  return path.length - from === own.length && path.slice(from).toLowerCase() === own;
}

/** Names that tell nothing without the folders around them, whether one host uses them or several. */
const COMMON_NAMES = new Set([
  'config.yml',
  'registry.yaml',
  'settings.jsonc',
  'system-defaults.json',
  'tools.yaml',
]);

/** How the files of hosts are known. What is taken has to have all files of a name, or none. */
function signaturesOf(isTaken: (file: HostFile) => boolean): Signature[] {
  const taken = HOSTS.flatMap((host) =>
    host.files.filter(isTaken).map(({ path, scope }) => ({ host, path: path.toLowerCase(), scope })),
  );
  const owners = new Map<string, Host | 'several'>();
  for (const { host, path } of taken) {
    const name = nameOf(path);
    owners.set(name, (owners.get(name) ?? host) === host ? host : 'several');
  }
  // Not by a name that several hosts use or that may begin anyhow.
  return taken.flatMap(({ host, path, scope }) => {
    const name = nameOf(path);
    const names = portablePart(path).split('/');
    const distinctive = !name.startsWith('*') && !COMMON_NAMES.has(name) && owners.get(name) === host;
    const known = names.length > 1 || scope === 'project' || distinctive ? [names] : [];
    return [...known, ...(distinctive ? [[name]] : [])].map((wanted) => ({
      host,
      names: wanted,
      weight: wanted.join('').replaceAll('*', '').length,
    }));
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

let knownNames: Names | undefined;

function candidateNames(): Names {
  knownNames ??= buildNames();
  return knownNames;
}

function buildNames(): Names {
  const literal = new Map<string, Set<string> | undefined>();
  const patterns: { name: NamePattern; parent: NamePattern | undefined }[] = [];
  for (const { names } of signaturesOf(() => true)) {
    const [name, parent] = [names.at(-1)!, names.at(-2)];
    // A folder of any name says nothing: `profiles/*/settings.json`.
    if (parent === '*') continue;
    if (name.includes('*') || parent?.includes('*'))
      patterns.push({ name: parseName(name), parent: parent === undefined ? undefined : parseName(parent) });
    else if (parent === undefined) literal.set(name, undefined);
    else if (!literal.has(name)) literal.set(name, new Set([parent]));
    else literal.get(name)?.add(parent);
  }
  return { literal, patterns };
}
