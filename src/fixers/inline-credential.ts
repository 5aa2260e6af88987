import type { ClassifiedSlot } from '../core/classified.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';
import type { Scalar } from '../core/value.ts';
import type { LintedDocument } from '../lint-document.ts';
import type { ServerFacts } from '../servers/server-facts.ts';

/** A credential that is to leave a config, and the string of the document that it stands in. */
export interface InlineCredential {
  readonly slot: ClassifiedSlot;
  /** Of the variable, header, flag or query parameter; `argument-2` for a positional one. Raw text. */
  readonly name: string;
  /** The string as the host reads it. */
  readonly holder: Scalar;
  /** Of `holder`, from the root of the document, without the steps inside a string. */
  readonly path: Path;
  /** The credential within the text of `holder`, before any decoding but that of the dialect. */
  readonly part: LocatedText;
}

/** All that is to leave one server entry. */
export interface FixEntry {
  readonly facts: ServerFacts;
  readonly document: LintedDocument;
  /** In the order of the document. */
  readonly credentials: readonly InlineCredential[];
}

/** The credential is all of its string. */
export function isWhole({ holder, part }: InlineCredential): boolean {
  return part.length === holder.text.length;
}
