import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Scalar } from '../../core/value.ts';

/** A value while the document is read; later lines may add to a table or to a list of tables. */
export type TomlNode = Table | List | Scalar;

/**
 * How a table came to be: the document itself, `[a]` or an item of `[[a]]`, the `a` of `[a.b]`, the `a` of `a.b = 1`, or
 * `{ … }`.
 */
export type TableForm = 'root' | 'header' | 'implicit' | 'dotted' | 'inline';

export interface Table {
  readonly kind: 'table';
  form: TableForm;
  readonly entries: Member[];
  /** The member that counts, by its name. */
  readonly latest: Map<string, Member>;
  /** What stands in the braces of an inline table, one for each comma. */
  readonly pairs: Pair[];
  /** Header and lines, or braces; of the document all of it. Nothing while only others' keys lead through it. */
  own: Range | undefined;
}

export interface List {
  readonly kind: 'list';
  /** Of `[[a]]` tables, not of a value in brackets. */
  readonly ofTables: boolean;
  readonly items: TomlNode[];
  own: Range | undefined;
}

export interface Member {
  readonly key: LocatedText;
  readonly value: TomlNode;
}

/** A part of a key, where it leads. */
export interface Step {
  readonly part: LocatedText;
  readonly member: Member;
  /** The member's value; of a list of tables that item which is meant. */
  readonly node: TomlNode;
}

/** `key = value` as it stands in braces. */
export interface Pair {
  readonly range: Range;
  readonly steps: readonly Step[];
}

export function newTable(form: TableForm, own?: Range): Table {
  return { kind: 'table', form, entries: [], latest: new Map(), pairs: [], own };
}

/** Adds a member; one of the same name that was there before no longer counts. */
export function addMember(table: Table, key: LocatedText, value: TomlNode): Member {
  const member = { key, value };
  table.entries.push(member);
  table.latest.set(key.reveal(), member);
  return member;
}
