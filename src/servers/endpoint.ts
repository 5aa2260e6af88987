import type { Endpoint } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';
import { reachOf } from './network-reach.ts';

/** Longer than any address of a server. */
const LONGEST = 1 << 16;
/** References, and what people write where a value is to be filled in. Bounded, so that hostile text costs linear time. */
const REFERENCE =
  /\$\{\{[^{}]{1,200}\}\}|\{\{[^{}]{1,200}\}\}|\$\{[^{}]{1,200}\}|\$\([^()]{1,200}\)|\$[A-Za-z_][A-Za-z0-9_]{0,60}|%[A-Za-z_][A-Za-z0-9_]{1,60}%|<[^<>]{1,200}>|\[[A-Za-z][\w -]{0,60}\]|\{[^{}]{1,200}\}/g;
const BEGINNING = /^([A-Za-z][A-Za-z0-9+.-]{0,30}):\/\/([^/?#\\]*)([^?#]*)/;

/** Reads the address of a server; nothing when the text is no URL. */
export function readEndpoint(address: LocatedText, path: Path, bridge?: string): Endpoint | undefined {
  if (address.length > LONGEST) return undefined;
  const url = unquote(address.trim());
  const source = url.reveal();
  const more = { url, path, ...(bridge !== undefined && { bridge }) };
  const parts = /^[$%{<]/.test(source) ? readWithoutOrigin(source) : readUrl(source);
  return parts && { ...parts, ...more };
}

type Parts = Pick<Endpoint, 'scheme' | 'hostname' | 'port' | 'pathname' | 'reach'>;

/** `${BASE_URL}/mcp`: scheme and host are in the reference. */
function readWithoutOrigin(source: string): Parts | undefined {
  const masked = mask(source);
  if (!masked.startsWith(FILLER) || /^\uffff*:\/\//.test(masked)) return undefined;
  const slash = masked.indexOf('/');
  const pathname = slash === -1 ? '' : source.slice(slash, endOfPath(masked, slash));
  return { scheme: '', hostname: '', pathname, reach: 'unknown' };
}

function endOfPath(masked: string, from: number): number {
  const length = masked.slice(from).search(/[?#]/);
  return length === -1 ? masked.length : from + length;
}

function readUrl(source: string): Parts | undefined {
  const masked = mask(source);
  if (masked === source) return readPlainUrl(source);
  const match = BEGINNING.exec(masked);
  if (!match) return undefined;
  const [, scheme, authority, rest] = match;
  const start = match[0].length - rest!.length;
  const pathname = source.slice(start, start + rest!.length);
  const afterUser = authority!.slice(authority!.lastIndexOf('@') + 1);
  const host = afterUser.replace(/:\uffff+$/, '');
  const plain = host.includes(FILLER) ? undefined : readPlainUrl(`${scheme}://${host}/`);
  if (!plain && !host.includes(FILLER)) return undefined;
  return { ...(plain ?? { scheme: scheme!.toLowerCase(), hostname: '', reach: 'unknown' }), pathname };
}

/** A character that is no part of a URL: one for each character of a reference keeps the others in their places. */
const FILLER = '\uffff';

function mask(source: string): string {
  return source.replace(REFERENCE, (reference) => FILLER.repeat(reference.length));
}

/** As clients read it (WHATWG): user information, numeric hosts and back slashes lead nowhere else. */
function readPlainUrl(source: string): Parts | undefined {
  if (!/^[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\//.test(source)) return undefined;
  let url: URL;
  try {
    url = new URL(source);
  } catch {
    return undefined;
  }
  const hostname = url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (hostname === '') return undefined;
  // Other readers (RFC 3986) take what stands behind a back slash for a host, or keep white space.
  const agreed = !/[\\\s]/.test(source.slice(0, source.length - url.search.length - url.hash.length));
  return {
    scheme: url.protocol.slice(0, -1),
    hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    pathname: url.pathname === '/' && !/^[^?#]*:\/\/[^/?#]*\//.test(source) ? '' : url.pathname,
    reach: agreed ? reachOf(hostname) : 'unknown',
  };
}

function unquote(text: LocatedText): LocatedText {
  return /^(?:"[^"]*"|'[^']*')$/.test(text.reveal()) ? text.slice(1, -1) : text;
}
