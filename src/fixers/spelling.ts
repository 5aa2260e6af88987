import type { Document } from '../core/document.ts';
import type { LocatedText } from '../core/located-text.ts';
import { Secret } from '../core/secret.ts';

/** Text as it stands in a JSON string, without the quotes, when nobody has a reason to write it otherwise. */
export function plainSpelling(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** How the document spells a text of one of its strings; nothing when that is the plain spelling. */
export function spellingOf(document: Document, text: LocatedText): Secret | undefined {
  const { start, end } = text.range;
  const written = document.text.slice(start, end);
  return written.reveal() === plainSpelling(text.reveal()) ? undefined : new Secret(written.reveal());
}
