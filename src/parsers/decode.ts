import type { Document } from '../core/document.ts';
import { indexLines } from '../core/line-index.ts';
import { LocatedText } from '../core/located-text.ts';

/** Text of a file without its byte order mark. UTF-16 is told by the mark, or by a zero in one half of the first bytes. */
export function decodeBytes(bytes: Buffer): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16BigEndian(bytes.subarray(2));
  if (bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0)
    return decodeUtf16(bytes);
  if (bytes.length > 3 && bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0)
    return decodeUtf16BigEndian(bytes);
  return bytes.toString('utf8');
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
