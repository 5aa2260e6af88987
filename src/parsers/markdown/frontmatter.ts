import type { LocatedText } from '../../core/located-text.ts';

const OPENING = /^\ufeff?---[ \t]*(?:\r\n?|\n)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** The YAML in front of a Markdown text, and where that text begins. */
export interface Frontmatter {
  readonly yaml: LocatedText;
  readonly end: number;
}

/** Nothing when there is none, or when it is not closed. */
export function findFrontmatter(text: LocatedText): Frontmatter | undefined {
  const source = text.reveal();
  const opening = OPENING.exec(source);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = CLOSING.exec(source.slice(start));
  if (!closing) return undefined;
  return { yaml: text.slice(start, start + closing.index), end: start + closing.index + closing[0].length };
}
