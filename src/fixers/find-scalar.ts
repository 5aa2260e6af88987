import type { Path } from '../core/model.ts';
import { contains, type Range } from '../core/range.ts';
import type { Entry, Scalar, Value } from '../core/value.ts';

export interface ScalarPlace {
  readonly holder: Scalar;
  /** From the root of the document. */
  readonly path: Path;
}

/**
 * The scalar that a range of the document lies in. Ranges of mappings may overlap where their parts stand in several places
 * of a file, as tables of TOML do.
 */
export function findScalar(root: Value, range: Range): ScalarPlace | undefined {
  return search(root, range, []);
}

function search(value: Value, range: Range, path: Path): ScalarPlace | undefined {
  if (value.kind === 'scalar') return contains(value.range, range) ? { holder: value, path } : undefined;
  const items = value.kind === 'mapping' ? value.entries : value.items;
  const valueIn = (item: Entry | Value) => ('key' in item ? item.value : item);
  const enter = (index: number) => {
    const item = items[index]!;
    return search(valueIn(item), range, [...path, 'key' in item ? item.key.reveal() : index]);
  };
  const last = lastStartingBy<Entry | Value>(items, range.start, valueIn);
  let found = last === -1 ? undefined : enter(last);
  for (let index = last - 1; index >= 0 && !found; index--) {
    if (contains(valueIn(items[index]!).range, range)) found = enter(index);
  }
  return found;
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
