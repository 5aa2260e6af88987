import type { LocatedText } from '../../core/located-text.ts';
import { CONTROL, type Cursor } from './cursor.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const CODE = /[xuU]/;
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
/** The end of a line that a backslash takes away, and what else it takes. */
const CONTINUED = /[ \t]*\r?\n[ \t\r\n]*/y;

/** The quotes that open a string of some kind. */
export type Quotes = '"' | "'" | '"""' | "'''";

export function quotesAt(source: string, at: number): Quotes | undefined {
  const quote = source[at];
  if (quote !== '"' && quote !== "'") return undefined;
  return source.startsWith(quote.repeat(3), at) ? (quote.repeat(3) as Quotes) : quote;
}

/**
 * Reads the string that starts here. One that is not closed ends with its line, or with the text where it may have many.
 */
export function readString(cursor: Cursor): LocatedText {
  const quotes = quotesAt(cursor.source, cursor.at)!;
  const opening = cursor.at;
  const isLong = quotes.length === 3;
  let start = opening + quotes.length;
  if (isLong) {
    if (cursor.source.startsWith('\r\n', start)) start += 2;
    else if (cursor.source[start] === '\n') start += 1;
  }
  const end = findEnd(cursor.source, start, quotes);
  const isClosed = cursor.source.startsWith(quotes, end) && end >= start;
  if (!isClosed) cursor.fail('a string is not closed', opening);
  const inside = cursor.text.slice(start, end);
  const text = quotes[0] === '"' ? unescapeToml(cursor, inside, start) : inside;
  checkCharacters(cursor, inside, start, isLong);
  cursor.at = isClosed ? end + quotes.length : end;
  return text;
}

/** Where the closing quotes are; up to two more of them are the end of the text. */
function findEnd(source: string, start: number, quotes: Quotes): number {
  const isLong = quotes.length === 3;
  for (let at = start; at < source.length; at++) {
    const unit = source[at]!;
    if (unit === '\\' && quotes[0] === '"') {
      if (isLong || !/[\r\n]/.test(source[at + 1] ?? '')) at += 1;
    } else if (!isLong && (unit === '\n' || unit === '\r')) return at;
    else if (unit === quotes[0] && source.startsWith(quotes, at)) {
      if (!isLong) return at;
      let more = 0;
      while (more < 2 && source[at + 3 + more] === unit) more += 1;
      return at + more;
    }
  }
  return source.length;
}

function checkCharacters(cursor: Cursor, inside: LocatedText, start: number, isLong: boolean): void {
  const text = inside.reveal();
  const control = CONTROL.exec(text);
  if (control) cursor.fail('invalid character in a string', start + control.index);
  const alone = isLong ? /\r(?!\n)/.exec(text) : null;
  if (alone) cursor.fail('a carriage return stands alone', start + alone.index);
}

/** Every character of the result keeps its place. An invalid escape stands for its own characters. */
function unescapeToml(cursor: Cursor, inside: LocatedText, start: number): LocatedText {
  const source = inside.reveal();
  if (!source.includes('\\')) return inside;
  const decoded: string[] = [];
  const sources: number[] = [];
  // A line end that a backslash takes away is no part of the characters around it.
  const ends = new Map<number, number>();
  const push = (text: string, at: number) => {
    decoded.push(text);
    for (let unit = 0; unit < text.length; unit++) sources.push(at);
  };
  for (let at = 0; at < source.length; ) {
    if (source[at] !== '\\') {
      push(source[at]!, at);
      at += 1;
      continue;
    }
    const name = source[at + 1] ?? '';
    CONTINUED.lastIndex = at + 1;
    const continued = CONTINUED.exec(source)?.[0];
    const code = CODE.test(name) ? codeAt(source, at + 2, DIGITS[name]!) : undefined;
    if (continued !== undefined) {
      ends.set(sources.length - 1, ends.get(sources.length - 1) ?? at);
      at += 1 + continued.length;
    } else if (SIMPLE[name] !== undefined) {
      push(SIMPLE[name], at);
      at += 2;
    } else if (code !== undefined) {
      push(String.fromCodePoint(code), at);
      at += 2 + DIGITS[name]!;
    } else {
      cursor.fail('invalid escape in a string', start + at);
      push('\\', at);
      at += 1;
    }
  }
  sources.push(source.length);
  return inside.decoded(decoded.join(''), sources, ends);
}

/** The character that so many hexadecimal digits stand for; surrogates are none. */
function codeAt(source: string, at: number, digits: number): number | undefined {
  const written = source.slice(at, at + digits);
  if (written.length < digits || !/^[\dA-Fa-f]+$/.test(written)) return undefined;
  const code = Number.parseInt(written, 16);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : code;
}
