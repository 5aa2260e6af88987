import type { LocatedText } from '../../core/located-text.ts';

/** A stretch of a Markdown text that may show a config. */
export interface Block {
  /** Without what belongs to the list or the quote around it. */
  readonly text: LocatedText;
  /** As the author calls it, lower case; '' when that is left open. */
  readonly language: string;
}

/** First word of an info string or of a class: `json title="a"`, `{.json}`, `language-json`. */
export function languageOf(info: string): string {
  const word = /^[\s{.]*(?:lang(?:uage)?-)?([a-z0-9+#_-]{1,40})/i.exec(info)?.[1];
  return word?.toLowerCase() ?? '';
}
