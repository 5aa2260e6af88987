import type { Row } from './row.ts';
import { readLines, readNames } from './shipped-rows.ts';

const parsed = new Map<number, Row>();
let index: string | undefined;
let lines: string | undefined;

/**
 * The rows with a name or a host that fits a global pattern. A run asks for one or two: looking for them takes a small
 * part of the time that parsing all of them does.
 */
export function rowsMatching(pattern: RegExp): readonly Row[] {
  index ??= readNames();
  if (index.search(pattern) < 0) return [];
  lines ??= readLines();
  const starts = new Set<number>();
  for (const { index: at } of lines.matchAll(pattern)) starts.add(lines.lastIndexOf('\n', at) + 1);
  return [...starts].map(rowAt);
}

/** The rows that have a text in quotes which is one of the names. */
export function rowsNaming(name: string): readonly Row[] {
  if (!isListed(name)) return [];
  const quoted = `"${name}"`;
  lines ??= readLines();
  const starts = new Set<number>();
  for (let at = lines.indexOf(quoted); at !== -1; at = lines.indexOf(quoted, at + 1))
    starts.add(lines.lastIndexOf('\n', at) + 1);
  return [...starts].map(rowAt);
}

/**
 * Whether a name, or a host as `//host`, is one of the catalogue's. The first names are looked for in the text of the index; whoever asks for
 * more is served faster by a set.
 */
export function isListed(name: string): boolean {
  index ??= readNames();
  if (++asked <= ASKED_BEFORE_SET) return index.includes(`"${name}"`);
  listed ??= new Set(index.split('"'));
  return listed.has(name);
}

const ASKED_BEFORE_SET = 8;
let asked = 0;
let listed: ReadonlySet<string> | undefined;

/** The row of an id. */
export function rowOf(id: string): Row | undefined {
  lines ??= readLines();
  const at = `\n${lines}`.indexOf(`\n{"id":${JSON.stringify(id)},`);
  return at === -1 ? undefined : rowAt(at);
}

/** The names that rows list under this member, of all rows together. */
export function listedIn(member: string): readonly string[] {
  index ??= readNames();
  const start = index.indexOf(`"${member}":["`);
  return start === -1 ? [] : index.slice(start + member.length + 5, index.indexOf('"]', start)).split('","');
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
