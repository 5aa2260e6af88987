import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';

/** A comment; indices of the text that it is in. */
export interface Comment extends Range {
  /** What stands between its signs. */
  readonly content: Range;
}

/** A text with its comments: a document, or a text in it that is read as one. */
export interface CommentedText {
  readonly text: LocatedText;
  readonly comments: readonly Comment[];
  /** It is an example that a document shows to its readers. */
  readonly shown?: true;
  /** Where its own text begins, when something else stands in front. */
  readonly from?: number;
  /** What a comment in front of it speaks of, by the place where that begins: a whole block of code. */
  readonly blocks?: readonly Range[];
}

/**
 * Finds the comments of a document, those of configs embedded in it too. `holdsServer` tells whether a stretch of the document is
 * read as a config: what else looks like a comment there is a value.
 */
export type FindComments = (
  text: LocatedText,
  path: string,
  holdsServer: (range: Range) => boolean,
) => readonly CommentedText[];
