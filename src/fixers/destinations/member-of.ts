import type { Entry, Mapping, Value } from '../../core/value.ts';

/** A member and the mapping that it is in. */
export interface MemberPlace {
  readonly mapping: Mapping;
  readonly member: Entry;
}

/** The member that has a value, in a mapping or in those inside of it. */
export function memberOf(value: Value, mapping: Mapping): MemberPlace | undefined {
  const member = mapping.entries.find((entry) => entry.value === value);
  if (member) return { mapping, member };
  for (const { value: inner } of mapping.entries) {
    const place = inner.kind === 'mapping' ? memberOf(value, inner) : undefined;
    if (place) return place;
  }
  return undefined;
}
