import type { CST } from 'yaml';
import type { LocatedText } from '../../core/located-text.ts';
import type { Faults } from './faults.ts';

/** A line of a block text, by indexes of the document's text. */
interface Line {
  readonly start: number;
  /** Behind its spaces. */
  readonly text: number;
  /** Without its line end. */
  readonly end: number;
}

interface Header {
  readonly folded: boolean;
  /** `-` takes all line ends at the end away, `+` keeps all, nothing keeps one. */
  readonly chomping: string;
  /** Columns that the indentation indicator gives; 0 without one. */
  readonly indent: number;
  /** Where the lines begin. */
  readonly end: number;
}

/** Which lines are what. */
interface Layout extends Header {
  /** The first line with text in it. */
  readonly first: number;
  /** Number of lines up to the last one with text in it. */
  readonly last: number;
  /** Columns that are no part of the text. */
  readonly width: number;
}

export interface BlockText {
  readonly text: LocatedText;
  /** Behind its last line end. */
  readonly end: number;
}

/** Decodes a block text (`|` or `>`). `atRoot`: it is the whole document and need not be indented. */
export function decodeBlock(
  token: CST.BlockScalar,
  text: LocatedText,
  atRoot: boolean,
  faults: Faults,
): BlockText {
  const header = readHeader(token, faults);
  const end = header.end + token.source.length;
  const lines = token.source === '' ? [] : linesOf(text.reveal(), header.end, end);
  const output = new Output(text, lines);
  if (lines.every(isBlank)) {
    if (header.chomping === '+')
      for (const line of lines.slice(0, Math.max(1, lines.length - 1))) output.lineEnds([line.end], false);
  } else output.write(layOut(lines, header, token.indent, atRoot, faults), faults);
  return { text: output.finish(end), end };
}

function readHeader({ offset, props }: CST.BlockScalar, faults: Faults): Header {
  const [{ source }, ...behind] = props as [CST.SourceToken, ...CST.SourceToken[]];
  if (!/^[|>](?:[1-9][-+]?|[-+][1-9]?)?$/.test(source)) faults.syntax(offset, 'header');
  let end = offset + source.length;
  let hasSpace = false;
  for (const { type, source: written, offset: at } of behind) {
    if (type === 'space') hasSpace = true;
    else if (type === 'comment' ? !hasSpace : type !== 'newline') faults.syntax(at, 'header');
    end += written.length;
  }
  return {
    folded: source[0] === '>',
    chomping: /[-+]/.exec(source)?.[0] ?? '',
    indent: Number(/[1-9]/.exec(source)?.[0] ?? 0),
    end,
  };
}

/** What is behind the last line end is a line, too, if an empty one. */
function linesOf(source: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let start = from; ; ) {
    const found = source.indexOf('\n', start);
    const next = found === -1 || found >= to ? to : found;
    let text = start;
    while (text < next && source[text] === ' ') text += 1;
    lines.push({ start, text, end: next > text && source[next - 1] === '\r' ? next - 1 : next });
    if (next === to) return lines;
    start = next + 1;
  }
}

function isBlank({ text, end }: Line): boolean {
  return text === end;
}

function columns({ start, text }: Line): number {
  return text - start;
}

function layOut(
  lines: readonly Line[],
  header: Header,
  indent: number,
  atRoot: boolean,
  faults: Faults,
): Layout {
  const first = lines.findIndex((line) => !isBlank(line));
  const start = lines[first]!;
  const least = indent + header.indent;
  const isTold = header.indent > 0;
  const width = isTold ? least : columns(start);
  const deepest = lines.slice(0, first).reduce((most, line) => Math.max(most, columns(line)), least);
  if (columns(start) < (isTold ? least : deepest)) faults.syntax(start.text, 'indent');
  if (width === 0 && !atRoot) faults.syntax(start.start, 'indent');
  // White space that is deeper than the text is text.
  const last = lines.findLastIndex((line) => !isBlank(line) || columns(line) > width);
  return { ...header, first, last: last + 1, width };
}

/** Collects characters with their places. */
class Output {
  readonly #text: LocatedText;
  readonly #source: string;
  readonly #lines: readonly Line[];
  readonly #places: number[] = [];
  readonly #pieces: string[] = [];

  constructor(text: LocatedText, lines: readonly Line[]) {
    this.#text = text;
    this.#source = text.reveal();
    this.#lines = lines;
  }

  write({ first, last, width, folded, chomping }: Layout, faults: Faults): void {
    const lines = this.#lines;
    for (const line of lines.slice(0, first)) {
      this.#copy(line.start + width, line.text);
      this.lineEnds([line.end], false);
    }
    let ends: number[] = [];
    let wasDeeper = false;
    for (const line of lines.slice(first, last)) {
      const isDeeper = columns(line) > width || this.#source[line.text] === '\t';
      if (!isBlank(line) && columns(line) < width) faults.syntax(line.text, 'indent');
      if (!folded || isDeeper || !isBlank(line)) {
        this.lineEnds(ends, folded && !isDeeper && !wasDeeper);
        this.#copy(Math.min(line.start + width, line.text), line.end);
        ends = [];
        wasDeeper = isDeeper;
      }
      ends.push(line.end);
    }
    if (chomping === '+') {
      for (let at = last; at < lines.length; at++) {
        this.lineEnds([lines[at - 1]!.end], false);
        this.#copy(lines[at]!.start + width, lines[at]!.text);
      }
    }
    if (chomping === '' || (chomping === '+' && !this.#pieces.at(-1)?.endsWith('\n')))
      this.lineEnds([lines.at(chomping === '' ? last - 1 : -1)!.end], false);
  }

  /** The line ends between two lines with text; where lines fold, one becomes a space, and of several one goes. */
  lineEnds(ends: readonly number[], folds: boolean): void {
    const count = folds ? Math.max(1, ends.length - 1) : ends.length;
    for (const end of ends.slice(0, count)) this.#places.push(end);
    if (ends.length > 0) this.#pieces.push(folds && ends.length === 1 ? ' ' : '\n'.repeat(count));
  }

  finish(end: number): LocatedText {
    // Line ends that are taken away are no part of what is written.
    const isOpen = this.#places.length > 0 && !this.#pieces.at(-1)!.endsWith('\n');
    this.#places.push(isOpen ? this.#places.at(-1)! + 1 : end);
    return this.#text.decoded(this.#pieces.join(''), this.#places);
  }

  #copy(from: number, to: number): void {
    if (to <= from) return;
    this.#pieces.push(this.#source.slice(from, to));
    for (let at = from; at < to; at++) this.#places.push(at);
  }
}
