import type { Document } from '../core/document.ts';
import type { Problem } from '../core/report.ts';
import type { Value } from '../core/value.ts';
import { decodeBytes, documentOfText } from './decode.ts';
import { parseJsonc } from './jsonc.ts';
import { parseLarge } from './large.ts';

/** From here on a file is condensed to the parts that a host reads before it is decoded. */
export const LARGE = 1 << 20;

export interface Parsed {
  readonly document: Document;
  readonly root?: Value;
  readonly problem?: Problem;
}

/** What a document looks like before its dialect is known. */
export interface Source {
  readonly path: string;
  readonly absolute: string;
  readonly bytes: Buffer;
  readonly mode?: number;
}

/** Dialects that have no parser yet; a file of one is reported, never taken for clean. */
const UNSUPPORTED = /\.(?:toml|ya?ml|md|mdx|[cm]?[jt]sx?|sh|env|py)$/i;

/**
 * Parses a config. `keep` names the only parts that anybody reads (dotted patterns); without it the whole text counts.
 */
export function parse(source: Source, keep: readonly string[] | undefined): Parsed {
  const { bytes, ...facts } = source;
  if (!source.path.endsWith('.json') && UNSUPPORTED.test(source.path)) {
    const problem: Problem = { code: 'unsupported-dialect', message: 'only JSON configs are read so far' };
    return { document: documentOfText('', facts), problem };
  }
  if (keep && bytes.length >= LARGE) return parseLarge(source, keep);
  return parseText(documentOfText(decodeBytes(bytes), facts));
}

/** Parses a document whose text is at hand. */
export function parseText(document: Document): Parsed {
  const { root, fault } = parseJsonc(document.text);
  if (!fault) return { document, ...(root && { root }) };
  const { line, column } = document.locate(fault.offset);
  return {
    document,
    ...(root && { root }),
    problem: { code: fault.code, message: fault.message, line, column },
  };
}
