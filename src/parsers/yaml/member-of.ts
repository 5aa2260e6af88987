import type { Value } from '../../core/value.ts';

/** The member of a mapping that readers see under a name; nothing of other values. */
export function memberOf(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind !== 'mapping') return undefined;
  return value.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === name)?.value;
}
