import { widthOf, wrapText } from './text-width.ts';

const GAP = 2;
/** A word that is longer is cut. */
const LONGEST_WORD = 32;

/**
 * Lines of a table whose columns are aligned and whose cells are wrapped so that a line takes at most `width` cells.
 * The first row becomes one line. Columns that need less than their share leave the rest to the others.
 */
export function alignTable(rows: readonly (readonly string[])[], width: number): string[] {
  const count = rows[0]?.length ?? 0;
  const wanted = new Array<number>(count).fill(0);
  const least = new Array<number>(count).fill(0);
  for (const row of rows)
    for (const [column, cell] of row.entries()) {
      wanted[column] = Math.max(wanted[column]!, widthOf(cell));
      for (const word of cell.split(' '))
        least[column] = Math.min(LONGEST_WORD, Math.max(least[column]!, widthOf(word)));
    }
  const widths = share(wanted, least, width - GAP * (count - 1));
  return rows.flatMap((row) => {
    const cells = widths.map((cell, column) => wrapCell(row[column] ?? '', cell));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, column) => pad(lines[line] ?? '', widths[column]!))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}

/** Gives every column what it wants, the greediest less, so that the sum fits if the longest words let it. */
function share(wanted: readonly number[], least: readonly number[], total: number): number[] {
  const widths = [...wanted];
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  let rest = total - least.reduce((sum, one) => sum + one, 0);
  order.forEach((column, index) => {
    const fair = least[column]! + Math.max(0, Math.floor(rest / (order.length - index)));
    widths[column] = Math.min(wanted[column]!, fair);
    rest -= widths[column]! - least[column]!;
  });
  return widths;
}

/** Lines of at most `width` cells: words that are longer are cut. */
function wrapCell(text: string, width: number): string[] {
  const lines = wrapText(text, width).flatMap((line) => cut(line, width));
  return lines.length > 0 ? lines : [''];
}

function cut(line: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    if (piece !== '' && widthOf(piece) + widthOf(character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function pad(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - widthOf(text)))}`;
}
