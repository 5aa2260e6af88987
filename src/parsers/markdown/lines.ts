/** A line of a text, without its end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next one starts. */
  readonly next: number;
}

/** The lines of a text from `from` on; ends are those of Windows, Unix and old Macs. */
export function* linesOf(source: string, from = 0): Generator<Line> {
  const ending = /\r\n?|\n/g;
  ending.lastIndex = from;
  let start = from;
  for (let match = ending.exec(source); match; match = ending.exec(source)) {
    yield { start, end: match.index, next: ending.lastIndex };
    start = ending.lastIndex;
  }
  if (start < source.length) yield { start, end: source.length, next: source.length };
}

/** Index behind white space of at most `columns` columns, a tab going to the next multiple of four. */
export function skipColumns(
  source: string,
  { start, end }: Pick<Line, 'start' | 'end'>,
  columns: number,
): number {
  let at = start;
  for (let column = 0; at < end && column < columns; at++) {
    if (source[at] === '\t') column += 4 - (column % 4);
    else if (source[at] === ' ') column += 1;
    else break;
  }
  return at;
}

/** Number of columns that a text takes, a tab going to the next multiple of four. */
export function columnsOf(text: string): number {
  let column = 0;
  for (const character of text) column += character === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/** Index behind up to `quotes` markers of block quotes; nothing when the line has fewer. */
export function skipQuotes(source: string, { start, end }: Line, quotes: number): number | undefined {
  let at = start;
  for (let level = 0; level < quotes; level++) {
    while (at < end && (source[at] === ' ' || source[at] === '\t')) at += 1;
    if (source[at] !== '>' || at >= end) return undefined;
    at += source[at + 1] === ' ' && at + 1 < end ? 2 : 1;
  }
  return at;
}
