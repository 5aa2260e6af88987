import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Scalar, Value } from '../core/value.ts';

export interface ScalarPlace {
  readonly holder: Scalar;
  /** From the root of the document. */
  readonly path: Path;
}

/** The scalar that a range of the document lies in. */
export function findScalar(root: Value, range: Range): ScalarPlace | undefined {
  const path: (string | number)[] = [];
  let value = root;
  while (value.kind !== 'scalar') {
    if (value.kind === 'mapping') {
      const entry = value.entries[lastStartingBy(value.entries, range.start, (one) => one.value)];
      if (!entry) return undefined;
      path.push(entry.key.reveal());
      value = entry.value;
    } else {
      const index = lastStartingBy(value.items, range.start, (one) => one);
      const item = value.items[index];
      if (!item) return undefined;
      path.push(index);
      value = item;
    }
  }
  return value.range.start <= range.start && range.end <= value.range.end
    ? { holder: value, path }
    : undefined;
}

/** Place of the last value that starts at an offset or before it, or -1. Values stand in the order of the document. */
function lastStartingBy<Item>(
  items: readonly Item[],
  offset: number,
  valueIn: (item: Item) => Value,
): number {
  let low = 0;
  for (let high = items.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (valueIn(items[middle]!).range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
