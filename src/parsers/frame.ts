import type { Document } from '../core/document.ts';
import { type Label, label } from '../core/label.ts';
import { lastPassing } from '../core/last-passing.ts';
import type { Range } from '../core/range.ts';
import type { FrameLine } from '../core/report.ts';
import type { Scalar, Value } from '../core/value.ts';

const SECRET = '********';
const HIDDEN = '…';
/** Longer lines are shown as the marked part alone. */
const MAX_LINE = 4000;
const WIDTH = 100;
const LINE_END = /[\r\n]/;
const PUNCTUATION = /[{}[\],:=();]/;
const PLAIN_FLAG = /^--?[A-Za-z][A-Za-z-]{0,30}$/;

/** A key or a flag that may be shown. */
export interface Showable {
  /** Where it ends as written, quotes included. */
  readonly end: number;
  readonly label: Label;
  /** With the quotes that it is written in. */
  readonly text: string;
}

/** What a tree tells about the look of its document. */
export interface Shown {
  /** Keys, and flags among arguments, by the offset of what is written. */
  readonly names: ReadonlyMap<number, Showable>;
  /** Ends of values by their beginnings; of those on one line. */
  readonly values: ReadonlyMap<number, number>;
  /** Beginnings of values of more than one line, in order, with how far those up to there reach. */
  readonly blocks: readonly { readonly start: number; readonly reach: number }[];
}

/**
 * Texts of a document that may be shown: keys, and flags among arguments that `isSpeakable` lets through (a password may
 * begin with a dash).
 */
export function findShowable(
  { text }: Pick<Document, 'text'>,
  root: Value,
  isSpeakable: (name: string) => boolean,
): Shown {
  const source = text.reveal();
  const names = new Map<number, Showable>();
  const values = new Map<number, number>();
  const blocks: Range[] = [];
  const show = ({ start, end }: Range, name: string) => {
    const before = source[start - 1];
    const quote = before !== undefined && /["'`]/.test(before) && source[end] === before ? before : '';
    const text = `${quote}${label(name)}${quote}`;
    names.set(start - quote.length, { end: end + quote.length, label: label(name), text });
  };
  const walk = (value: Value): void => {
    if (value.kind === 'sequence') {
      // What follows a flag may be its value, even with a dash in front.
      let afterFlag = false;
      for (const item of value.items) {
        const flag = item.kind === 'scalar' && item.type === 'string' ? item.text.reveal() : '';
        if (
          PLAIN_FLAG.test(flag) &&
          !afterFlag &&
          (flag.length === 2 || isSpeakable(flag.replace(/^-+/, '')))
        )
          show((item as Scalar).text.range, flag);
        afterFlag = flag.length > 2 && flag.startsWith('-') && !flag.includes('=');
        walk(item);
      }
    } else if (value.kind === 'mapping') {
      for (const { key, value: member } of value.entries) {
        if (key.range.end > key.range.start) show(key.range, key.reveal());
        walk(member);
      }
    } else if (LINE_END.test(source.slice(value.range.start, value.range.end))) blocks.push(value.range);
    else values.set(value.range.start, value.range.end);
  };
  walk(root);
  let reach = 0;
  blocks.sort((a, b) => a.start - b.start);
  return {
    names,
    values,
    blocks: blocks.map(({ start, end }) => {
      reach = Math.max(reach, end);
      return { start, reach };
    }),
  };
}

/**
 * The line of a finding with everything masked but keys, flags and punctuation: a neighbour that no rule speaks of may
 * be a secret as well. A finding about a key, or about all that a bracket opens, is marked there.
 */
export function frameOf(document: Document, { names, values, blocks }: Shown, mark: Range): FrameLine[] {
  const source = document.text.reveal();
  const start = findLineStart(source, mark.start);
  const { line } = document.locate(mark.start);
  if (start === undefined) {
    return [
      { line, text: `${HIDDEN} ${SECRET} ${HIDDEN}` as Label, mark: { column: 2, length: SECRET.length } },
    ];
  }
  let text = '';
  let column: number | undefined;
  let length = SECRET.length;
  const end = Math.min(endOfLine(source, start), start + 2 * MAX_LINE);
  // What is punctuation elsewhere is a part of the text there.
  const isInside = isInBlock(blocks, start);
  for (let index = start; index < end; ) {
    const name = names.get(index);
    const isWithin = name !== undefined && mark.start <= index + 1 && mark.end >= name.end - 1;
    if (name && (isWithin || mark.end <= index || mark.start >= name.end)) {
      if (isWithin && mark.start >= index) [column, length] = [text.length + 1, name.label.length];
      text += name.text;
      index = name.end;
      continue;
    }
    // What opens a mapping or a list stands for the whole of it.
    if (mark.start === index && /[{[]/.test(source[index]!)) {
      [column, length] = [text.length, 1];
      text += source[index];
      index += 1;
      continue;
    }
    const unit = source[index]!;
    if (/\s/.test(unit) || (!isInside && PUNCTUATION.test(unit) && mark.start !== index)) {
      text += /\s/.test(unit) ? ' ' : unit;
      index += 1;
      continue;
    }
    const stop = Math.min(values.get(index) ?? endOfToken(source, index, names, isInside), end);
    if (mark.start >= index && mark.start < stop) {
      text += maskAround(source, index, stop, mark);
      column = text.lastIndexOf(SECRET);
    } else text += hide(source, index);
    index = stop;
  }
  return [windowOf(line, text.trimEnd(), column ?? 0, length)];
}

/** Whether a value of more than one line began before an offset and goes on there. */
function isInBlock(blocks: Shown['blocks'], offset: number): boolean {
  const last = blocks[lastPassing(blocks.length, (index) => blocks[index]!.start < offset)];
  return last !== undefined && last.reach > offset;
}

/** Nothing when the line began too long ago: thousands of findings may stand on one line. */
function findLineStart(source: string, offset: number): number | undefined {
  for (let index = offset; index > offset - MAX_LINE; index--) {
    if (index === 0 || source[index - 1] === '\n' || source[index - 1] === '\r') return index;
  }
  return undefined;
}

function endOfLine(source: string, start: number): number {
  const end = start + source.slice(start, start + 2 * MAX_LINE).search(/[\r\n]/);
  return end < start ? source.length : end;
}

/** End of a string, or of whatever else stands between punctuation; before the next name that may be shown. */
function endOfToken(source: string, start: number, names: Shown['names'], isInside: boolean): number {
  if (source[start] === '"' && !isInside) {
    for (let index = start + 1; index < source.length; index++) {
      if (source[index] === '\\') index += 1;
      else if (source[index] === '"') return index + 1;
    }
    return source.length;
  }
  const isEnd = isInside ? /\s/ : /["\s{}[\],:=();]/;
  let end = start + 1;
  while (end < start + MAX_LINE && end < source.length && !names.has(end) && !isEnd.test(source[end]!))
    end += 1;
  return end;
}

function hide(source: string, index: number): string {
  const quote = quoteAt(source, index);
  return `${quote}${HIDDEN}${quote}`;
}

function maskAround(source: string, start: number, stop: number, mark: Range): string {
  const quote = quoteAt(source, start);
  const before = mark.start - start > quote.length ? HIDDEN : '';
  const after = stop - mark.end > quote.length ? HIDDEN : '';
  return `${quote}${before}${SECRET}${after}${quote}`;
}

function quoteAt(source: string, index: number): string {
  return /["'`]/.test(source[index]!) ? source[index]! : '';
}

/** Cuts a long line down to the neighbourhood of the mark, and indentation to two spaces. */
function windowOf(line: number, text: string, column: number, length: number): FrameLine {
  const indent = Math.max(0, text.length - text.trimStart().length - 2);
  const from = column - indent > WIDTH - length ? column - WIDTH / 2 : indent;
  const cut = text.slice(from, from + WIDTH);
  const shown = `${from > indent ? HIDDEN : ''}${cut}${from + WIDTH < text.length ? HIDDEN : ''}`;
  return {
    line,
    text: shown as Label,
    mark: {
      column: column - from + (from > indent ? 1 : 0),
      length: Math.max(1, Math.min(length, cut.length - (column - from))),
    },
  };
}
