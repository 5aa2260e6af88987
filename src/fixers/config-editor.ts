import type { Document } from '../core/document.ts';
import type { Edit } from '../core/edit.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Range } from '../core/range.ts';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../core/value.ts';
import type { ServerFacts } from '../servers/server-facts.ts';

/** A value to be written. Holds no secret. */
export type NewValue = string | boolean | readonly NewValue[] | { readonly [key: string]: NewValue };

/** Two changes of one plan touch the same stretch of a file. */
export class OverlappingEdits extends Error {}

/**
 * Collects changes of one document and gives the least edits that make them: comments, indentation, line ends, order of
 * keys and trailing commas stay as they are, and what is new is written as its neighbours are.
 */
export class ConfigEditor {
  constructor(_document: Document, _root: Value) {}

  /** Puts `text` in the place of the whole string, or of `part` of it. */
  replaceText(_holder: Scalar, _text: string, _part?: LocatedText): void {
    throw new Error('not written yet');
  }

  /** Adds a member at the end of a mapping, or behind `after`. */
  addMember(_mapping: Mapping, _key: string, _value: NewValue, _after?: Entry): void {
    throw new Error('not written yet');
  }

  removeMember(_mapping: Mapping, _entry: Entry): void {
    throw new Error('not written yet');
  }

  /** Adds items in front of the item at `index`; `items.length` adds them at the end. */
  addItems(_sequence: Sequence, _index: number, _values: readonly NewValue[]): void {
    throw new Error('not written yet');
  }

  removeItem(_sequence: Sequence, _index: number): void {
    throw new Error('not written yet');
  }

  /**
   * Sets a variable of a server's environment, in the block that its host reads (`env`, `environment`, `envs`), made
   * where there is none.
   */
  setVariable(_facts: ServerFacts, _name: string, _value: string): void {
    throw new Error('not written yet');
  }

  /** Puts words in front of a server's command line. False when the entry's form is not one that can be rewritten. */
  wrapCommand(_facts: ServerFacts, _words: readonly string[]): boolean {
    throw new Error('not written yet');
  }

  /** All changes, in the order of the document, not overlapping. Throws OverlappingEdits. */
  edits(): readonly Edit[] {
    throw new Error('not written yet');
  }
}

/** Whether a range lies in another. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
