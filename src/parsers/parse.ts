import { dialectOf } from '../core/dialect.ts';
import type { Document } from '../core/document.ts';
import type { Part } from '../core/part.ts';
import type { Problem } from '../core/report.ts';
import type { Value } from '../core/value.ts';
import { decodeBytes, documentOfText } from './decode.ts';
import { parserOf } from './dialects.ts';
import { parseJsonc } from './jsonc.ts';
import { parseLarge } from './large.ts';

/** From here on a file is condensed to the parts that a host reads before it is decoded. */
export const LARGE = 1 << 20;

export interface Parsed {
  readonly document: Document;
  readonly root?: Value;
  /** The configs in it; absent when it is one as a whole. */
  readonly parts?: readonly Part[];
  readonly problem?: Problem;
}

/** What a document looks like before its dialect is known. */
export interface Source {
  readonly path: string;
  readonly absolute: string;
  readonly bytes: Buffer;
  readonly mode?: number;
}

/**
 * Parses a config. `keep` names the only parts that anybody reads (dotted patterns); without it the whole text counts. For
 * other files than JSON `loadDialect` has to come first.
 */
export function parse(source: Source, keep: readonly string[] | undefined): Parsed {
  const { bytes, ...facts } = source;
  if (keep && bytes.length >= LARGE && dialectOf(source.path) === 'json') return parseLarge(source, keep);
  return parseText(documentOfText(decodeBytes(bytes), facts));
}

/** Parses a document whose text is at hand. */
export function parseText(document: Document): Parsed {
  const dialect = dialectOf(document.path);
  const { root, parts, fault } =
    dialect === 'json' ? parseJsonc(document.text) : parserOf(dialect)(document.text, document.path);
  const parsed: Parsed = { document, ...(root && { root }), ...(parts && { parts }) };
  if (!fault) return parsed;
  const { line, column } = document.locate(fault.offset);
  return { ...parsed, problem: { code: fault.code, message: fault.message, line, column } };
}
