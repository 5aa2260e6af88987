import type { LocatedText } from '../../core/located-text.ts';
import { MAX_DEPTH } from '../jsonc.ts';
import type { Cursor } from './cursor.ts';
import { readKey } from './keys.ts';
import { addMember, type List, newTable, type Step, type Table, type TomlNode } from './nodes.ts';
import { readScalar } from './scalars.ts';
import { followDotted } from './tables.ts';

/**
 * A line that sets a key or opens a table. No item of a list looks like it, so that a list that is not closed ends there.
 */
const STATEMENT =
  /[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[\w"'-]+)*[ \t]*=|\[\[?[ \t]*(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w-]*(?:[ \t]*\.[ \t]*[\w"'-]+)*[ \t]*\]\]?[ \t]*(?:[#\r\n]|$)/y;

const TOO_DEEP = `nested deeper than ${MAX_DEPTH} levels`;

/** Reads what stands behind `=`; nothing, and a fault, where nothing does. `depth`: the tables and lists around it. */
function readValue(cursor: Cursor, depth: number): TomlNode | undefined {
  if (depth > MAX_DEPTH && (cursor.next === '[' || cursor.next === '{')) {
    cursor.fail(TOO_DEEP, cursor.at, 'too-deep');
    cursor.at = cursor.source.length;
    return undefined;
  }
  if (cursor.next === '[') return readList(cursor, depth);
  if (cursor.next === '{') return readInlineTable(cursor, depth);
  const scalar = cursor.atLineEnd ? undefined : readScalar(cursor);
  if (!scalar) cursor.fail('a value is missing');
  return scalar;
}

function readList(cursor: Cursor, depth: number): List {
  const start = cursor.at;
  cursor.at += 1;
  const items: TomlNode[] = [];
  for (;;) {
    const before = cursor.at;
    cursor.skipLines();
    if (cursor.eat(']')) break;
    if (cursor.atEnd || looksLikeStatement(cursor, before)) {
      failOpen(cursor, before, 'a closing bracket is missing');
      break;
    }
    const item = readValue(cursor, depth + 1);
    if (!item) break;
    items.push(item);
    if (!endItem(cursor, ']', 'a closing bracket is missing')) break;
  }
  return { kind: 'list', ofTables: false, items, own: cursor.rangeFrom(start) };
}

function readInlineTable(cursor: Cursor, depth: number): Table {
  const start = cursor.at;
  cursor.at += 1;
  const table = newTable('inline');
  for (;;) {
    const before = cursor.at;
    cursor.skipLines();
    if (cursor.eat('}')) break;
    if (cursor.atEnd) {
      failOpen(cursor, before, 'a closing brace is missing');
      break;
    }
    const pairStart = cursor.at;
    const steps = readPair(cursor, table, depth + 1);
    if (!steps) break;
    table.pairs.push({ range: cursor.rangeFrom(pairStart), steps });
    if (!endItem(cursor, '}', 'a closing brace is missing')) break;
  }
  table.own = cursor.rangeFrom(start);
  return table;
}

/** Over the comma behind an item. False when nothing else of the container can be read. */
function endItem(cursor: Cursor, close: ']' | '}', missing: string): boolean {
  const end = cursor.at;
  cursor.skipLines();
  if (cursor.eat(',') || cursor.next === close) return true;
  if (cursor.atEnd || looksLikeStatement(cursor, end)) {
    failOpen(cursor, end, missing);
    return false;
  }
  cursor.fail('a comma is missing');
  return true;
}

/** Goes back to where the container could have been closed. */
function failOpen(cursor: Cursor, at: number, message: string): void {
  cursor.fail(message);
  cursor.at = at;
}

/** Whether a line that begins here, behind `before`, is none of a list. */
function looksLikeStatement(cursor: Cursor, before: number): boolean {
  if (!/[\r\n]/.test(cursor.source.slice(before, cursor.at))) return false;
  STATEMENT.lastIndex = cursor.at;
  return STATEMENT.test(cursor.source);
}

/**
 * Reads `key = value` into a table and gives the steps from there. Nothing, and a fault, where that is not what
 * stands there.
 */
export function readPair(cursor: Cursor, table: Table, depth: number): readonly Step[] | undefined {
  const key = readKey(cursor);
  const last = key.at(-1);
  if (!last) return undefined;
  if (!eatEquals(cursor)) return undefined;
  if (isTooDeep(cursor, key, depth)) return undefined;
  const { table: holder, steps } = followDotted(cursor, table, key);
  const value = readValue(cursor, depth + key.length);
  return value && [...steps, { part: last, member: addMember(holder, last, value), node: value }];
}

/** Over the sign between a key and its value, and the white space behind it. */
function eatEquals(cursor: Cursor): boolean {
  if (cursor.next !== '=') cursor.fail('an equals sign is missing');
  // As in JSON: a fault, but clear.
  if (!cursor.eat('=') && !cursor.eat(':')) return false;
  cursor.skipSpace();
  return true;
}

/** Whether a key leads too deep; then nothing more is read. */
export function isTooDeep(cursor: Cursor, key: readonly LocatedText[], depth: number): boolean {
  if (depth + key.length <= MAX_DEPTH) return false;
  cursor.fail(TOO_DEEP, key[0]!.range.start, 'too-deep');
  cursor.at = cursor.source.length;
  return true;
}
