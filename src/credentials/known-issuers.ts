import type { Anchor, Family } from './family.ts';
import { normalName } from './family.ts';
import type { Format, Issuer } from './format.ts';
import { FAMILIES } from './issuers.ts';

/** A format and who issues it. */
export interface IssuedFormat {
  readonly format: Format;
  readonly issuer: Issuer;
}

/** A prefix of formats of a family. */
export interface Begin {
  readonly prefix: string;
  readonly family: Family;
  /** Filled when a text has this prefix. */
  formats?: readonly IssuedFormat[];
}

const loaded = new Map<Family, readonly Issuer[]>();
const buckets = new Map<number, readonly Begin[]>();
const anchors: readonly (Anchor & { readonly family: Family })[] = FAMILIES.flatMap((family) =>
  family.anchors.map((anchor) => ({ ...anchor, family })),
);

/** Prefixes that fit these two characters, longest first. Each pair of characters is looked up once. */
export function beginsOf(first: number, second: number): readonly Begin[] {
  const key = second * 65536 + first;
  let bucket = buckets.get(key);
  if (bucket === undefined) {
    bucket = findBegins(String.fromCharCode(first), String.fromCharCode(second));
    buckets.set(key, bucket);
  }
  return bucket;
}

function findBegins(first: string, second: string): Begin[] {
  const long = `\n${first}${second}`;
  const short = `\n${first}\n`;
  const begins: Begin[] = [];
  for (const family of FAMILIES) {
    if (!family.begins.includes(long) && !family.begins.includes(short)) continue;
    for (const prefix of family.begins.split('\n')) {
      if (prefix === first || (prefix[0] === first && prefix[1] === second)) begins.push({ prefix, family });
    }
  }
  return begins.sort((a, b) => b.prefix.length - a.prefix.length);
}

/** Formats of a family that are searched for under this prefix. */
export function formatsOf(begin: Begin): readonly IssuedFormat[] {
  begin.formats ??= formatsIn(begin.family).filter(
    ({ format }) => format.pattern !== '' && format.prefixes.includes(begin.prefix),
  );
  return begin.formats;
}

/** Formats that are found by a text in their middle. */
export function allAnchors(): typeof anchors {
  return anchors;
}

/** A format of a family by its id. */
export function formatIn(family: Family, id: string): IssuedFormat | undefined {
  return formatsIn(family).find(({ format }) => format.id === id);
}

/** A format by its id, also of those that are never searched for. */
export function formatById(id: string): IssuedFormat | undefined {
  for (const family of loadedFirst()) {
    const found = formatIn(family, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An issuer by its id. */
export function issuerById(id: string): Issuer | undefined {
  for (const family of loadedFirst()) {
    const issuer = issuersOf(family).find((one) => one.id === id);
    if (issuer !== undefined) return issuer;
  }
  return undefined;
}

/** Issuers that use this name of a variable, header or flag, for values whose form says nothing. */
export function issuersForName(name: string): readonly Issuer[] {
  const normal = normalName(name);
  return FAMILIES.filter(({ names }) => names.includes(`\n${normal}\n`))
    .flatMap(issuersOf)
    .filter(({ envNames, headers }) =>
      [...envNames, ...(headers ?? [])].some((one) => normalName(one) === normal),
    );
}

/** The issuer that a host name, or a domain above it, belongs to. */
export function issuerForHost(hostname: string): Issuer | undefined {
  for (let host = hostname.toLowerCase().slice(-253); ; host = host.slice(host.indexOf('.') + 1)) {
    const family = FAMILIES.find(({ hosts }) => hosts.includes(`\n${host}\n`));
    if (family !== undefined) return issuersOf(family).find(({ hosts }) => hosts.includes(host));
    if (!host.includes('.')) return undefined;
  }
}

/** The format of a known issuer that a whole value has the shape of, for values without a telling beginning. */
export function formatByShape(issuer: Issuer, value: string): Format | undefined {
  return issuer.formats.find(({ shape }) => shape !== undefined && new RegExp(`^(?:${shape})$`).test(value));
}

function formatsIn(family: Family): IssuedFormat[] {
  return issuersOf(family).flatMap((issuer) => issuer.formats.map((format) => ({ format, issuer })));
}

function issuersOf(family: Family): readonly Issuer[] {
  let issuers = loaded.get(family);
  if (issuers === undefined) {
    issuers = family.load();
    loaded.set(family, issuers);
  }
  return issuers;
}

/** What was found comes from a family that is loaded already. */
function loadedFirst(): readonly Family[] {
  return [...loaded.keys(), ...FAMILIES.filter((family) => !loaded.has(family))];
}

/** The prefixes of known formats that a text starts with, longest first. */
export function prefixesOf(text: string): string[] {
  if (text.length < 2) return [];
  const begins = beginsOf(text.charCodeAt(0), text.charCodeAt(1));
  return begins.map(({ prefix }) => prefix).filter((prefix) => text.startsWith(prefix));
}
