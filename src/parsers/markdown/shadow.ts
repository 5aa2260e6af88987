import type { LocatedText } from '../../core/located-text.ts';
import type { Entry, Value } from '../../core/value.ts';

/** Marks the entries that a later one of the same key hides. */
export function markShadowed(entries: readonly { key: LocatedText; value: Value }[]): Entry[] {
  const last = new Map(entries.map(({ key }, index) => [key.reveal(), index]));
  return entries.map((entry, index) => ({ ...entry, shadowed: last.get(entry.key.reveal()) !== index }));
}
