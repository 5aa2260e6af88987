import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Cursor } from './cursor.ts';
import { addMember, type List, newTable, type Step, type Table, type TomlNode } from './nodes.ts';

/** Where a key leads: a table, and the steps to it. */
export interface Way {
  readonly table: Table;
  readonly steps: readonly Step[];
}

/**
 * The table that `[a.b]` or `[[a.b]]` opens. What is defined twice is a fault, and both are kept: the later one is a member
 * of its own.
 */
export function openTable(
  cursor: Cursor,
  root: Table,
  key: readonly LocatedText[],
  ofList: boolean,
  range: Range,
): Way {
  const steps: Step[] = [];
  let parent = root;
  for (const part of key.slice(0, -1)) {
    const known = parent.latest.get(part.reveal());
    const inside = known && tableIn(known.value);
    if (known && !inside) failTwice(cursor, part);
    const member = known && inside ? known : addMember(parent, part, newTable('implicit'));
    parent = tableIn(member.value)!;
    steps.push({ part, member, node: parent });
  }
  const last = key.at(-1)!;
  const { member, table } = ofList
    ? addToList(cursor, parent, last, range)
    : openSingle(cursor, parent, last, range);
  return { table, steps: [...steps, { part: last, member, node: table }] };
}

/** What a header adds to: a table that is not in braces, the last one of a list of tables. */
function tableIn(node: TomlNode): Table | undefined {
  if (node.kind === 'table') return node.form === 'inline' ? undefined : node;
  const last = node.kind === 'list' && node.ofTables ? node.items.at(-1) : undefined;
  return last?.kind === 'table' ? last : undefined;
}

function openSingle(cursor: Cursor, parent: Table, key: LocatedText, range: Range) {
  const known = parent.latest.get(key.reveal());
  if (known?.value.kind === 'table' && known.value.form === 'implicit') {
    known.value.form = 'header';
    known.value.own = range;
    return { member: known, table: known.value };
  }
  if (known) failTwice(cursor, key);
  const table = newTable('header', range);
  return { member: addMember(parent, key, table), table };
}

function addToList(cursor: Cursor, parent: Table, key: LocatedText, range: Range) {
  const known = parent.latest.get(key.reveal());
  const table = newTable('header', range);
  if (known?.value.kind === 'list' && known.value.ofTables) {
    known.value.items.push(table);
    return { member: known, table };
  }
  if (known) failTwice(cursor, key);
  const list: List = { kind: 'list', ofTables: true, items: [table], own: undefined };
  return { member: addMember(parent, key, list), table };
}

/** The table that all parts of `a.b.c` but the last lead to from another. That has no such member yet, or there is a fault. */
export function followDotted(cursor: Cursor, from: Table, key: readonly LocatedText[]): Way {
  const steps: Step[] = [];
  let table = from;
  for (const part of key.slice(0, -1)) {
    const known = table.latest.get(part.reveal());
    const inside = known?.value.kind === 'table' && known.value.form !== 'inline' ? known.value : undefined;
    // Codex (the toml crate) refuses to go on with a table that headers made.
    if (known && inside?.form !== 'dotted') failTwice(cursor, part);
    const member = known && inside ? known : addMember(table, part, newTable('dotted'));
    table = member.value as Table;
    steps.push({ part, member, node: table });
  }
  const last = key.at(-1)!;
  if (table.latest.has(last.reveal())) failTwice(cursor, last);
  return { table, steps };
}

function failTwice(cursor: Cursor, key: LocatedText): void {
  cursor.fault ??= {
    code: 'syntax',
    message: 'a key or a table is defined twice',
    offset: key.range.start,
  };
}
