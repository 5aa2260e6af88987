import type { Document } from '../core/document.ts';
import type { LocatedText } from '../core/located-text.ts';
import { Secret } from '../core/secret.ts';

/** Text as it stands in a JSON string, without the quotes, when nobody has a reason to write it otherwise. */
export function plainSpelling(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Whether a file has a text as it is, where the plain spelling of it is another: in single quotes, or in none. */
export function isVerbatim(written: string, text: string): boolean {
  return written === text && written !== plainSpelling(text);
}

/** Whether what a file has is known from the text alone. */
export function isKnownSpelling(written: string, text: string): boolean {
  return written === text || written === plainSpelling(text);
}

/** How the document spells a text of one of its strings; nothing when that is known from the text alone. */
export function spellingOf(document: Document, text: LocatedText): Secret | undefined {
  const { start, end } = text.range;
  const written = document.text.slice(start, end);
  return isKnownSpelling(written.reveal(), text.reveal()) ? undefined : new Secret(written.reveal());
}
