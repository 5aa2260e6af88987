import type { Host, HostFile } from '../core/host.ts';
import { HOSTS } from './hosts.ts';
import { fitsName, type NamePattern, parseName, portablePart } from './name-pattern.ts';

/** One file of a host, without the part of its path that differs between machines. Names are lower case. */
interface Signature {
  readonly host: Host;
  /** From the outermost folder to the file. */
  readonly names: readonly NamePattern[];
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
  for (const host of HOSTS) {
    for (const file of host.files) {
      const name = nameOf(file);
      if (name !== own && !(name.includes('*') && fitsName(parseName(name), own))) continue;
      for (const { names: wanted, weight } of signaturesOf({ host, file, name })) {
        if ((weights.get(host) ?? -1) < weight && endsWith(names, wanted)) weights.set(host, weight);
      }
    }
  }
  return [...weights.keys()].sort(
    (a, b) => weights.get(b)! - weights.get(a)! || HOSTS.indexOf(a) - HOSTS.indexOf(b),
  );
}

const POSSIBLE = /\.(?:json[c5]?|code-workspace|toml|ya?ml|mdx?|mdc|markdown|[cm]?[jt]sx?|sh|bash|zsh|ps1)$/i;
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

function endsWith(names: readonly string[], wanted: readonly NamePattern[]): boolean {
  const offset = names.length - wanted.length;
  return offset >= 0 && wanted.every((pattern, index) => fitsName(pattern, names[offset + index]!));
}

/** A file of a host with its own name, lower case. */
interface KnownFile {
  readonly host: Host;
  readonly file: HostFile;
  readonly name: string;
}

/** Of each file of a host that was asked for: a run over a folder asks again and again. */
const ownNames = new Map<HostFile, string>();
const signatures = new Map<HostFile, readonly Signature[]>();
let owners: ReadonlyMap<string, Host | 'several'> | undefined;

function nameOf(file: HostFile): string {
  let name = ownNames.get(file);
  if (name === undefined) {
    name = file.path.slice(file.path.lastIndexOf('/') + 1).toLowerCase();
    ownNames.set(file, name);
  }
  return name;
}

/** The host whose files alone have a name. */
function ownerOf(name: string): Host | 'several' | undefined {
  owners ??= findOwners();
  return owners.get(name);
}

function findOwners(): Map<string, Host | 'several'> {
  const found = new Map<string, Host | 'several'>();
  for (const host of HOSTS) {
    for (const file of host.files) {
      const name = nameOf(file);
      const other = found.get(name);
      found.set(name, other === undefined || other === host ? host : 'several');
    }
  }
  return found;
}

function signaturesOf(known: KnownFile): readonly Signature[] {
  let found = signatures.get(known.file);
  if (found === undefined) {
    found = readSignatures(known);
    signatures.set(known.file, found);
  }
  return found;
}

/** How a file is known; not by a name that several hosts use or that may begin anyhow. */
function readSignatures({ host, file, name }: KnownFile): Signature[] {
  const names = portablePart(file.path).toLowerCase().split('/');
  const distinctive = !name.startsWith('*') && ownerOf(name) === host;
  const known = names.length > 1 || file.scope === 'project' || distinctive ? [names] : [];
  return [...known, ...(distinctive ? [[name]] : [])].map((wanted) => ({
    host,
    names: wanted.map(parseName),
    weight: wanted.join('').replaceAll('*', '').length,
  }));
}

let knownNames: Names | undefined;

function candidateNames(): Names {
  knownNames ??= buildNames();
  return knownNames;
}

function buildNames(): Names {
  const literal = new Map<string, Set<string> | undefined>();
  const patterns: { name: NamePattern; parent: NamePattern | undefined }[] = [];
  const all = HOSTS.flatMap((host) =>
    host.files.flatMap((file) => signaturesOf({ host, file, name: nameOf(file) })),
  );
  for (const { names } of all) {
    const [parent, name] = [names.at(-2), names.at(-1)!];
    // A folder of any name says nothing: `profiles/*/settings.json`.
    if (parent?.head === '' && parent.tail === '') continue;
    if (name.tail !== undefined || parent?.tail !== undefined) patterns.push({ name, parent });
    else if (!parent) literal.set(name.head, undefined);
    else if (!literal.has(name.head)) literal.set(name.head, new Set([parent.head]));
    else literal.get(name.head)?.add(parent.head);
  }
  return { literal, patterns };
}
