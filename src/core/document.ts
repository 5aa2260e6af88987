import type { LocatedText } from './located-text.ts';
import type { Range } from './range.ts';
import type { Region } from './report.ts';

/** A place in a file: UTF-16 offset (byte order mark not counted), line and UTF-16 column as people count them, from 1. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** One config as it was read. */
export interface Document {
  /** As shown to the user: relative to the working directory where it lies below it. */
  readonly path: string;
  readonly absolute: string;
  /** What the parsers see. Of a large file only the parts that hosts read. */
  readonly text: LocatedText;
  /** Place in the file of an offset of `text`. */
  locate(offset: number): Place;
  /** Permission bits; nothing where the system has none, or for standard input. */
  readonly mode?: number;
}

/** The stretch of a file that a range of a document's text stands for. */
export function regionOf(document: Document, range: Range): Region {
  const start = document.locate(range.start);
  const end = document.locate(range.end);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    offset: start.offset,
    length: end.offset - start.offset,
  };
}
