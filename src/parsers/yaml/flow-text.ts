import type { LocatedText } from '../../core/located-text.ts';

/** A text, and where in what was written the first thing is that may not be there. */
export interface Decoded {
  readonly text: LocatedText;
  readonly invalid?: { readonly index: number; readonly reason: 'quote' | 'escape' };
}

const FOLD = /[ \t]*(?:\r?\n[ \t]*)+/y;
const BLANKS = /[ \t]+/y;

/** What is written without quotes. Lines are folded: every character keeps its place. */
export function decodePlain(written: LocatedText): LocatedText {
  const source = written.reveal();
  if (!source.includes('\n')) return written;
  const output = new Output(written);
  for (let index = 0; index < source.length; ) index = output.blank(index) ?? output.copy(index);
  return output.finish(source.length);
}

/** `written`: with both quotes, or with the opening one where the other is missing. */
export function decodeSingle(written: LocatedText): Decoded {
  const source = written.reveal();
  const isClosed = source.length > 1 && source.endsWith("'");
  const end = isClosed ? source.length - 1 : source.length;
  const invalid = isClosed ? {} : { invalid: { index: source.length, reason: 'quote' as const } };
  if (!/\n|'/.test(source.slice(1, end))) return { text: written.slice(1, end), ...invalid };
  const output = new Output(written);
  for (let index = 1; index < end; ) {
    const next = output.blank(index);
    if (next !== undefined) index = next;
    else if (source[index] === "'" && source[index + 1] === "'" && index + 1 < end)
      index = output.put("'", index, 2);
    else index = output.copy(index);
  }
  return { text: output.finish(end), ...invalid };
}

const SIMPLE: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const CONTINUED = /\r?\n[ \t]*/y;

/** As `decodeSingle`. An invalid escape stands for its own characters. */
export function decodeDouble(written: LocatedText): Decoded {
  const source = written.reveal();
  const isClosed = /(?<!\\)(?:\\\\)*"$/.test(source.slice(1));
  const end = isClosed ? source.length - 1 : source.length;
  let invalid: Decoded['invalid'] = isClosed ? undefined : { index: source.length, reason: 'quote' };
  if (!/[\n\\]/.test(source)) return { text: written.slice(1, end), ...(invalid && { invalid }) };
  const output = new Output(written);
  for (let index = 1; index < end; ) {
    const escaped = source[index] === '\\' && index + 1 < end ? source[index + 1]! : undefined;
    const length = escaped === undefined ? undefined : DIGITS[escaped];
    const simple = escaped === undefined ? undefined : SIMPLE[escaped];
    CONTINUED.lastIndex = index + 1;
    if (simple !== undefined) {
      index = output.put(simple, index, 2);
    } else if (length !== undefined) {
      const digits = source.slice(index + 2, Math.min(index + 2 + length, end));
      const code =
        /^[0-9A-Fa-f]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
      if (code >= 0 && code <= 0x10ffff) index = output.put(String.fromCodePoint(code), index, 2 + length);
      else {
        if (!invalid || invalid.index > index) invalid = { index, reason: 'escape' };
        index = output.copy(index);
      }
    } else if (escaped !== undefined && CONTINUED.test(source)) {
      index = output.skip(index, CONTINUED.lastIndex);
    } else {
      if (escaped !== undefined && (!invalid || invalid.index > index)) invalid = { index, reason: 'escape' };
      index = output.blank(index) ?? output.copy(index);
    }
  }
  return { text: output.finish(end), ...(invalid && { invalid }) };
}

/** Collects decoded characters with their places in what was written. */
class Output {
  readonly #written: LocatedText;
  readonly #source: string;
  readonly #places: number[] = [];
  /** A line end that a backslash takes away is no part of the characters around it. */
  readonly #ends = new Map<number, number>();
  #decoded = '';

  constructor(written: LocatedText) {
    this.#written = written;
    this.#source = written.reveal();
  }

  /** A character that stands for itself. */
  copy(index: number): number {
    return this.put(this.#source[index]!, index, 1);
  }

  /** Characters that are written in some others. */
  put(characters: string, index: number, length: number): number {
    this.#decoded += characters;
    for (let count = 0; count < characters.length; count++) this.#places.push(index);
    return index + length;
  }

  /** What stands between two indexes is nothing. */
  skip(from: number, to: number): number {
    const last = this.#places.length - 1;
    this.#ends.set(last, this.#ends.get(last) ?? from);
    return to;
  }

  /** White space, which folds where a line ends in it; nothing when none is at `index`. */
  blank(index: number): number | undefined {
    const source = this.#source;
    FOLD.lastIndex = index;
    if (!FOLD.test(source)) {
      BLANKS.lastIndex = index;
      if (!BLANKS.test(source)) return undefined;
      for (let at = index; at < BLANKS.lastIndex; at++) this.copy(at);
      return BLANKS.lastIndex;
    }
    const end = FOLD.lastIndex;
    let from = source.indexOf('\n', index) + 1;
    let next = source.indexOf('\n', from);
    if (next === -1 || next >= end) this.put(' ', index, 0);
    // The first line end is where the white space begins.
    for (let place = index; next !== -1 && next < end; next = source.indexOf('\n', from)) {
      this.put('\n', place, 0);
      place = source[next - 1] === '\r' ? next - 1 : next;
      from = next + 1;
    }
    return end;
  }

  finish(end: number): LocatedText {
    this.#places.push(end);
    return this.#written.decoded(this.#decoded, this.#places, this.#ends);
  }
}
