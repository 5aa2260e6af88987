import type { LocatedText } from '../core/located-text.ts';

/** The parts of a text between separators, white space around them dropped, empty ones left out. */
export function splitText(text: LocatedText, separator: string): LocatedText[] {
  const parts: LocatedText[] = [];
  let start = 0;
  for (const part of text.reveal().split(separator)) {
    const piece = text.slice(start, start + part.length).trim();
    if (piece.length > 0) parts.push(piece);
    start += part.length + separator.length;
  }
  return parts;
}
