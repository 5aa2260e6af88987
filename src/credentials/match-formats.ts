import { verifyChecksum } from './checksum.ts';
import type { Format, Issuer } from './format.ts';
import { type DecodedJwt, decodeJwt, type JwtFacts } from './jwt.ts';
import { allAnchors, beginsOf, formatIn, formatsOf, type IssuedFormat } from './known-issuers.ts';

export { formatById, formatByShape, issuerById, issuerForHost, issuersForName } from './known-issuers.ts';

/** A credential found in a text. */
export interface FormatMatch {
  readonly format: Format;
  readonly issuer: Issuer;
  /** UTF-16 offsets of the secret alone. */
  readonly start: number;
  readonly end: number;
  /** Absent when the format has none, or when the length is not the documented one. */
  readonly checksum?: 'valid' | 'invalid';
  /** The length is a documented one, not just a plausible one. */
  readonly exact: boolean;
  readonly jwt?: JwtFacts;
}

/** A match with the stretch of text that it uses up, which is more than the secret in a webhook URL. */
interface Found {
  readonly match: FormatMatch;
  readonly from: number;
  readonly to: number;
}

/** What one call of `matchFormats` has learnt about its text. */
interface Search {
  readonly text: string;
  /** Where a format ran into more word: it would again for any start before that place. Keeps the search linear. */
  readonly overruns: Map<Format, number>;
  jwt?: { readonly start: number; readonly end: number; readonly decoded: DecodedJwt | undefined };
}

const SHORTEST_TOKEN = 16;
const LONGEST_INSTANCE_PREFIX = 40;

/** By pattern. Compiling all of them would cost more than a whole run: only those whose beginning is seen are. */
const compiled = new Map<string, RegExp>();

/**
 * All credentials with a recognisable form in a text, left to right, not overlapping; where several formats fit, the
 * one with the longest prefix wins, then the one listed first. Tokens must stand as words of their own. Linear time.
 */
export function matchFormats(text: string): FormatMatch[] {
  if (text.length < SHORTEST_TOKEN) return [];
  const search: Search = { text, overruns: new Map() };
  const begun = findBegun(search);
  const anchored = findAnchored(search);
  const found = anchored.length === 0 ? begun : withoutOverlaps([...anchored, ...begun]);
  return found.map(({ match }) => match);
}

/** Tokens that start like one. */
function findBegun(search: Search): Found[] {
  const { text } = search;
  const found: Found[] = [];
  let wordStart = -1;
  for (let at = 0; at < text.length; at++) {
    if (!isWordCode(text.charCodeAt(at))) {
      wordStart = -1;
      continue;
    }
    let one: Found | undefined;
    if (wordStart === -1 || followsEscape(text, at)) {
      wordStart = at;
      one = beginAt(search, at, at);
    } else if (text[at - 1] === '-' && text[at] === 'g' && at - wordStart <= LONGEST_INSTANCE_PREFIX) {
      one = beginAt(search, at, wordStart);
    }
    if (one === undefined) continue;
    found.push(one);
    at = one.to - 1;
    wordStart = -1;
  }
  return found;
}

/** `from` is before `at` where a word and a hyphen stand in front of the prefix. */
function beginAt(search: Search, at: number, from: number): Found | undefined {
  const { text } = search;
  for (const begin of beginsOf(text.charCodeAt(at), at + 1 < text.length ? text.charCodeAt(at + 1) : 0)) {
    if (!text.startsWith(begin.prefix, at)) continue;
    for (const issued of formatsOf(begin)) {
      if (from !== at && issued.format.instancePrefix !== true) continue;
      const found = matchAt(search, issued, at, from);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Tokens that start like nothing but have a fixed text at a fixed place. */
function findAnchored(search: Search): Found[] {
  const { text } = search;
  const found: Found[] = [];
  for (const anchor of allAnchors()) {
    for (
      let at = text.indexOf(anchor.text, anchor.least);
      at !== -1;
      at = text.indexOf(anchor.text, at + 1)
    ) {
      for (let start = Math.max(0, at - anchor.greatest); start <= at - anchor.least; start++) {
        if (!startsWord(text, start)) continue;
        if (!matcherOf(anchor.pattern, start).test(text)) continue;
        const issued = formatIn(anchor.family, anchor.format);
        const one = issued && matchAt(search, issued, start, start);
        if (one !== undefined) found.push(one);
      }
    }
  }
  return found;
}

/** The first of those that start first; at one place, those given first. */
function withoutOverlaps(found: Found[]): Found[] {
  let end = 0;
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

function matchAt(
  search: Search,
  { format, issuer }: IssuedFormat,
  at: number,
  from: number,
): Found | undefined {
  if ((search.overruns.get(format) ?? 0) > at) return undefined;
  const hit = matcherOf(format.pattern, at).exec(search.text);
  if (hit === null) return undefined;
  const to = at + hit[0].length;
  if (isWordCode(search.text.charCodeAt(to))) {
    search.overruns.set(format, to);
    return undefined;
  }
  const decoded = decodedJwt(search, at, to);
  if (format.claims !== undefined) {
    if (decoded === undefined) return undefined;
    if (!format.claims.every((claim) => decoded.payload.includes(claim))) return undefined;
  }
  const [start, end] = rangeOfSecret(format, hit, from, to);
  const exact = isDocumentedLength(format, end - (from === at ? start : at));
  const match: FormatMatch = {
    format,
    issuer,
    start,
    end,
    exact,
    ...(format.checksum !== undefined && exact
      ? { checksum: verifyChecksum(format.checksum, search.text.slice(start, end)) ? 'valid' : 'invalid' }
      : {}),
    ...(decoded === undefined ? {} : { jwt: decoded.facts }),
  };
  return { match, from, to };
}

function matcherOf(pattern: string, at: number): RegExp {
  let matcher = compiled.get(pattern);
  if (matcher === undefined) {
    matcher = new RegExp(pattern, 'y');
    compiled.set(pattern, matcher);
  }
  matcher.lastIndex = at;
  return matcher;
}

/** What stands behind the secret inside a match never holds the same text again, so its last place is the right one. */
function rangeOfSecret(format: Format, hit: RegExpExecArray, from: number, to: number): [number, number] {
  const secret = format.secretGroup === undefined ? undefined : hit[format.secretGroup];
  if (secret === undefined) return [from, to];
  const start = hit.index + hit[0].lastIndexOf(secret);
  return [start, start + secret.length];
}

/** The JWT in a stretch of text, decoded once for all formats that ask. */
function decodedJwt(search: Search, start: number, end: number): DecodedJwt | undefined {
  if (search.jwt?.start !== start || search.jwt.end !== end) {
    const token = search.text.slice(start, end);
    const at = token.startsWith('e') ? 0 : token.indexOf('eyJ');
    const decoded = at !== -1 && token.includes('.', at) ? decodeJwt(token.slice(at)) : undefined;
    search.jwt = { start, end, decoded };
  }
  return search.jwt.decoded;
}

function isDocumentedLength({ lengths }: Format, length: number): boolean {
  if (lengths === undefined) return true;
  if ('min' in lengths) return lengths.min <= length && length <= lengths.max;
  return lengths.includes(length);
}

/** Letters, digits, `_` and `-`: what would make a token a part of a longer word. */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 45 ||
    code === 95
  );
}

function startsWord(text: string, at: number): boolean {
  if (at === 0 || followsEscape(text, at)) return true;
  return text[at - 1] !== '%' && !isWordCode(text.charCodeAt(at - 1));
}

/** `%20` and `\n` end in characters of words but are none. */
function followsEscape(text: string, at: number): boolean {
  if (text[at - 2] === '\\') return /[nrt]/.test(text[at - 1] as string);
  return text[at - 3] === '%' && /^[0-9A-Fa-f]{2}$/.test(text.slice(at - 2, at));
}
