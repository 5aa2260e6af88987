import type { LocatedText } from '../core/located-text.ts';
import type { Range } from '../core/range.ts';
import type { Step, TomlNode } from '../parsers/toml/nodes.ts';
import type { Statement } from '../parsers/toml/read-document.ts';

/** A part of a key as it is written, quotes included. */
export function writtenPart(source: string, { range }: LocatedText): Range {
  const isQuoted = /["']/.test(source[range.start - 1] ?? '');
  return isQuoted ? { start: range.start - 1, end: range.end + 1 } : range;
}

/** The steps from the root to what a statement sets or opens. */
export function stepsOf({ kind, header, steps }: Statement): readonly Step[] {
  return kind === 'pair' && header ? [...header.steps, ...steps] : steps;
}

/** The key of a statement up to a table or list, as it is written. */
export function writtenPath(source: string, { kind, steps }: Statement, node: TomlNode): string {
  const from = writtenPart(source, steps[0]!.part).start;
  const step = steps.find((one) => one.node === node || one.member.value === node)!;
  const path = source.slice(from, writtenPart(source, step.part).end);
  return kind === 'header' ? path.trim() : path;
}
