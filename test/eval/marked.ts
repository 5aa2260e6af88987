/** What a marked stretch is, as the person who labels it judges. */
export interface Mark {
  /** `optional`: reasonable people differ, so a finding there is neither demanded nor a false alarm. */
  readonly verdict: 'secret' | 'negative' | 'optional';
  /** For secrets how they are carried (`docker -e`); for the others what they are (`placeholder:angle`). */
  readonly slot: string;
  /** Format id, or `opaque:<shape>`. */
  readonly format: string;
  readonly note: string;
  /** The text with every encoding taken off. */
  readonly value: string;
}

/** How a stretch was written; undone in reverse order when labels are checked. */
export type Layer =
  | 'json'
  | 'percent'
  | 'base64'
  | 'toml-basic'
  | 'toml-lines'
  | 'yaml-double'
  | 'yaml-single'
  | 'yaml-block'
  | 'script'
  | 'script-template'
  | 'script-joined'
  | 'shell-double'
  | 'shell-single';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
  readonly layers: readonly Layer[];
  /** A wider or narrower stretch that is as good an answer as the primary one. */
  readonly alternative: boolean;
}

/** Text with labelled stretches that keep their places through concatenation and encoding. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

export type Text = string | Marked;

/** A text without labels is one with none. */
export const asMarked = (text: Text): Marked => (typeof text === 'string' ? { text, spans: [] } : text);

/** The whole text is one labelled stretch. */
export function marked(
  value: string,
  verdict: Mark['verdict'],
  slot: string,
  format: string,
  note = '',
): Marked {
  const mark: Mark = { verdict, slot, format, note, value };
  return { text: value, spans: [{ start: 0, end: value.length, mark, layers: [], alternative: false }] };
}

export const negative = (value: string, kind: string, note = ''): Marked =>
  marked(value, 'negative', kind, '', note);

export const optional = (value: string, kind: string, note = ''): Marked =>
  marked(value, 'optional', kind, '', note);

/** Concatenation. */
export function join(...parts: readonly Text[]): Marked {
  let text = '';
  const spans: Span[] = [];
  for (const part of parts.map(asMarked)) {
    for (const span of part.spans) {
      spans.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    }
    text += part.text;
  }
  return { text, spans };
}

/** Says that pointing at the whole of `text` is as good as pointing at its (only) secret. */
export function orWhole(text: Marked): Marked {
  const primary = text.spans.find((span) => !span.alternative);
  if (primary === undefined) return text;
  const whole: Span = { ...primary, start: 0, end: text.text.length, alternative: true };
  return { text: text.text, spans: [...text.spans, whole] };
}

/** Writes every code point as `encode` says and moves the stretches along. */
export function encodeEach(text: Text, layer: Layer, encode: (char: string) => string): Marked {
  const source = asMarked(text);
  const places: number[] = [];
  let written = '';
  let index = 0;
  for (const char of source.text) {
    for (let unit = 0; unit < char.length; unit += 1) places[index + unit] = written.length;
    written += encode(char);
    index += char.length;
  }
  places[index] = written.length;
  const spans = source.spans.map((span) => ({
    ...span,
    start: places[span.start] as number,
    end: places[span.end] as number,
    layers: [...span.layers, layer],
  }));
  return { text: written, spans };
}

/** The stretch of `text` from `start` to `end`, with the labels that lie in it. */
export function sliced(text: Text, start: number, end: number): Marked {
  const source = asMarked(text);
  return {
    text: source.text.slice(start, end),
    spans: source.spans
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ ...span, start: span.start - start, end: span.end - start })),
  };
}

/** Percent-encodes what a URL component must not hold. */
export const percentEncoded = (text: Text): Marked => encodeEach(text, 'percent', encodeURIComponent);

/** Percent-encodes more than necessary, as some tools and people do. */
export const percentEncodedHard = (text: Text): Marked =>
  encodeEach(text, 'percent', (char) =>
    /[A-Za-z0-9]/.test(char)
      ? char
      : [...Buffer.from(char)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
  );
