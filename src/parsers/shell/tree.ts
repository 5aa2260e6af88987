import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../../core/value.ts';

/** A member of a mapping that is put together. */
export interface Member {
  readonly key: LocatedText;
  readonly value: Value;
}

/** A key that the file does not have: it stands where `beside` begins. */
export function keyBeside(beside: LocatedText, name: string): LocatedText {
  return beside.slice(0, 0).decodedWhole(name);
}

/** A string of the tree; `range` as written, quotes included, where that is more than its text. */
export function stringOf(text: LocatedText, range: Range = text.range): Scalar {
  return { kind: 'scalar', range, type: 'string', text };
}

export function sequenceOf(items: readonly Value[], range: Range): Sequence {
  return { kind: 'sequence', range, items };
}

/** A mapping of members, the later of two with one name the one that counts. */
export function mappingOf(members: readonly Member[], range: Range): Mapping {
  const seen = new Set<string>();
  const entries: Entry[] = [];
  for (let index = members.length - 1; index >= 0; index--) {
    const { key, value } = members[index]!;
    const name = key.reveal();
    entries.push({ key, value, shadowed: seen.has(name) });
    seen.add(name);
  }
  return { kind: 'mapping', range, entries: entries.reverse() };
}

/** From the first to the last of some values; `otherwise` where there are none. */
export function spanOf(values: readonly { readonly range: Range }[], otherwise: Range): Range {
  if (values.length === 0) return otherwise;
  let { start, end } = values[0]!.range;
  for (const { range } of values) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start, end };
}
