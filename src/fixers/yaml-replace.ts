import type { CST } from 'yaml';
import type { Edit } from '../core/edit.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Range } from '../core/range.ts';
import type { Scalar } from '../core/value.ts';
import { coreTag } from '../parsers/yaml/scalar-type.ts';
import { Unwritable } from './syntax.ts';
import type { Spot } from './yaml-index.ts';
import { escapeDouble, escapeDoubleInLines, isPlain, writeText } from './yaml-plain.ts';
import { lineStartOf } from './yaml-style.ts';

/** Writes a text in the place of a scalar or of a part of it. Throws Unwritable. */
export function replaceYamlText(
  source: string,
  spot: Spot,
  holder: Scalar,
  text: string,
  part?: LocatedText,
): readonly Edit[] {
  const { tag } = spot.properties;
  // `!!binary` and `!!int` would make something else of the new text.
  if (tag && coreTag(tag.source) !== 'str') throw new Unwritable();
  const { token } = spot;
  if (!token) return [{ range: holder.range, text: writeEmpty(source, holder.range, text, spot.inFlow) }];
  if (token.type === 'block-scalar')
    return part && part.length < holder.text.length
      ? [replaceInBlock(source, holder, text, part)]
      : replaceBlock(source, token, holder, text);
  if (token.type === 'scalar') return replacePlain(source, spot, holder, text, part);
  return [replaceQuoted(source, token as CST.FlowScalar, holder, text, part)];
}

/** Behind a `:` or a `-`, or as the value of a key that has no `:` yet. */
function writeEmpty(source: string, { start }: Range, text: string, inFlow: boolean): string {
  const written = writeText(text, inFlow);
  const before = source[start - 1] ?? '\n';
  if (/\s/.test(before)) return written;
  if (/[:\-?]/.test(before) || !inFlow) return ` ${written}`;
  return `: ${written}`;
}

function replacePlain(
  source: string,
  { inFlow }: Spot,
  holder: Scalar,
  text: string,
  part: LocatedText | undefined,
): readonly Edit[] {
  if (!part || holder.type !== 'string') return [{ range: holder.range, text: writeText(text, inFlow) }];
  const { start, end } = holder.range;
  const whole = source.slice(start, part.range.start) + text + source.slice(part.range.end, end);
  // Lines that fold are judged by what they say.
  if (
    isPlain(whole.replace(/[ \t]*(?:\r?\n[ \t]*)+/g, ' '), inFlow) &&
    !/[\r\n]/.test(text) &&
    !/^\s|\s$/.test(text)
  )
    return [{ range: part.range, text }];
  // What stays is left where it is: it may be a secret, too.
  return [
    { range: { start, end: start }, text: '"' },
    ...escapeWhatStays(source, start, part.range.start),
    { range: part.range, text: escapeDoubleInLines(text) },
    ...escapeWhatStays(source, part.range.end, end),
    { range: { start: end, end }, text: '"' },
  ];
}

/** Plain text that comes to stand in double quotes. */
function escapeWhatStays(source: string, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  for (let at = from; at < to; at++)
    if (/["\\]/.test(source[at]!)) edits.push({ range: { start: at, end: at }, text: '\\' });
  return edits;
}

function replaceQuoted(
  source: string,
  { type }: CST.FlowScalar,
  holder: Scalar,
  text: string,
  part: LocatedText | undefined,
): Edit {
  const inside = { start: holder.range.start + 1, end: holder.range.end - 1 };
  if (type === 'double-quoted-scalar')
    return part
      ? { range: part.range, text: escapeDoubleInLines(text) }
      : { range: inside, text: escapeDouble(text) };
  // No escapes: what is no printable character cannot be in single quotes, and white space may fold.
  const isWritable = /^[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*$/.test(text);
  const folds = source.slice(inside.start, inside.end).includes('\n') && /^\s|\s$/.test(text);
  if (isWritable && !(part && folds))
    return { range: part?.range ?? inside, text: text.replaceAll("'", "''") };
  if (part) throw new Unwritable();
  return { range: holder.range, text: `"${escapeDouble(text)}"` };
}

/** A block text as a whole goes on one line; a comment behind its `|` stays. */
function replaceBlock(
  source: string,
  token: CST.BlockScalar,
  { range }: Scalar,
  text: string,
): readonly Edit[] {
  const [header, ...props] = token.props as readonly CST.SourceToken[];
  const comment = props.find(({ type }) => type === 'comment');
  const written = source.slice(range.start, range.end);
  const end = range.end - (/\r?\n$/.exec(written)?.[0].length ?? 0);
  const from = comment ? comment.offset + comment.source.length : end;
  const edits: Edit[] = [
    {
      range: { start: range.start, end: comment ? range.start + header!.source.length : end },
      text: writeText(text, false),
    },
  ];
  if (from < end) edits.push({ range: { start: from, end }, text: '' });
  return edits;
}

/** A part of a line of a block text; where it goes over several, these become one. */
function replaceInBlock(source: string, holder: Scalar, text: string, part: LocatedText): Edit {
  const { range } = part;
  const before = source.slice(lineStartOf(source, range.start), range.start);
  const beginsLine = before.trim() === '';
  // What would come next goes on behind the last line end, which a file without one at its end does not even have.
  const endsText =
    range.end === holder.range.end && /\n$/.test(holder.text.reveal()) && /^$|\n$/.test(part.reveal());
  const isFolded = source[holder.range.start] === '>';
  if (
    !/^[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*$/.test(text) ||
    // The indentation is told by the first line, and an empty line has none.
    (beginsLine && (/^(?:\s|$)/.test(text) || /^[\r\n]?$/.test(source[range.start] ?? ''))) ||
    (isFolded && /^\s|\s$/.test(text)) ||
    endsText
  )
    throw new Unwritable();
  return { range, text };
}
