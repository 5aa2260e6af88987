import type { Range } from '../core/range.ts';
import type { Value } from '../core/value.ts';

/**
 * A parsed document as plain objects, lists, texts and the like, for files that hold no credentials: configs of mcp-lint itself. Of equal keys
 * the last one counts, as everywhere.
 */
export function plainValue(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map(plainValue);
  if (value.kind === 'mapping')
    return Object.fromEntries(
      value.entries.map(({ key, value: inner }) => [key.reveal(), plainValue(inner)]),
    );
  const text = value.text.reveal();
  switch (value.type) {
    case 'string':
      return text;
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    default:
      return null;
  }
}

/** The value at a path, or as much of the way to it as there is; with `key`, its key where it has one. */
export function rangeAt(root: Value, path: readonly (string | number)[], key = false): Range {
  let value = root;
  let range = root.range;
  for (const step of path) {
    if (value.kind === 'sequence') {
      const item = value.items[Number(step)];
      if (!item) return range;
      value = item;
      range = item.range;
    } else {
      const entry = value.kind === 'mapping' && value.entries.findLast((one) => one.key.reveal() === step);
      if (!entry) return range;
      value = entry.value;
      range = key ? entry.key.range : value.range;
    }
  }
  return range;
}

/** The member of this name; of several, the last. */
export function memberOf(value: Value, name: string): Value | undefined {
  if (value.kind !== 'mapping') return undefined;
  return value.entries.findLast(({ key }) => key.reveal() === name)?.value;
}

/** Path of the first key that a mapping has twice. */
export function findRepeatedKey(value: Value): readonly (string | number)[] | undefined {
  const inner: readonly (readonly [string | number, Value])[] =
    value.kind === 'mapping'
      ? value.entries.map((entry) => [entry.key.reveal(), entry.value])
      : value.kind === 'sequence'
        ? value.items.map((item, index) => [index, item])
        : [];
  const repeated = value.kind === 'mapping' && value.entries.find(({ shadowed }) => shadowed);
  if (repeated) return [repeated.key.reveal()];
  for (const [step, one] of inner) {
    const found = findRepeatedKey(one);
    if (found) return [step, ...found];
  }
  return undefined;
}
