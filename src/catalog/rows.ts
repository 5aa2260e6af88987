import type { Row } from './row.ts';
import { readLines } from './shipped-rows.ts';

const parsed = new Map<number, Row>();
let lines: string | undefined;
let every: readonly Row[] | undefined;

/** Every known server, sorted by id. */
export function allRows(): readonly Row[] {
  every ??= rowsMatching(/^\{/gm);
  return every;
}

/**
 * The rows whose line fits a global pattern. A run asks for one or two: looking for them takes a small part of the time
 * that parsing all of them does.
 */
export function rowsMatching(pattern: RegExp): readonly Row[] {
  lines ??= readLines();
  const starts = new Set<number>();
  for (const { index } of lines.matchAll(pattern)) starts.add(lines.lastIndexOf('\n', index) + 1);
  return [...starts].map(rowAt);
}

function rowAt(start: number): Row {
  let row = parsed.get(start);
  if (row === undefined) {
    const end = lines!.indexOf('\n', start);
    row = JSON.parse(lines!.slice(start, end)) as Row;
    parsed.set(start, row);
  }
  return row;
}

/** A pattern for a text as it stands in a row. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
