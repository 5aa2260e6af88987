import type { Document } from '../core/document.ts';
import { type Label, label } from '../core/label.ts';
import type { Range } from '../core/range.ts';
import type { FrameLine } from '../core/report.ts';
import type { Value } from '../core/value.ts';

const SECRET = '********';
const HIDDEN = '…';
/** Longer lines are shown as the marked part alone. */
const MAX_LINE = 4000;
const WIDTH = 100;
const PLAIN_FLAG = /^--?[A-Za-z][A-Za-z-]{0,30}$/;

/**
 * Texts of a document that may be shown: keys, and flags among arguments that `isSpeakable` lets through (a password may
 * begin with a dash). By offset of their opening quote.
 */
export function findShowable(
  root: Value,
  isSpeakable: (name: string) => boolean,
): ReadonlyMap<number, { end: number; label: Label }> {
  const shown = new Map<number, { end: number; label: Label }>();
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
        ) {
          shown.set(item.range.start, { end: item.range.end, label: label(flag) });
        }
        afterFlag = flag.length > 2 && flag.startsWith('-') && !flag.includes('=');
        walk(item);
      }
    } else if (value.kind === 'mapping') {
      for (const { key, value: member } of value.entries) {
        shown.set(key.range.start - 1, { end: key.range.end + 1, label: label(key.reveal()) });
        walk(member);
      }
    }
  };
  walk(root);
  return shown;
}

/**
 * The line of a finding with everything masked but keys, flags and punctuation: a neighbour that no rule speaks of may
 * be a secret as well. A finding about a key, or about all that a bracket opens, is marked there.
 */
export function frameOf(
  document: Document,
  shown: ReturnType<typeof findShowable>,
  mark: Range,
): FrameLine[] {
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
  for (let index = start; index < end; ) {
    const name = shown.get(index);
    const isWithin = name !== undefined && mark.start <= index + 1 && mark.end >= name.end - 1;
    if (name && (isWithin || mark.end <= index || mark.start >= name.end)) {
      if (isWithin && mark.start >= index) [column, length] = [text.length + 1, name.label.length];
      text += `"${name.label}"`;
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
    const stop = /[\s{}[\],:]/.test(source[index]!) ? index + 1 : Math.min(endOfToken(source, index), end);
    if (mark.start >= index && mark.start < stop) {
      text += maskAround(source, index, stop, mark);
      column = text.lastIndexOf(SECRET);
    } else {
      text +=
        stop === index + 1 && /[{}[\],:]/.test(source[index]!)
          ? source[index]
          : /\s/.test(source[index]!)
            ? ' '
            : hide(source, index);
    }
    index = stop;
  }
  return [windowOf(line, text.trimEnd(), column ?? 0, length)];
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

/** End of a string, or of whatever else stands between punctuation. */
function endOfToken(source: string, start: number): number {
  if (source[start] !== '"') {
    const length = source.slice(start, start + MAX_LINE).search(/["\s{}[\],:]/);
    return length === -1 ? start + MAX_LINE : start + Math.max(length, 1);
  }
  for (let index = start + 1; index < source.length; index++) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '"') return index + 1;
  }
  return source.length;
}

function hide(source: string, index: number): string {
  return source[index] === '"' ? `"${HIDDEN}"` : HIDDEN;
}

function maskAround(source: string, start: number, stop: number, mark: Range): string {
  const quote = source[start] === '"' ? '"' : '';
  const before = mark.start - start > quote.length ? HIDDEN : '';
  const after = stop - mark.end > quote.length ? HIDDEN : '';
  return `${quote}${before}${SECRET}${after}${quote}`;
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
