import { fingerprint } from './fingerprint.ts';

/**
 * Names a credential that a vault of ours keeps, as a config has it: `keychain://mcp-lint/<host>/<server>/<name>`,
 * `pass://mcp-lint/…`; each part percent-encoded. It is always a whole value: of a variable, of an argument.
 */
export interface KeptReference {
  readonly vault: 'keychain' | 'pass';
  /** Of the item in its vault: `<host>/<server>/<name>`, parts percent-encoded. */
  readonly account: string;
}

/** Few texts have it, and expressions take their time to compile. */
const MARK = '://mcp-lint/';
const LONGEST_PART = 200;
/** `.` and `..` are folders to vaults that keep items in files. */
const PART = `(?!\\.{1,2}(?![A-Za-z0-9._~%-]))[A-Za-z0-9._~%-]{1,${LONGEST_PART}}`;
const PATTERN = `(keychain|pass)://mcp-lint/(${PART}/${PART}/${PART})`;

/** Nothing for any other text. */
export function parseKeptReference(text: string): KeptReference | undefined {
  const match = text.includes(MARK) ? new RegExp(`^${PATTERN}$`).exec(text) : null;
  return match ? { vault: match[1] as KeptReference['vault'], account: match[2]! } : undefined;
}

/** The references in a longer text, such as a command line, and where each begins and ends. */
export function locateKeptReferences(
  text: string,
): { readonly reference: KeptReference; readonly start: number; readonly end: number }[] {
  if (!text.includes(MARK)) return [];
  return [...text.matchAll(new RegExp(PATTERN, 'g'))].map((match) => ({
    reference: { vault: match[1] as KeptReference['vault'], account: match[2]! },
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Account of an item; names are raw text of a config. */
export function accountOf(host: string, server: string, name: string): string {
  return [host, server, name].map(encodePart).join('/');
}

/** Whose an account is, by its first two parts. `host` is an id of ours. */
export function isAccountOf(account: string, host: string, server: string): boolean {
  return account.startsWith(`${encodePart(host)}/${encodePart(server)}/`);
}

/** The name that a part of an account stands for; a part that nobody encoded stands for itself. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Like `encodeURIComponent`, for any text, and for the few marks that it leaves; never empty, at most 200 characters. What
 * is longer ends in a fingerprint, so that it stays apart from others with the same beginning.
 */
function encodePart(part: string): string {
  const encoded = encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (encoded === '') return '_';
  if (encoded === '.' || encoded === '..') return encoded.replaceAll('.', '%2E');
  if (encoded.length <= LONGEST_PART) return encoded;
  const tail = `~${fingerprint([part])}`;
  return encoded.slice(0, LONGEST_PART - tail.length).replace(/%[0-9A-F]?$/, '') + tail;
}
