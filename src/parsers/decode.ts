import type { Document } from '../core/document.ts';
import { indexLines } from '../core/line-index.ts';
import { LocatedText } from '../core/located-text.ts';

/** How the text of a file is encoded, and the byte that it starts at. */
export interface TextEncoding {
  readonly name: 'utf8' | 'utf16le' | 'utf16be';
  readonly start: number;
}

/** UTF-16 is told by its byte order mark, or by a zero in one half of the first bytes. */
export function encodingOf(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'utf8', start: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf16be', start: 2 };
  if (bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0)
    return { name: 'utf16le', start: 0 };
  if (bytes.length > 3 && bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0)
    return { name: 'utf16be', start: 0 };
  return { name: 'utf8', start: 0 };
}

/** Text of a file without its byte order mark. */
export function decodeBytes(bytes: Buffer): string {
  const { name, start } = encodingOf(bytes);
  if (name === 'utf8') return bytes.toString('utf8', start);
  const units = bytes.subarray(start);
  return name === 'utf16le' ? decodeUtf16(units) : decodeUtf16BigEndian(units);
}

/** Half a character at the end is told as a broken one. */
function decodeUtf16(bytes: Buffer): string {
  return bytes.toString('utf16le') + (bytes.length % 2 === 1 ? '\ufffd' : '');
}

function decodeUtf16BigEndian(bytes: Buffer): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return decodeUtf16(Buffer.concat([even.swap16(), bytes.subarray(even.length)]));
}

/** A document whose whole text is looked at. */
export function documentOfText(
  text: string,
  facts: { path: string; absolute: string; mode?: number },
): Document {
  return { ...facts, text: new LocatedText(text, 0), locate: indexLines(text) };
}
