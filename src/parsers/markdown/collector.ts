import type { LocatedText } from '../../core/located-text.ts';

/** Puts the text of a block together from stretches of a document, each character keeping its place. */
export class Collector {
  readonly #text: LocatedText;
  readonly #stretches: { readonly start: number; end: number }[] = [];

  constructor(text: LocatedText) {
    this.#text = text;
  }

  /** What stands behind the last stretch at once becomes one with it. */
  add(start: number, end: number): void {
    const last = this.#stretches.at(-1);
    if (last?.end === start) last.end = end;
    else this.#stretches.push({ start, end });
  }

  /** Whether a test passes on the stretches, all of them in one text. */
  passes(test: (source: string) => boolean): boolean {
    const [first] = this.#stretches;
    const last = this.#stretches.at(-1);
    return first !== undefined && test(this.#text.reveal().slice(first.start, last!.end));
  }

  finish(): LocatedText {
    const [first] = this.#stretches;
    if (!first) return this.#text.slice(0, 0);
    if (this.#stretches.length === 1) return this.#text.slice(first.start, first.end);
    const source = this.#text.reveal();
    const sources: number[] = [];
    for (const { start, end } of this.#stretches) for (let at = start; at < end; at++) sources.push(at);
    sources.push(this.#stretches.at(-1)!.end);
    return this.#text.decoded(
      this.#stretches.map(({ start, end }) => source.slice(start, end)).join(''),
      sources,
    );
  }
}
