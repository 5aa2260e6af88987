import { dialectOf } from '../core/dialect.ts';
import type { Document } from '../core/document.ts';

/** The document is code: its values are those of the program that it is, which reads its environment itself. */
export function isCode({ document }: { readonly document: Pick<Document, 'path'> }): boolean {
  return dialectOf(document.path) === 'script';
}

/** Why nothing but a variable is written there, a clause. */
export const ONLY_VARIABLES = 'it is in code, which takes it from a variable of its environment';
