import type { LocatedText } from '../../core/located-text.ts';

/** A stretch of the text, and what it stands for where that is something else. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly decoded?: string;
  /** Begins behind a quote: the character before it in the word does not stand beside it. */
  readonly apart: boolean;
}

/** More pieces than any hand puts together; each look into a text of pieces costs time for all of them. */
const MAX_PIECES = 64;

/** A variable that a shell puts its value in for: indices of the word's text. */
export interface VariableUse {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Collects the stretches of a word: plain ones, escapes, quoted ones. */
export class WordBuilder {
  readonly #text: LocatedText;
  readonly #runs: Run[] = [];
  readonly uses: VariableUse[] = [];
  #apart = false;
  length = 0;

  constructor(text: LocatedText) {
    this.#text = text;
  }

  /** The characters from `from` to `to` as they stand. */
  plain(from: number, to: number): void {
    const last = this.#runs.at(-1);
    if (last && last.decoded === undefined && !this.#apart && last.to === from)
      this.#runs[this.#runs.length - 1] = { ...last, to };
    else if (to > from) this.#push({ from, to, apart: this.#apart });
    this.length += to - from;
  }

  /** `decoded` in the place of the characters from `from` to `to`. */
  escape(decoded: string, from: number, to: number): void {
    this.#push({ from, to, decoded, apart: this.#apart });
    this.length += decoded.length;
  }

  /** A substitution whose result is not known: no reader shall take a part of it. */
  whole(decoded: string, from: number, to: number): void {
    this.breakHere();
    this.escape(decoded, from, to);
    this.breakHere();
  }

  /** The characters from `from` to `to` name a variable. */
  use(name: string, from: number, to: number): void {
    this.uses.push({ name, start: this.length, end: this.length + to - from });
    this.plain(from, to);
  }

  /** A quote stands here. */
  breakHere(): void {
    this.#apart = true;
  }

  /** The text of the word; of an empty one, a place at `at`. */
  finish(at: number): LocatedText {
    if (this.#runs.length === 0) return this.#text.slice(at, at);
    const regions: Run[][] = [];
    for (const run of this.#runs) {
      if (run.apart || regions.length === 0) regions.push([run]);
      else regions.at(-1)!.push(run);
    }
    if (regions.length > MAX_PIECES) return this.#textOf(this.#runs);
    const [first, ...others] = regions.map((region) => this.#textOf(region));
    return first!.followedBy(others);
  }

  #textOf(runs: readonly Run[]): LocatedText {
    const [first] = runs;
    if (runs.length === 1 && first!.decoded === undefined) return this.#text.slice(first!.from, first!.to);
    if (runs.length === 1 && first!.decoded!.length > 1)
      return this.#text.slice(first!.from, first!.to).decodedWhole(first!.decoded!);
    const source = this.#text.reveal();
    const pieces: string[] = [];
    const sources: number[] = [];
    // The end of a line that goes on is no part of the characters around it.
    const ends = new Map<number, number>();
    for (const { from, to, decoded } of runs) {
      const last = sources.length - 1;
      if (decoded === '' && !ends.has(last)) ends.set(last, from);
      pieces.push(decoded ?? source.slice(from, to));
      const length = decoded?.length ?? to - from;
      for (let index = 0; index < length; index++) sources.push(decoded === undefined ? from + index : from);
    }
    sources.push(runs.at(-1)!.to);
    return this.#text.decoded(pieces.join(''), sources, ends);
  }

  #push(run: Run): void {
    this.#runs.push(run);
    this.#apart = false;
  }
}
