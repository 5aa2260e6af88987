/** A half-open stretch of a document: UTF-16 offsets into its text, without a byte order mark. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
