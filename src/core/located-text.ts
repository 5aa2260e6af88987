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
}

/**
 * Sealed text that knows where each of its characters stands in the document, through any number of decodings (JSON
 * escapes, percent encoding, JSON inside a JSON string), so that a part of a decoded value can be pointed at, and later
 * replaced, exactly as it is written.
 */
export class LocatedText extends Secret {
  readonly #places: Places;

  constructor(text: string, places: Places) {
    super(text);
    this.#places = places;
  }

  /** Document offset of the character at `index`; `index === length` gives the end. */
  offsetAt(index: number): number {
    const places = this.#places;
    if (typeof places === 'number') return places + index;
    if ('start' in places) return index === 0 ? places.start : places.end;
    if ('pieces' in places) return offsetIn(places.pieces, index);
    return places[index]!;
  }

  /** Where the whole text stands in the document; of pieces that are not in its order, where the longest stands. */
  get range(): Range {
    const places = this.#places;
    if (typeof places === 'object' && 'start' in places) return places;
    if (typeof places === 'object' && 'pieces' in places) return rangeOf(places.pieces);
    return { start: this.offsetAt(0), end: this.offsetAt(this.length) };
  }

  /** The characters from `start` to `end`, with their places. */
  slice(start: number, end: number = this.length): LocatedText {
    const text = this.reveal().slice(start, end);
    const places = this.#places;
    if (typeof places === 'number') return new LocatedText(text, places + start);
    if ('start' in places) return new LocatedText(text, places);
    if ('pieces' in places)
      return new LocatedText(text, { pieces: slicePieces(places.pieces, start, start + text.length) });
    return new LocatedText(text, places.slice(start, start + text.length + 1));
  }

  /** Without white space at both ends. */
  trim(): LocatedText {
    const text = this.reveal();
    const start = text.length - text.trimStart().length;
    return this.slice(start, Math.max(start, text.trimEnd().length));
  }

  /**
   * The text after one more decoding. `sources[i]` is the index, in this text, of what became character `i` of
   * `decoded`; the last entry is the index behind the last character.
   */
  decoded(decoded: string, sources: readonly number[]): LocatedText {
    const places = this.#places;
    if (typeof places === 'object' && 'start' in places) return new LocatedText(decoded, places);
    if (typeof places === 'object' && 'pieces' in places)
      return new LocatedText(decoded, { pieces: decodePieces(places.pieces, decoded, sources) });
    return new LocatedText(
      decoded,
      sources.map((index) => this.offsetAt(index)),
    );
  }

  /** This text with others behind it, wherever those stand: `'Bearer ' + TOKEN` of a script. */
  followedBy(others: readonly LocatedText[]): LocatedText {
    const pieces = [this, ...others].filter(({ length }) => length > 0);
    if (pieces.length < 2) return pieces[0] ?? this;
    return new LocatedText(pieces.map((piece) => piece.reveal()).join(''), { pieces });
  }

  /** What the text decodes to when no character of the result has a place of its own. */
  decodedWhole(decoded: string): LocatedText {
    return new LocatedText(decoded, this.range);
  }
}

/** Where a character of joined texts stands; behind the last one, where that ends. */
function offsetIn(pieces: readonly LocatedText[], index: number): number {
  let start = 0;
  for (const piece of pieces) {
    if (index < start + piece.length) return piece.offsetAt(index - start);
    start += piece.length;
  }
  return pieces.at(-1)!.range.end;
}

/** The parts of joined texts from `start` to `end`; one, be it empty, at least. */
function slicePieces(pieces: readonly LocatedText[], start: number, end: number): LocatedText[] {
  const parts: LocatedText[] = [];
  let from = 0;
  for (const piece of pieces) {
    const to = from + piece.length;
    if (from < end && to > start)
      parts.push(piece.slice(Math.max(start - from, 0), Math.min(end - from, piece.length)));
    from = to;
  }
  if (parts.length > 0) return parts;
  const last = pieces.at(-1)!;
  return [start === 0 ? pieces[0]!.slice(0, 0) : last.slice(last.length)];
}

/** What becomes of each piece, so that a piece still ends where it does in the document. */
function decodePieces(
  pieces: readonly LocatedText[],
  decoded: string,
  sources: readonly number[],
): LocatedText[] {
  const parts: LocatedText[] = [];
  let from = 0;
  let index = 0;
  for (const piece of pieces) {
    const to = from + piece.length;
    const start = index;
    while (index < decoded.length && sources[index]! < to) index++;
    const places = sources
      .slice(start, index + 1)
      .map((source) => Math.min(Math.max(source - from, 0), piece.length));
    if (index > start) parts.push(piece.decoded(decoded.slice(start, index), places));
    from = to;
  }
  return parts.length > 0 ? parts : [pieces.at(-1)!.slice(pieces.at(-1)!.length)];
}

function rangeOf(pieces: readonly LocatedText[]): Range {
  const ranges = pieces.map(({ range }) => range);
  const inOrder = ranges.every(({ start }, index) => index === 0 || start >= ranges[index - 1]!.end);
  if (inOrder) return { start: ranges[0]!.start, end: ranges.at(-1)!.end };
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest)).range;
}
