import type { Range } from '../core/range.ts';

/** Whether a range lies in another. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
