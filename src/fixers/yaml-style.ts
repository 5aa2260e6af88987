import type { Value } from '../core/value.ts';
import { LINE_END } from './json-tokens.ts';

/** How a document is laid out where its neighbours do not tell. */
export interface YamlStyle {
  readonly lineEnd: string;
  /** Columns of one step of indentation. */
  readonly step: number;
  /** Columns that a list is indented by below its key. */
  readonly listStep: number;
  /** Lists of texts are in brackets. */
  readonly flowLists: boolean;
}

/** What the first containers that tell something tell. */
export function yamlStyleOf(source: string, root: Value): YamlStyle {
  const seen: { step?: number; listStep?: number; flowLists?: boolean } = {};
  const queue: Value[] = [root];
  for (let at = 0; at < queue.length; at++) {
    const value = queue[at]!;
    if (value.kind === 'sequence') queue.push(...value.items.slice(0, 100));
    if (value.kind !== 'mapping' || isFlow(source, value)) continue;
    const own = columnOf(source, value.range.start);
    for (const { value: member } of value.entries) {
      queue.push(member);
      if (member.kind === 'scalar' || member.range.start < value.range.start) continue;
      const deeper = columnOf(source, member.range.start) - own;
      const isBlock = !isFlow(source, member);
      if (member.kind === 'mapping' && isBlock && deeper > 0) seen.step ??= deeper;
      if (member.kind !== 'sequence') continue;
      if (isBlock && deeper >= 0) seen.listStep ??= deeper;
      if (member.items.length > 0 && member.items.every(({ kind }) => kind === 'scalar'))
        seen.flowLists ??= !isBlock;
    }
    if (![seen.step, seen.listStep, seen.flowLists].includes(undefined)) break;
  }
  const step = seen.step ?? 2;
  return {
    lineEnd: LINE_END.exec(source)?.[0] ?? '\n',
    step,
    listStep: seen.listStep ?? step,
    flowLists: seen.flowLists ?? false,
  };
}

/** In braces or brackets, or an alias. */
function isFlow(source: string, { range }: Value): boolean {
  const sign = source[range.start];
  return sign === '*' || ((sign === '{' || sign === '[') && /[\]}]/.test(source[range.end - 1] ?? ''));
}

/** Number of characters before an offset on its line. */
export function columnOf(source: string, offset: number): number {
  return offset - lineStartOf(source, offset);
}

export function lineStartOf(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, in front of its line end. */
export function lineEndOf(source: string, offset: number): number {
  const found = source.indexOf('\n', offset);
  const end = found === -1 ? source.length : found;
  return end > offset && source[end - 1] === '\r' ? end - 1 : end;
}
