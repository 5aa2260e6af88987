import { portable, startOf } from '../core/home-folder.ts';
import { label } from '../core/label.ts';
import { literalCredential } from '../core/literal-credential.ts';
import type { DocumentFacts, RelatedPlace } from './rule.ts';
import { placeOf } from './words.ts';

/** Who has credentials written down: a server of a document, or nobody, outside of servers. */
export interface Holder {
  readonly document: DocumentFacts;
  readonly server: string | undefined;
  readonly places: RelatedPlace[];
}

/** The credentials of several holders together. Counted once, since many servers can reach the same. */
export interface Hoard {
  readonly holders: readonly Holder[];
  readonly count: number;
  /** How many holders go by a name, and how many are in a document; in the order of the run. */
  readonly names: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<DocumentFacts, number>;
}

/** The credentials of a run that are written down, by where they lie. What has expired is left out. */
export interface CredentialPlaces {
  /** In a folder and everything below it. */
  below(folder: string): Hoard;
  /** The same for several folders, which may lie in one another. */
  belowAll(folders: readonly string[]): Hoard;
  /** In the configs of the user whose home folder this is. */
  ofUser(home: string | undefined): Hoard;
  /** Of a server. */
  of(document: DocumentFacts, server: string): Holder | undefined;
}

/** Sorts the credentials of a run; each folder, each set of folders and each home folder is looked at once. */
export function sortCredentials(documents: readonly DocumentFacts[]): CredentialPlaces {
  const byDocument = new Map(documents.map((document) => [document, holdersIn(document)]));
  const inFolders = new Map<string, DocumentFacts[]>();
  for (const [document, holders] of byDocument)
    if (holders.size > 0)
      for (const folder of foldersAround(portable(document.absolute))) add(inFolders, folder, document);
  const hoardOf = (some: readonly DocumentFacts[]) =>
    hoard(some.flatMap((document) => [...byDocument.get(document)!.values()]));
  const below = once((folder: string) => hoardOf(inFolders.get(keyOf(folder)) ?? []));
  const belowAll = once((folders: string) => {
    const holders = folders.split('\0').flatMap((folder) => below(folder).holders);
    return hoard([...new Set(holders)]);
  });
  return {
    below,
    belowAll: (folders) => {
      const full = outermost(folders.filter((folder) => below(folder).count > 0));
      return full.length === 1 ? below(full[0]!) : belowAll(full.join('\0'));
    },
    ofUser: once((home: string | undefined) =>
      hoardOf(
        documents.filter(
          ({ scope, absolute }) => scope === 'user' && startOf(portable(absolute)).home === home,
        ),
      ),
    ),
    of: (document, server) => byDocument.get(document)?.get(server),
  };
}

function hoard(holders: readonly Holder[]): Hoard {
  const names = new Map<string, number>();
  const documents = new Map<DocumentFacts, number>();
  let count = 0;
  for (const { document, server, places } of holders) {
    count += places.length;
    documents.set(document, (documents.get(document) ?? 0) + 1);
    if (server !== undefined) names.set(server, (names.get(server) ?? 0) + 1);
  }
  return { holders, count, names, documents };
}

function holdersIn(document: DocumentFacts): Map<string | undefined, Holder> {
  const holders = new Map<string | undefined, Holder>();
  for (const classified of [...document.servers.flatMap(({ slots }) => slots), ...document.slots]) {
    const literal = literalCredential(classified);
    if (!literal || literal.traits.includes('expired')) continue;
    const server = classified.server?.name;
    const holder = holders.get(server) ?? { document, server, places: [] };
    holders.set(server, holder);
    const message = `A credential in ${placeOf(classified)}`;
    holder.places.push({ range: literal.secret.range, message, document });
  }
  return holders;
}

/** Without the folders that lie in another of them. */
function outermost(folders: readonly string[]): string[] {
  const keys = new Set(folders.map(keyOf));
  return folders.filter((folder) => {
    const own = keyOf(folder);
    return !foldersAround(folder).some((around) => around !== own && keys.has(around));
  });
}

/** A path and all folders that it lies in. */
function foldersAround(path: string): string[] {
  const folders = path.startsWith('/') ? ['/', path] : [path];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    folders.push(path.slice(0, slash));
  return [...new Set(folders.map(keyOf))];
}

/** Drives of Windows have no case, nor has what is on them. */
function keyOf(folder: string): string {
  const plain = folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder;
  return /^[A-Za-z]:/.test(plain) ? plain.toLowerCase() : plain;
}

function add<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function once<Key, Result>(find: (key: Key) => Result): (key: Key) => Result {
  const found = new Map<Key, Result>();
  return (key) => {
    if (!found.has(key)) found.set(key, find(key));
    return found.get(key)!;
  };
}

const MAX_NAMES = 3;

/** `2 credentials of servers "a", "b" in x.json`: what a hoard holds besides what one holder has. */
export function describeHoard({ count, names, documents }: Hoard, own?: Holder): string {
  const remaining = count - (own?.places.length ?? 0);
  const without = own?.server !== undefined && names.get(own.server) === 1 ? own.server : undefined;
  const servers = firstOf(names, without);
  const files = firstOf(documents, own && documents.get(own.document) === 1 ? own.document : undefined);
  const owners =
    servers.total === 0
      ? ''
      : ` of server${servers.total === 1 ? '' : 's'} ${listOf(servers, (name) => `"${label(name)}"`)}`;
  const what = remaining === 1 ? 'the credential' : `${remaining} credentials`;
  return `${what}${owners} in ${listOf(files, ({ path }) => label(path))}`;
}

interface Few<Item> {
  readonly shown: readonly Item[];
  readonly total: number;
}

function firstOf<Item>(all: ReadonlyMap<Item, number>, without: Item | undefined): Few<Item> {
  const shown: Item[] = [];
  for (const item of all.keys()) {
    if (shown.length === MAX_NAMES) break;
    if (item !== without) shown.push(item);
  }
  return { shown, total: all.size - (without === undefined ? 0 : 1) };
}

function listOf<Item>({ shown, total }: Few<Item>, nameOf: (item: Item) => string): string {
  const names = shown.map(nameOf).join(', ');
  return total > shown.length ? `${names} and ${total - shown.length} more` : names;
}

/** Where the first credentials of a hoard stand, besides those of one holder. */
export function placesOfHoard({ holders }: Hoard, most: number, own?: Holder): RelatedPlace[] {
  const places: RelatedPlace[] = [];
  for (const holder of holders) {
    if (places.length >= most) break;
    if (holder !== own) places.push(...holder.places.slice(0, most - places.length));
  }
  return places;
}
