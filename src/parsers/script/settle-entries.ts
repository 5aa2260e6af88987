import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { LocatedText } from '../../core/located-text.ts';
import type { Entry, Value } from '../../core/value.ts';

/** A member as an object in code has it. */
export interface FoundEntry {
  readonly key: LocatedText;
  readonly value: Value;
  /** What brought it: a conditional expression brings several of one name. */
  readonly property: TSESTree.ObjectLiteralElement;
}

/**
 * The members of an object, in order. What a spread brings is replaced by a later member of its name: on purpose. What is
 * written twice is not.
 */
export function settleEntries(found: readonly FoundEntry[]): Entry[] {
  const later = new Map<string, TSESTree.ObjectLiteralElement>();
  const entries: Entry[] = [];
  for (const { key, value, property } of found.toReversed()) {
    const name = key.reveal();
    const last = later.get(name);
    if (property.type === 'SpreadElement') {
      if (last === undefined || last.type === 'SpreadElement') entries.push({ key, value, shadowed: false });
    } else {
      if (last === undefined) later.set(name, property);
      entries.push({ key, value, shadowed: last !== undefined && last !== property });
    }
  }
  return entries.reverse();
}
