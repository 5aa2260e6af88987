import type { LocatedText } from '../../core/located-text.ts';
import type { Cursor } from './cursor.ts';
import { quotesAt, readString } from './strings.ts';

const BARE = /[A-Za-z0-9_-]+/y;

/** Reads `a."b c".d`: one text for each part, as many as could be read. Ends behind the last part and white space. */
export function readKey(cursor: Cursor): LocatedText[] {
  const parts: LocatedText[] = [];
  do {
    cursor.skipSpace();
    const part = readPart(cursor);
    if (!part) {
      cursor.fail(parts.length > 0 ? 'a part of a key is missing behind a dot' : 'a key is missing');
      return parts;
    }
    parts.push(part);
    cursor.skipSpace();
  } while (cursor.eat('.'));
  return parts;
}

function readPart(cursor: Cursor): LocatedText | undefined {
  const quotes = quotesAt(cursor.source, cursor.at);
  if (quotes?.length === 3) cursor.fail('a key has many lines');
  if (quotes) return readString(cursor);
  const start = cursor.at;
  return cursor.take(BARE) === undefined ? undefined : cursor.text.slice(start, cursor.at);
}
