/** Kinds of bytes at the start of a token. */
export const STRAY = 0;
export const SPACE = 1;
export const QUOTE = 2;
export const WORD = 3; // of a number, true, false, null
export const COMMA = 4;
export const COLON = 5;
export const SLASH = 6;
export const OPEN_MAPPING = 7;
export const OPEN_SEQUENCE = 8;
export const CLOSE_MAPPING = 9;
export const CLOSE_SEQUENCE = 10;

/** Kind of each of the 256 bytes. */
export const KINDS = new Uint8Array(256);
for (const [characters, kind] of [
  [' \t\r\n', SPACE],
  ['"', QUOTE],
  ['+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', WORD],
  [',', COMMA],
  [':', COLON],
  ['/', SLASH],
  ['{', OPEN_MAPPING],
  ['[', OPEN_SEQUENCE],
  ['}', CLOSE_MAPPING],
  [']', CLOSE_SEQUENCE],
] as const) {
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;
}

/** In place of the end of a token: the file ends in it. */
export const CUT = -1;
/** In place of the end of a token: it is not well formed. */
const MALFORMED = -2;

const LF = 0x0a;
const CR = 0x0d;
const DOUBLE_QUOTE = 0x22;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;
const LOWER_E = 0x65;
// The first four bytes of the literal names.
const TRUE = 0x74727565;
const NULL = 0x6e756c6c;
const FALS = 0x66616c73;

/** Below this many bytes a loop is faster than a call of `indexOf`. */
const NEAR = 8;

/** Ends of tokens in a JSON text with comments. Each is the index behind the token, CUT or MALFORMED. */
export class JsonBytes {
  readonly #bytes: Buffer;
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Of the string whose opening quote is at `start`; MALFORMED when its line ends before. Escapes are not checked. */
  endOfString(start: number): number {
    const bytes = this.#bytes;
    let at = start + 1;
    for (;;) {
      const near = Math.min(at + NEAR, bytes.length);
      while (at < near) {
        const byte = bytes[at]!;
        if (byte === DOUBLE_QUOTE) return at + 1;
        if (byte === LF || byte === CR) return MALFORMED;
        if (byte === BACKSLASH && at + 1 < bytes.length && bytes[at + 1]! >= 0x20) at += 1;
        at += 1;
      }
      const quote = bytes.indexOf(DOUBLE_QUOTE, at);
      if (this.#nextLineBreak(at) < (quote < 0 ? bytes.length : quote)) return MALFORMED;
      if (quote < 0) return CUT;
      let run = quote;
      while (run > at && bytes[run - 1] === BACKSLASH) run -= 1;
      at = quote + 1;
      if ((quote - run) % 2 === 0) return at;
    }
  }

  /** Of the number or literal name at `start`. */
  endOfWord(start: number): number {
    const bytes = this.#bytes;
    let end = start;
    while (KINDS[bytes[end]!] === WORD) end += 1;
    return this.#endOfNumber(start) === end || this.#isName(start, end) ? end : MALFORMED;
  }

  /** Of the comment whose first slash is at `start`. */
  endOfComment(start: number): number {
    const second = this.#bytes[start + 1];
    if (second === this.#bytes[start]) return this.#nextLineBreak(start);
    if (second !== ASTERISK) return MALFORMED;
    const end = this.#bytes.indexOf('*/', start + 2, 'latin1');
    return end < 0 ? CUT : end + 2;
  }

  #isName(start: number, end: number): boolean {
    if (end - start !== 4 && end - start !== 5) return false;
    const four = this.#bytes.readUInt32BE(start);
    if (end - start === 5) return four === FALS && this.#bytes[end - 1] === LOWER_E;
    return four === TRUE || four === NULL;
  }

  #endOfNumber(start: number): number {
    const bytes = this.#bytes;
    let at = bytes[start] === MINUS ? start + 1 : start;
    at = bytes[at] === ZERO ? at + 1 : this.#endOfDigits(at);
    if (at > 0 && bytes[at] === POINT) at = this.#endOfDigits(at + 1);
    if (at > 0 && (bytes[at]! | 0x20) === LOWER_E) {
      const signed = bytes[at + 1] === MINUS || bytes[at + 1] === PLUS;
      at = this.#endOfDigits(at + (signed ? 2 : 1));
    }
    return at;
  }

  /** There must be one at least. */
  #endOfDigits(start: number): number {
    let at = start;
    while (this.#bytes[at]! >= ZERO && this.#bytes[at]! <= NINE) at += 1;
    return at > start ? at : MALFORMED;
  }

  /** At or behind `from`; the end of the file when there is none. What is found is kept for the next questions. */
  #nextLineBreak(from: number): number {
    if (this.#lineFeed < from) this.#lineFeed = this.#find(LF, from);
    if (this.#carriageReturn < from) this.#carriageReturn = this.#find(CR, from);
    return Math.min(this.#lineFeed, this.#carriageReturn);
  }

  #find(byte: number, from: number): number {
    const at = this.#bytes.indexOf(byte, from);
    return at < 0 ? this.#bytes.length : at;
  }
}
