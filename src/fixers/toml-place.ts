import type { Edit } from '../core/edit.ts';
import type { Range } from '../core/range.ts';
import type { Statement } from '../parsers/toml/read-document.ts';
import { lineIndent } from './json-style.ts';
import { LINE_END } from './json-tokens.ts';
import type { TomlLayout } from './toml-layout.ts';

/** Cuts a statement with its line. A comment behind it keeps the line. */
export function cutLine(source: string, { start, end }: Range): Edit {
  const lineStart = start - lineIndent(source, start).length;
  const lineEnd = endOfLine(source, end);
  const comment = source.slice(end, lineEnd).search(/[^ \t]/);
  if (comment !== -1) return { range: { start, end: end + comment }, text: '' };
  const [next = ''] = LINE_END.exec(source.slice(lineEnd, lineEnd + 2)) ?? [];
  return { range: { start: lineStart, end: lineEnd + next.length }, text: '' };
}

/** Puts lines behind the line that a place is on. */
export function addBehind(source: string, at: number, lines: string): Edit {
  const end = endOfLine(source, at);
  return { range: { start: end, end }, text: lines };
}

/** Puts lines in front of the line that a place is on. */
export function addBefore(source: string, at: number, lines: string): Edit {
  const start = at - lineIndent(source, at).length;
  return { range: { start, end: start }, text: lines };
}

/** Puts lines in front of a statement and of the comments right above it. */
export function addAbove({ source, statements }: TomlLayout, statement: Statement, lines: string): Edit {
  // Lines of a string may look like comments.
  const floor = statements[statements.indexOf(statement) - 1]?.range.end ?? 0;
  const { start: at } = statement.range;
  let start = at - lineIndent(source, at).length;
  for (let above = lineAbove(source, start); above !== undefined; above = lineAbove(source, start)) {
    if (above < floor || !/^[ \t]*#/.test(source.slice(above, start))) break;
    start = above;
  }
  return { range: { start, end: start }, text: lines };
}

/** Puts a table there; lines that others put at the same place stay lines of the table before it. */
export function addBlockAbove(layout: TomlLayout, statement: Statement, block: string): Edit {
  const { start } = addAbove(layout, statement, '').range;
  return { range: { start, end: start + 1 }, text: block + layout.source[start] };
}

/**
 * Puts a table, which ends the one before it, behind the line that a place is on: on the next line if it can be, because new
 * lines of the table before it are put at the end of this one.
 */
export function addBlock(source: string, at: number, block: string, lineEnd: string): Edit {
  const end = endOfLine(source, at);
  const next = LINE_END.exec(source.slice(end, end + 2))?.[0];
  if (next === undefined) return { range: { start: end, end }, text: lineEnd + lineEnd + block };
  const start = end + next.length;
  return {
    range: { start, end: start },
    text: `${lineEnd}${block}${lineEnd}${spaceBehind(source, end, lineEnd)}`,
  };
}

/** As `addBlock`, at the end of the line, for nothing else is put there. */
export function addBlockHere(source: string, at: number, block: string, lineEnd: string): Edit {
  return addBehind(source, at, `${lineEnd}${lineEnd}${block}${spaceBehind(source, at, lineEnd)}`);
}

/** A blank line, if the next line is none. */
function spaceBehind(source: string, at: number, lineEnd: string): string {
  const end = endOfLine(source, at);
  return /^\r?\n[ \t]*[^\s]/.test(source.slice(end, end + 4096)) ? lineEnd : '';
}

function lineAbove(source: string, start: number): number | undefined {
  if (start === 0) return undefined;
  return source.lastIndexOf('\n', start - 2) + 1;
}

function endOfLine(source: string, at: number): number {
  let end = at;
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return end;
}
