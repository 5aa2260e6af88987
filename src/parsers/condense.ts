import type { Place } from '../core/document.ts';
import { BytePlaces } from './byte-places.ts';
import { CondensingScanner } from './condensing-scanner.ts';
import { type KeepPath, routeTo } from './keep-paths.ts';

export type { KeepPath } from './keep-paths.ts';

const BYTE_ORDER_MARK = 0xefbbbf;

/** A short text that stands for a long document: `null` stands for values that nobody reads and that are not tiny. */
export interface Condensed {
  /** JSON with comments and trailing commas. Kept values, and every key on the way to them, are verbatim. */
  readonly text: string;
  /** Place in the file of an offset of `text`. A stand-in has the place of the value that it stands for. */
  locate(offset: number): Place;
}

/** Where the file is not JSON with comments and trailing commas. */
export interface Fault {
  readonly code: 'syntax' | 'too-deep';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Shortens a UTF-8 JSON file to the values under the `keep` paths without decoding the others, in linear time. All of
 * the file is checked for structure, except for escapes and control characters in strings (line breaks are found).
 * After a fault nothing more is read; `text` then holds what stands before it, closed so that it parses.
 */
export function condense(
  bytes: Uint8Array,
  keep: readonly KeepPath[],
): { condensed: Condensed; fault?: Fault } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.length >= 3 && file.readUIntBE(0, 3) === BYTE_ORDER_MARK ? 3 : 0;
  const places = new BytePlaces(file, start);
  const scanner = new CondensingScanner(file, start, routeTo(keep));
  const breach = scanner.scan();
  const shortened = scanner.finish();
  const condensed: Condensed = { text: shortened.text, locate: (offset) => shortened.locate(offset, places) };
  if (!breach) return { condensed };
  const { line, column } = places.ofByte(breach.at);
  return { condensed, fault: { code: breach.code, message: breach.message, line, column } };
}
