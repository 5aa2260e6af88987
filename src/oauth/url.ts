import type { Range } from '../core/range.ts';

/** A URL in its parts as written, nothing normalised. Ranges are indexes into its text. */
export interface UrlParts {
  readonly text: string;
  /** Lower case. */
  readonly scheme: string;
  readonly hasAuthority: boolean;
  /** As written, with brackets, without port. */
  readonly host: string;
  /** Digits as written; '' for a colon with none. */
  readonly port?: string;
  /** With the `@`. */
  readonly userInfo?: Range;
  readonly authority: Range;
  readonly path: Range;
  /** With the `?`. */
  readonly query?: Range;
  /** With the `#`. */
  readonly fragment?: Range;
}

// RFC 3986, appendix B, with a scheme.
const PARTS = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/;
/** What RFC 3986 lets stand in no URI: white space, controls, some punctuation, letters beyond ASCII. */
const FORBIDDEN = /[^!#-;=?-[\]_a-z~]|%(?![0-9A-Fa-f]{2})/;

const LONGEST_HOST = 253;

/** Takes an absolute URI apart; nothing when the text is none. */
export function takeUrlApart(text: string): UrlParts | undefined {
  if (FORBIDDEN.test(text)) return undefined;
  const match = PARTS.exec(text);
  if (!match) return undefined;
  const [, scheme = '', authority, path = '', query, fragment] = match;
  const start = scheme.length + 1 + (authority === undefined ? 0 : 2);
  const pathStart = start + (authority?.length ?? 0);
  const queryStart = pathStart + path.length;
  const fragmentStart = queryStart + (query?.length ?? 0);
  const at = authority?.lastIndexOf('@') ?? -1;
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec((authority ?? '').slice(at + 1)) ?? [];
  return {
    text,
    scheme: scheme.toLowerCase(),
    hasAuthority: authority !== undefined,
    host,
    ...(port !== undefined && { port }),
    ...(at >= 0 && { userInfo: { start, end: start + at + 1 } }),
    authority: { start, end: pathStart },
    path: { start: pathStart, end: queryStart },
    ...(query !== undefined && { query: { start: queryStart, end: fragmentStart } }),
    ...(fragment !== undefined && { fragment: { start: fragmentStart, end: text.length } }),
  };
}

/** The path as written. */
export function pathOf({ text, path }: UrlParts): string {
  return text.slice(path.start, path.end);
}

/** An address on the web: http or https with a host and, if any, a port that exists. */
export function isWebUrl({ scheme, host, port, text }: UrlParts): boolean {
  if ((scheme !== 'http' && scheme !== 'https') || host === '' || host.length > LONGEST_HOST) return false;
  if (port !== undefined && port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) > 0)) return false;
  return URL.canParse(text);
}

/** First `.` or `..` of the path, `%2e` included, which readers that normalise take for a dot. */
export function findDotSegment({ text, path }: UrlParts): Range | undefined {
  let start = path.start;
  for (const segment of text.slice(path.start, path.end).split('/')) {
    if (/^(?:\.|%2e){1,2}$/i.test(segment)) return { start, end: start + segment.length };
    start += segment.length + 1;
  }
  return undefined;
}

/**
 * What a program that normalises before it compares would change: case of scheme and host, a default or empty port,
 * escapes of characters that need none or in lower case (RFC 3986, section 6.2.2 and 6.2.3).
 */
export function isNormal({ text, scheme, host, port, path }: UrlParts): boolean {
  return (
    text.startsWith(scheme) &&
    host === host.toLowerCase() &&
    port !== '' &&
    port !== (scheme === 'https' ? '443' : '80') &&
    !/%(?:2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe]|[0-9A-F]?[a-f])/.test(
      text.slice(path.start),
    )
  );
}

/** The value is filled in when the document is built, so that nothing can be said of it. */
export function isTemplate(text: string): boolean {
  return /\$\{|\{\{|\$[A-Z_]{3}|<[A-Za-z_]|%[A-Z_]{3,64}%|__[A-Z]/.test(text);
}
