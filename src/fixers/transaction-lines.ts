import { lastPassing } from '../core/last-passing.ts';
import type { Range } from '../core/range.ts';
import type { Anchor } from './journal.ts';
import { hashOf } from './transaction-hash.ts';

const LINE_END = /\r\n|\n|\r/g;

/** The whole lines that a stretch of a text lies in. */
export function anchorOfLines(text: string, { start, end }: Range): Anchor {
  const starts = startsOf(text);
  const first = lineAt(starts, start);
  const lines = lineAt(starts, end) - first + 1;
  const written = linesOf(text, starts, first, lines);
  return { path: [], lines, offset: start - starts[first]!, hash: hashOf(written) };
}

/** Where the lines of an anchor stand in a text; nothing where they are gone or there more than once. */
export function findLines(text: string, { lines = 1, hash }: Anchor): number | undefined {
  const starts = startsOf(text);
  const found = starts.filter((_, first) => hashOf(linesOf(text, starts, first, lines)) === hash);
  return found.length === 1 ? found[0] : undefined;
}

function startsOf(text: string): number[] {
  return [0, ...[...text.matchAll(LINE_END)].map(({ index, 0: { length } }) => index + length)];
}

/** Without the end of the last one. */
function linesOf(text: string, starts: readonly number[], first: number, count: number): string {
  const end = starts[first + count];
  return text.slice(starts[first], end).replace(end === undefined ? '' : /(?:\r\n|\n|\r)$/, '');
}

/** Index of the line that an offset is on. */
function lineAt(starts: readonly number[], offset: number): number {
  return lastPassing(starts.length, (index) => starts[index]! <= offset);
}
