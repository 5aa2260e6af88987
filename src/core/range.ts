import { lastPassing } from './last-passing.ts';

/** A half-open stretch of a document: UTF-16 offsets into its text, without a byte order mark. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a range lies in another. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Index of the first of some ranges, in the order of their ends, that ends behind an offset; their number for none. */
export function firstEndingBehind(ranges: readonly Range[], offset: number): number {
  return lastPassing(ranges.length, (index) => ranges[index]!.end <= offset) + 1;
}
