/** A half-open stretch of a document: UTF-16 offsets into its text, without a byte order mark. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a range lies in another. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
