import type { LocatedText } from '../../core/located-text.ts';

/** A run of characters that none of the others ends: a name, a number, or nothing that JSON5 has. */
const WORD = /[^\s\ufeff"'{}[\]:,/]+/y;
const SPACE = /[\s\ufeff]+/y;
const COLON = /^(?:\s|\/\*[^*]*\*\/|\/\/[^\n\r]*[\n\r])*:/;
/** How far behind a name its colon is looked for. */
const REACH = 200;

/** One character of a string as written. */
const PIECE = /\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[\s\S])|[\s\S]/g;
const KEPT = new Set(['\\b', '\\f', '\\n', '\\r', '\\t', '\\"', '\\\\', '\\/']);
const OWN: Readonly<Record<string, string>> = { '\\v': '\\u000b', '\\0': '\\u0000' };

const NUMBER = /^[+-]?(?:Infinity|NaN|0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A JSON5 document as JSON with comments, in which every character knows where it stood. Takes linear time. */
export function toPlainJson(text: LocatedText): LocatedText {
  const source = text.reveal();
  const writer = new Writer();
  for (let at = 0; at < source.length; ) at = writeToken(writer, source, at);
  writer.sources.push(source.length);
  return text.decoded(writer.text, writer.sources, writer.ends);
}

/** Collects a text and, for each of its characters, where it comes from. */
class Writer {
  text = '';
  readonly sources: number[] = [];
  /** Where characters end that a line goes on behind. */
  readonly ends = new Map<number, number>();

  /** Text that is written as it stood. */
  copy(text: string, from: number): void {
    this.text += text;
    for (let index = 0; index < text.length; index++) this.sources.push(from + index);
  }

  /** Text that stands for what is at one place. */
  replace(text: string, from: number): void {
    this.text += text;
    const last = this.sources.length - 1;
    if (text === '' && !this.ends.has(last)) this.ends.set(last, from);
    for (let index = 0; index < text.length; index++) this.sources.push(from);
  }
}

/** Writes the token at `at` and gives the place behind it. */
function writeToken(writer: Writer, source: string, at: number): number {
  const character = source[at]!;
  if (character === '"' || character === "'") return writeString(writer, source, at);
  if (character === '/') return writeComment(writer, source, at);
  const space = match(SPACE, source, at);
  if (space) {
    writer.copy(space.replace(/[\u2028\u2029]/g, '\n').replace(/[^ \t\n\r]/g, ' '), at);
    return at + space.length;
  }
  const word = match(WORD, source, at);
  if (word) writeWord(writer, word, at, COLON.test(source.slice(at + word.length, at + word.length + REACH)));
  else writer.copy(character, at);
  return at + (word?.length ?? 1);
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

function writeComment(writer: Writer, source: string, at: number): number {
  const block = source[at + 1] === '*';
  const found = block ? source.indexOf('*/', at + 2) : source.slice(at).search(/[\n\r\u2028\u2029]/);
  const end = found < 0 ? source.length : block ? found + 2 : at + found;
  writer.copy(source.slice(at, end), at);
  return end;
}

/** In double quotes, with escapes that JSON has. A line that goes on behind a backslash is one line. */
function writeString(writer: Writer, source: string, start: number): number {
  const quote = source[start]!;
  let end = start + 1;
  while (end < source.length && source[end] !== quote && source[end] !== '\n')
    end += source[end] === '\\' ? (source.startsWith('\r\n', end + 1) ? 3 : 2) : 1;
  writer.replace('"', start);
  for (const { 0: piece, index } of source.slice(start + 1, end).matchAll(PIECE)) {
    const written = pieceOf(piece);
    if (written === piece) writer.copy(piece, start + 1 + index);
    else writer.replace(written, start + 1 + index);
  }
  if (source[end] !== quote) return Math.min(end, source.length);
  writer.replace('"', end);
  return end + 1;
}

function pieceOf(piece: string): string {
  if (piece === '"') return '\\"';
  if (piece[0] !== '\\')
    return piece < ' ' ? `\\u${piece.charCodeAt(0).toString(16).padStart(4, '0')}` : piece;
  if (/^\\[\n\r\u2028\u2029]/.test(piece)) return '';
  if (piece[1] === 'x' && piece.length === 4) return `\\u00${piece.slice(2)}`;
  if (KEPT.has(piece) || (piece[1] === 'u' && piece.length === 6)) return piece;
  return OWN[piece] ?? pieceOf(piece.slice(1));
}

/** A key gets quotes. Of a number that JSON does not have nothing matters to us but that it is one. */
function writeWord(writer: Writer, word: string, at: number, isKey: boolean): void {
  if (isKey) {
    writer.replace('"', at);
    writer.copy(word, at);
    writer.replace('"', at + word.length);
  } else if (NUMBER.test(word) && !JSON_NUMBER.test(word)) writer.replace('0', at);
  else writer.copy(word, at);
}
