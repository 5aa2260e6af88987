import type { Entry, Value } from '../../core/value.ts';
import type { Reading } from './reading.ts';

/** `[['Authorization', 'x']]` as the mapping that it stands for; anything else as it is. */
export function pairsAsMapping(reading: Reading, value: Value): Value {
  if (value.kind !== 'sequence' || value.items.length === 0) return value;
  const entries: Entry[] = [];
  for (const item of value.items) {
    if (item.kind !== 'sequence' || item.items.length !== 2) return value;
    const [key, inner] = item.items as [Value, Value];
    if (key.kind !== 'scalar') return value;
    entries.push({ key: key.text, value: inner, shadowed: false });
  }
  return reading.mapping(value.range, entries);
}
