import type { Marked, Span, Text } from './marked.ts';

/** Takes the pieces of a text one after the other; labelled stretches move along. */
export class Sink {
  readonly #pieces: string[] = [];
  readonly #spans: Span[] = [];
  #length = 0;

  put(...texts: readonly Text[]): void {
    for (const text of texts) {
      const piece = typeof text === 'string' ? text : text.text;
      if (typeof text !== 'string') {
        for (const span of text.spans)
          this.#spans.push({ ...span, start: span.start + this.#length, end: span.end + this.#length });
      }
      this.#pieces.push(piece);
      this.#length += piece.length;
    }
  }

  get marked(): Marked {
    return { text: this.#pieces.join(''), spans: this.#spans };
  }
}
