import type { Path } from '../core/model.ts';
import { parsePattern } from '../core/path-pattern.ts';
import type { Value } from '../core/value.ts';

/** A value and the way to it. */
export interface Located {
  readonly value: Value;
  readonly path: Path;
}

/** All values that a pattern leads to from a place, shadowed duplicates included. */
export function select(root: Located, pattern: string): Located[] {
  let found: Located[] = [root];
  for (const step of parsePattern(pattern)) found = found.flatMap((place) => advance(place, step));
  return found;
}

function advance({ value, path }: Located, step: string): Located[] {
  if (value.kind === 'sequence') {
    if (step !== '[]' && step !== '*') return [];
    return value.items.map((item, index) => ({ value: item, path: [...path, index] }));
  }
  if (value.kind !== 'mapping') return [];
  const places: Located[] = [];
  for (const entry of value.entries) {
    const key = entry.key.reveal();
    if (step === '*' || step === key) places.push({ value: entry.value, path: [...path, key] });
  }
  return places;
}
