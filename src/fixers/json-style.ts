import type { Entry, Value } from '../core/value.ts';
import { endOfKey, itemsOf, LINE_END, rangeOfItem, valueOfItem } from './json-tokens.ts';
import type { Container } from './syntax.ts';

/** How a document is laid out where its neighbours do not tell. */
export interface Style {
  readonly lineEnd: string;
  /** One step of indentation. */
  readonly unit: string;
  /** Between a key and its value. */
  readonly colon: string;
  /** Behind a comma on one line. */
  readonly space: string;
  /** Inside the braces of a mapping on one line. */
  readonly padding: string;
  /** Whether mappings and lists of scalars have a line for each item. */
  readonly spreads: { readonly mapping: boolean; readonly sequence: boolean };
}

/** What the first containers that tell something tell. */
interface Seen {
  unit?: string | undefined;
  colon?: string | undefined;
  padding?: string;
  mapping?: boolean;
  sequence?: boolean;
  /** Some container has a line for each item. */
  spread?: boolean;
}

/** Looks at containers, outer ones first, until everything is known. */
export function styleOf(source: string, root: Value): Style {
  const seen: Seen = {};
  for (const container of containersOf(root)) {
    look(source, container, seen);
    const { unit, padding, mapping, sequence } = seen;
    if (![unit, padding, mapping, sequence].includes(undefined)) break;
  }
  const { colon = ': ', spread = false } = seen;
  const space = spread || /\s/.test(colon) ? ' ' : '';
  return {
    lineEnd: LINE_END.exec(source)?.[0] ?? '\n',
    unit: seen.unit ?? '  ',
    colon,
    space,
    padding: seen.padding ?? space,
    spreads: { mapping: seen.mapping ?? spread, sequence: seen.sequence ?? false },
  };
}

function* containersOf(root: Value): Generator<Container> {
  const queue: Value[] = [root];
  for (let at = 0; at < queue.length; at++) {
    const value = queue[at]!;
    if (value.kind === 'scalar') continue;
    yield value;
    for (const item of itemsOf(value)) queue.push(valueOfItem(item));
  }
}

function look(source: string, container: Container, seen: Seen): void {
  const first = itemsOf(container)[0];
  if (first === undefined) return;
  const { start } = rangeOfItem(source, first);
  const indent = indentAt(source, start);
  if (indent !== undefined) {
    seen.spread = true;
    const around = lineIndent(source, container.range.start);
    if (indent.startsWith(around)) seen.unit ??= indent.slice(around.length) || undefined;
  } else if (container.kind === 'mapping') {
    const padding = source.slice(container.range.start + 1, start);
    if (/^[ \t]*$/.test(padding)) seen.padding ??= padding;
  }
  if (container.kind === 'mapping') seen.colon ??= colonOf(source, container.entries[0]!);
  if (itemsOf(container).every((item) => valueOfItem(item).kind === 'scalar'))
    seen[container.kind] ??= indent !== undefined;
}

/** Between the key and the value of a member; nothing where a comment or a line end is. */
export function colonOf(source: string, entry: Entry): string | undefined {
  const between = source.slice(endOfKey(source, entry), entry.value.range.start);
  return /^[ \t]*:[ \t]*$/.test(between) ? between : undefined;
}

/** White space before `offset` on its line; nothing when something else is before it, or when it is the first line. */
export function indentAt(source: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (source[start - 1] === ' ' || source[start - 1] === '\t')) start -= 1;
  const before = source[start - 1];
  return before === '\n' || before === '\r' ? source.slice(start, offset) : undefined;
}

/** White space at the start of the line that `offset` is on. */
export function lineIndent(source: string, offset: number): string {
  let start = offset;
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start -= 1;
  let end = start;
  while (source[end] === ' ' || source[end] === '\t') end += 1;
  return source.slice(start, end);
}

/** Longer lines are those of a text on one line. */
const LONG_LINE = 4096;

/** Whether nothing but a key is before `offset` on its line, and the line is not the first. */
export function beginsLine(source: string, offset: number): boolean {
  const before = source.slice(Math.max(0, offset - LONG_LINE), offset);
  return /[\n\r][ \t]*(?:(?:"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|[\w$]+)[ \t]*:[ \t]*)?$/.test(before);
}
