import type { Edit } from '../core/edit.ts';
import type { Hunk } from '../core/fix-report.ts';
import { firstEndingBehind, type Range } from '../core/range.ts';
import type { Value } from '../core/value.ts';
import { isSpeakable } from '../credentials/slot-label.ts';
import type { LintedDocument } from '../lint-document.ts';
import { findShowable } from '../parsers/frame.ts';
import { type Masks, maskText, type PatchedText } from './mask-text.ts';
import { NewWords } from './new-words.ts';

const HIDDEN = '…';
/** Code units on both sides of a change up to the ends of its line, for the whole line to be shown. */
const WHOLE = 120;
/** Of a longer line, what stands that near to a change. */
const NEAR = 30;

/**
 * The lines that edits change, before and after. Keys, flags, punctuation and what is new are shown; every other value is
 * masked, whether it moves or not, as in code frames. `moved`: the credentials that move; `launcher`: words that start us.
 */
export function diffOf(
  linted: LintedDocument,
  edits: readonly Edit[],
  moved: readonly Range[],
  launcher: readonly string[],
): Hunk[] {
  const { document, root } = linted;
  const source = document.text.reveal();
  const words = new NewWords(linted, launcher);
  const { names: shown } = findShowable(document, root, isSpeakable);
  const credentials = [...moved].sort((a, b) => a.end - b.end);
  const { tokens, values } = tokensOf(root, source);
  return stretchesOf(source, edits, tokens).map(({ range, inside }) => {
    const masks: Masks = {
      shown,
      values: within(values, range),
      moved: within(credentials, range),
      showNew: (raw) => words.show(raw),
    };
    const frame = (text: PatchedText) => framed(maskText(text, masks), source, range);
    const { line } = document.locate(range.start);
    return trimmed({
      line,
      before: frame(patch(source, range, [])),
      after: frame(patch(source, range, inside)),
    });
  });
}

/** Those of some ranges, in order, that touch another. */
function within(ranges: readonly Range[], { start, end }: Range): readonly Range[] {
  const first = firstEndingBehind(ranges, start);
  let last = first;
  while (last < ranges.length && ranges[last]!.start < end) last += 1;
  return ranges.slice(first, last);
}

/** A stretch of the old text between two tokens, and the edits in it. */
interface Stretch {
  readonly range: Range;
  readonly inside: readonly Edit[];
}

/** Whole lines where they are short; changes of neighbouring lines are one stretch. */
function stretchesOf(source: string, edits: readonly Edit[], tokens: readonly Range[]): Stretch[] {
  const stretches: { range: Range; inside: Edit[] }[] = [];
  for (const edit of edits) {
    const range = around(source, edit.range, tokens);
    const last = stretches.at(-1);
    if (last && range.start <= last.range.end + 2) {
      last.range = { start: last.range.start, end: Math.max(last.range.end, range.end) };
      last.inside.push(edit);
    } else stretches.push({ range, inside: [edit] });
  }
  return stretches;
}

function around(source: string, { start, end }: Range, tokens: readonly Range[]): Range {
  const first = firstEndingBehind(tokens, start);
  const last = firstEndingBehind(tokens, end);
  const from = tokens[first] && tokens[first].start < start ? tokens[first].start : start;
  const to = tokens[last] && tokens[last].start < end ? tokens[last].end : end;
  return { start: widenedStart(source, from, tokens, first), end: widenedEnd(source, to, tokens, last) };
}

function widenedStart(source: string, from: number, tokens: readonly Range[], index: number): number {
  for (let start = from; from - start <= WHOLE; start--) {
    if (start === 0 || /[\r\n]/.test(source[start - 1]!)) return start;
  }
  let start = from;
  for (let before = index - 1; before >= 0 && from - tokens[before]!.start <= NEAR; before--)
    start = Math.min(start, tokens[before]!.start);
  return start;
}

function widenedEnd(source: string, to: number, tokens: readonly Range[], index: number): number {
  for (let end = to; end - to <= WHOLE; end++) {
    if (end === source.length || /[\r\n]/.test(source[end]!)) return end;
  }
  let end = to;
  for (let behind = index; behind < tokens.length && tokens[behind]!.end - to <= NEAR; behind++)
    end = Math.max(end, tokens[behind]!.end);
  return end;
}

/** Keys and scalars as they are written, quotes included, and the scalars alone. */
function tokensOf(root: Value, source: string): { tokens: readonly Range[]; values: readonly Range[] } {
  const keys: Range[] = [];
  const values: Range[] = [];
  const walk = (value: Value): void => {
    if (value.kind === 'scalar') values.push(value.range);
    else if (value.kind === 'sequence') for (const item of value.items) walk(item);
    else
      for (const { key, value: member } of value.entries) {
        const { start, end } = key.range;
        const quote = end > start && /["'`]/.test(source[start - 1] ?? '') ? 1 : 0;
        keys.push({ start: start - quote, end: end + quote });
        walk(member);
      }
  };
  walk(root);
  return { tokens: inOrder([...keys, ...values]), values: inOrder(values) };
}

/** In the order of the document; of those in one another the one around, and of those that overlap all. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (end === start) continue;
    if (!last || start >= last.end) joined.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return joined;
}

function patch(source: string, range: Range, edits: readonly Edit[]): PatchedText {
  let text = '';
  const places: number[] = [];
  const keep = (start: number, end: number) => {
    text += source.slice(start, end);
    for (let place = start; place < end; place++) places.push(place);
  };
  let at = range.start;
  for (const edit of edits) {
    keep(at, edit.range.start);
    text += edit.text;
    for (let index = 0; index < edit.text.length; index++) places.push(-1);
    at = edit.range.end;
  }
  keep(at, range.end);
  return { text, places };
}

/** Says where a line goes on beyond the stretch. */
function framed(lines: readonly string[], source: string, { start, end }: Range): string[] {
  const isOpen = start > 0 && !/[\r\n]/.test(source[start - 1]!);
  const goesOn = end < source.length && !/[\r\n]/.test(source[end]!);
  const last = lines.length - 1;
  return lines.map(
    (line, index) =>
      `${isOpen && index === 0 ? `${HIDDEN} ` : ''}${line}${goesOn && index === last ? ` ${HIDDEN}` : ''}`,
  );
}

/** Without equal lines at both ends, and without the indentation that all lines have. */
function trimmed({ line, before, after }: Hunk): Hunk {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  // Values may differ behind their masks: a change is never trimmed to nothing.
  if (head === before.length && head === after.length) head = 0;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  const lines = [before, after].map((side) => side.slice(head, side.length - tail));
  const indent = Math.min(
    ...lines
      .flat()
      .filter((text) => text !== '')
      .map((text) => text.length - text.trimStart().length),
  );
  const [old, fresh] = lines.map((side) =>
    side.map((text) => text.slice(Number.isFinite(indent) ? indent : 0)),
  );
  return { line: line + head, before: old!, after: fresh! };
}
