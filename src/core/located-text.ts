import type { Range } from './range.ts';
import { Secret } from './secret.ts';

/**
 * Where the characters stand in the document: one offset when they stand side by side, an offset for each character and
 * for the end when some are escaped, or one range for all of them when the text is encoded as a whole (base64).
 */
type Places = number | readonly number[] | Range;

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
    return places[index]!;
  }

  /** Where the whole text stands in the document. */
  get range(): Range {
    if (typeof this.#places === 'object' && 'start' in this.#places) return this.#places;
    return { start: this.offsetAt(0), end: this.offsetAt(this.length) };
  }

  /** The characters from `start` to `end`, with their places. */
  slice(start: number, end: number = this.length): LocatedText {
    const text = this.reveal().slice(start, end);
    const places = this.#places;
    if (typeof places === 'number') return new LocatedText(text, places + start);
    if ('start' in places) return new LocatedText(text, places);
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
    if (typeof this.#places === 'object' && 'start' in this.#places)
      return new LocatedText(decoded, this.#places);
    return new LocatedText(
      decoded,
      sources.map((index) => this.offsetAt(index)),
    );
  }

  /** What the text decodes to when no character of the result has a place of its own. */
  decodedWhole(decoded: string): LocatedText {
    return new LocatedText(decoded, this.range);
  }
}
