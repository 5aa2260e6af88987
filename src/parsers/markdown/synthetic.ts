import type { Range } from '../../core/range.ts';
import type { Entry, Mapping } from '../../core/value.ts';

/** A mapping that no braces stand for. */
export function mappingOf(entries: readonly Entry[], range: Range): Mapping {
  return { kind: 'mapping', range, entries };
}
