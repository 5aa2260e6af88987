import { firstEndingBehind, type Range } from '../core/range.ts';
import type { Showable } from '../parsers/frame.ts';
import { maskNewText } from './mask-new-text.ts';

const HIDDEN = '…';
const SECRET = '********';
const LINE_END = /[\r\n]/;
const QUOTE = /["'`]/;
const PUNCTUATION = /[{}[\],:=();]/;

/** Text of the old or of the new file. */
export interface PatchedText {
  readonly text: string;
  /** Where each code unit stands in the old file; -1 for what is new. */
  readonly places: readonly number[];
}

export interface Masks {
  /** Texts of the old file that may be shown, as `findShowable` gives them. */
  readonly shown: ReadonlyMap<number, Showable>;
  /** Values of the old file as they are written, in order, not overlapping. */
  readonly values: readonly Range[];
  /** Credentials that move, in the old file. */
  readonly moved: readonly Range[];
  /** What may be shown of new text between two quotes, or of a new word without any. */
  showNew(raw: string): string;
}

/** A stretch of a file that starts between two tokens, with every value of the old file masked. One line each. */
export function maskText(patched: PatchedText, masks: Masks): string[] {
  const { text } = patched;
  let line = '';
  const lines: string[] = [];
  for (let index = 0; index < text.length; ) {
    if (LINE_END.test(text[index]!)) {
      lines.push(line.trimEnd());
      line = '';
      index += text.startsWith('\r\n', index) ? 2 : 1;
    } else {
      const { shown, end } = maskNext(patched, index, masks);
      line += shown;
      index = end;
    }
  }
  return [...lines, line.trimEnd()];
}

interface Masked {
  readonly shown: string;
  readonly end: number;
}

function maskNext({ text, places }: PatchedText, index: number, masks: Masks): Masked {
  const place = places[index]!;
  if (place === -1) {
    const end = endOfRun(text, index, (at) => places[at] === -1);
    return { shown: maskNewText(text.slice(index, end), masks.showNew), end };
  }
  const name = masks.shown.get(place);
  const length = name ? name.end - place : 0;
  const isMoved = masks.moved.some(({ start, end }) => start < place + length && place < end);
  if (name && !isMoved && places[index + length - 1] === name.end - 1)
    return { shown: name.text, end: index + length };
  const value = valueAt(masks.values, place);
  if (value) {
    const end = endOfValue(text, places, index, value);
    return { shown: maskValue({ text, places }, index, end, value, masks), end };
  }
  const unit = text[index]!;
  if (/\s/.test(unit)) return { shown: ' ', end: index + 1 };
  if (PUNCTUATION.test(unit)) return { shown: unit, end: index + 1 };
  const isWord = (at: number) =>
    places[at] !== -1 &&
    !valueAt(masks.values, places[at]!) &&
    !masks.shown.has(places[at]!) &&
    !/\s/.test(text[at]!) &&
    !PUNCTUATION.test(text[at]!);
  return { shown: HIDDEN, end: endOfRun(text, index, isWord) };
}

/** Lines end every run. */
function endOfRun(text: string, start: number, belongs: (at: number) => boolean): number {
  let end = start + 1;
  while (end < text.length && !LINE_END.test(text[end]!) && belongs(end)) end += 1;
  return end;
}

/** The value that an offset of the old file lies in. */
function valueAt(values: readonly Range[], offset: number): Range | undefined {
  const value = values[firstEndingBehind(values, offset)];
  return value && value.start <= offset ? value : undefined;
}

/** On its line; with what is new inside of it. */
function endOfValue(text: string, places: readonly number[], start: number, value: Range): number {
  let end = start + 1;
  for (let at = end; at < text.length && !LINE_END.test(text[at]!); at++) {
    if (places[at] === -1) continue;
    if (places[at]! >= value.end) break;
    end = at + 1;
  }
  return end;
}

function maskValue(
  { text, places }: PatchedText,
  start: number,
  end: number,
  value: Range,
  { moved, showNew }: Masks,
): string {
  const isQuoted = places[start] === value.start && QUOTE.test(text[start]!);
  const open = isQuoted ? text[start]! : '';
  const close = isQuoted && end - start > 1 && text[end - 1] === open ? open : '';
  const kindOf = (at: number) => {
    const place = places[at]!;
    if (place === -1) return 'new';
    return moved.some((range) => range.start <= place && place < range.end) ? 'moved' : 'old';
  };
  let masked = '';
  for (let index = start + open.length; index < end - close.length; ) {
    const kind = kindOf(index);
    let stop = index + 1;
    while (stop < end - close.length && kindOf(stop) === kind) stop += 1;
    masked += kind === 'new' ? showNew(text.slice(index, stop)) : kind === 'moved' ? SECRET : HIDDEN;
    index = stop;
  }
  return `${open}${masked}${close || open}`;
}
