import type { Range } from './range.ts';
import { Secret } from './secret.ts';

/**
 * Where the characters stand in the document: one offset when they stand side by side, an offset for each character and
 * for the end when some are escaped, one range for all of them when the text is encoded as a whole (base64), or the
 * pieces that the text was put together from.
 */
type Places = number | readonly number[] | Range | Joined;

interface Joined {
  readonly pieces: readonly LocatedText[];
  /** Index of the first character of each. */
  readonly starts: readonly number[];
}

/**
 * Sealed text that knows where each of its characters stands in the document, through any number of decodings (JSON
 * escapes, percent encoding, JSON inside a JSON string), so that a part of a decoded value can be pointed at, and later
 * replaced, exactly as it is written.
 */
export class LocatedText extends Secret {
  readonly #places: Places;
  /** Where each character ends, of texts where one may end before the next begins. */
  readonly #ends: readonly number[] | undefined;

  constructor(text: string, places: Places, ends?: readonly number[]) {
    super(text);
    this.#places = places;
    this.#ends = ends;
  }

  /** Document offset of the character at `index`; `index === length` gives the end. */
  offsetAt(index: number): number {
    const places = this.#places;
    if (typeof places === 'number') return places + index;
    if ('start' in places) return index === 0 ? places.start : places.end;
    if ('pieces' in places) return offsetIn(places, index);
    return places[index]!;
  }

  /** Where the whole text stands in the document; of pieces that are not in its order, where the longest stands. */
  get range(): Range {
    const places = this.#places;
    if (typeof places === 'object' && 'start' in places) return places;
    if (typeof places === 'object' && 'pieces' in places) return rangeOf(places.pieces);
    return { start: this.offsetAt(0), end: this.#endAt(this.length) };
  }

  /** The characters from `start` to `end`, with their places. */
  slice(start: number, end: number = this.length): LocatedText {
    const text = this.reveal().slice(start, end);
    const places = this.#places;
    if (typeof places === 'number') return new LocatedText(text, places + start);
    if ('start' in places) return new LocatedText(text, places);
    if ('pieces' in places) return joinedText(text, slicePieces(places, start, text.length));
    const behind = start + text.length;
    return new LocatedText(text, places.slice(start, behind + 1), this.#ends?.slice(start, behind));
  }

  /** Without white space at both ends. */
  trim(): LocatedText {
    const text = this.reveal();
    const start = text.length - text.trimStart().length;
    return this.slice(start, Math.max(start, text.trimEnd().length));
  }

  /**
   * The text after one more decoding. `sources[i]` is the index, in this text, of what became character `i` of
   * `decoded`; the last entry is the index behind the last character. A character ends where the next begins, but
   * where something stands between them that became nothing: `ends` has the index behind such a character.
   */
  decoded(
    decoded: string,
    sources: readonly number[],
    ends: ReadonlyMap<number, number> = new Map(),
  ): LocatedText {
    const places = this.#places;
    if (typeof places === 'object' && 'start' in places) return new LocatedText(decoded, places);
    if (typeof places === 'object' && 'pieces' in places)
      return joinedText(decoded, decodePieces(places, decoded, sources, ends));
    const starts = sources.map((index) => this.offsetAt(index));
    if (ends.size === 0 && !this.#ends) return new LocatedText(decoded, starts);
    const behind = sources.slice(1).map((next, index) => this.#endAt(ends.get(index) ?? next));
    return new LocatedText(decoded, starts, behind);
  }

  /** This text with others behind it, wherever those stand: `'Bearer ' + TOKEN` of a script. */
  followedBy(others: readonly LocatedText[]): LocatedText {
    const pieces = [this, ...others].filter(({ length }) => length > 0);
    if (pieces.length < 2) return pieces[0] ?? this;
    return joinedText(pieces.map((piece) => piece.reveal()).join(''), pieces);
  }

  /** What the text decodes to when no character of the result has a place of its own. */
  decodedWhole(decoded: string): LocatedText {
    return new LocatedText(decoded, this.range);
  }

  /** Document offset behind the character in front of `index`. */
  #endAt(index: number): number {
    return this.#ends?.[index - 1] ?? this.offsetAt(index);
  }
}

/** A text of one piece or more. */
function joinedText(text: string, pieces: readonly LocatedText[]): LocatedText {
  if (pieces.length === 1 && pieces[0]!.length === text.length) return pieces[0]!;
  let length = 0;
  const starts = pieces.map((piece) => {
    length += piece.length;
    return length - piece.length;
  });
  return new LocatedText(text, { pieces, starts });
}

/** Number of the piece that has a character of joined texts; the last one behind all of them. */
function pieceAt({ starts }: Joined, index: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a character of joined texts stands; behind the last one, where that ends. */
function offsetIn(joined: Joined, index: number): number {
  const number = pieceAt(joined, index);
  const piece = joined.pieces[number]!;
  const at = index - joined.starts[number]!;
  return at < piece.length ? piece.offsetAt(at) : piece.range.end;
}

/** The parts of joined texts that `length` characters from `start` on are in; one, be it empty, at least. */
function slicePieces(joined: Joined, start: number, length: number): LocatedText[] {
  const parts: LocatedText[] = [];
  const end = start + length;
  for (let number = pieceAt(joined, start); number < joined.pieces.length; number++) {
    const piece = joined.pieces[number]!;
    const from = joined.starts[number]!;
    if (parts.length > 0 && from >= end) break;
    const first = Math.min(Math.max(start - from, 0), piece.length);
    parts.push(piece.slice(first, Math.min(end - from, piece.length)));
  }
  return parts;
}

/** What becomes of each piece, so that a piece still ends where it does in the document. */
function decodePieces(
  joined: Joined,
  decoded: string,
  sources: readonly number[],
  ends: ReadonlyMap<number, number>,
): LocatedText[] {
  const { pieces, starts } = joined;
  const parts: LocatedText[] = [];
  let index = 0;
  // Words of a long text are decoded one by one: only the pieces that they are in are looked at.
  for (let number = pieceAt(joined, sources[0]!); index < decoded.length; number++) {
    const piece = pieces[number]!;
    const from = starts[number]!;
    const to = number + 1 < pieces.length ? from + piece.length : Number.POSITIVE_INFINITY;
    const start = index;
    while (index < decoded.length && sources[index]! < to) index++;
    const within = (source: number) => Math.min(Math.max(source - from, 0), piece.length);
    const places = sources.slice(start, index + 1).map(within);
    const behind = new Map<number, number>();
    for (let at = start; at < index && ends.size > 0; at++)
      if (ends.has(at)) behind.set(at - start, within(ends.get(at)!));
    if (index > start) parts.push(piece.decoded(decoded.slice(start, index), places, behind));
  }
  return parts.length > 0 ? parts : [pieces.at(-1)!.slice(pieces.at(-1)!.length)];
}

function rangeOf(pieces: readonly LocatedText[]): Range {
  const ranges = pieces.map(({ range }) => range);
  const inOrder = ranges.every(({ start }, index) => index === 0 || start >= ranges[index - 1]!.end);
  if (inOrder) return { start: ranges[0]!.start, end: ranges.at(-1)!.end };
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest)).range;
}
