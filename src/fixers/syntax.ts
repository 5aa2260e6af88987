import type { Edit } from '../core/edit.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Mapping, Scalar, Sequence, Value } from '../core/value.ts';

/** A value to be written. Holds no secret. */
export type NewValue = string | boolean | readonly NewValue[] | { readonly [key: string]: NewValue };

export type Container = Mapping | Sequence;

export interface Addition {
  /** Number of the old items that come before it. */
  readonly index: number;
  /** Of a member. */
  readonly key?: string;
  readonly value: NewValue;
}

/** What happens to the items of one container. */
export interface ContainerChange {
  readonly container: Container;
  /** By their place. */
  readonly removed: ReadonlySet<number>;
  /** In the order of their indexes; those of the same index in the order in which they are written. */
  readonly added: readonly Addition[];
}

/** The syntax has no way to write such a change there. */
export class Unwritable extends Error {}

/**
 * Writes changes of one document in its dialect: comments, indentation, line ends and the order of keys stay as they are,
 * and what is new is written as its neighbours are. Offsets are those of the document's text. May throw Unwritable.
 */
export interface Syntax {
  /**
   * Puts `text` in the place of the whole of `holder`, quotes included where they must change, or of `part` of it; an empty
   * part is a place to insert at. What is no string becomes one. Several edits where quotes have to be put around what stays.
   */
  replaceText(holder: Scalar, text: string, part?: LocatedText): Edit | readonly Edit[];
  /**
   * Of code: has the environment variable `name` of the program stand in the place of the whole of `holder`, or of `part` of
   * it. Absent in dialects that are data. May throw Unwritable.
   */
  replaceByVariable?(holder: Scalar, name: string, part?: LocatedText): Edit | readonly Edit[];
  /** Puts another value in the place of one that holds no secret: a mapping in that of `env: null`. */
  replaceValue(old: Value, value: NewValue): Edit;
  /** Adds and removes items of one mapping or list. */
  editContainer(change: ContainerChange): readonly Edit[];
}

/** `source` is the text of the document that `root` was read from. */
export type SyntaxOf = (source: string, root: Value) => Syntax;
