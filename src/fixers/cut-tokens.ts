import type { Range } from '../core/range.ts';
import { lineIndent } from './json-style.ts';
import { LINE_END, type Token } from './json-tokens.ts';

/**
 * What is cut when the neighbouring tokens from `first` to `last` of a container go: they themselves, and the white
 * space that nobody needs then. A comment behind them keeps its line.
 */
export function cutTokens(source: string, tokens: readonly Token[], first: number, last: number): Range[] {
  const [before, after] = [tokens[first - 1]!, tokens[last + 1]!];
  const { start, kind, end: firstEnd } = tokens[first]!;
  const { end } = tokens[last]!;
  const opensLine = LINE_END.test(source.slice(before.end, start));
  const behind = source.slice(end, after.start);
  const endsLine = LINE_END.exec(behind);
  if (kind === 'comma' && before.kind === 'item' && !opensLine) {
    // The comma of what is the last item now.
    if (first === last || endsLine || after.kind !== 'comment') return [{ start, end }];
    const next = tokens[first + 1]!.start;
    return [
      { start, end: firstEnd },
      { start: next, end: after.start },
    ];
  }
  if (before.kind === 'open' && after.kind === 'close') return [{ start: before.end, end: after.start }];
  if (opensLine && endsLine) {
    const line = start - lineIndent(source, start).length;
    return [{ start: line, end: end + endsLine.index + endsLine[0].length }];
  }
  if (opensLine) return [{ start, end: after.kind === 'close' ? end : after.start }];
  if (endsLine || after.kind === 'close') return [{ start: before.end, end }];
  // A comment that the comma stood right behind keeps its distance to what follows.
  return [{ start, end: before.kind === 'comment' && before.end === start ? end : after.start }];
}
