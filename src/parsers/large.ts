import { LocatedText } from '../core/located-text.ts';
import { parsePattern } from '../core/path-pattern.ts';
import { condense } from './condense.ts';
import { type Parsed, parseText, type Source } from './parse.ts';

/** Parses only the parts of a large config that hosts read; the rest is checked for its structure alone. */
export function parseLarge({ bytes, ...facts }: Source, keep: readonly string[]): Parsed {
  const { condensed, fault } = condense(
    bytes,
    keep.map((pattern) => parsePattern(pattern).map((step) => (step === '[]' ? '*' : step))),
  );
  const document = {
    ...facts,
    text: new LocatedText(condensed.text, 0),
    locate: (offset: number) => condensed.locate(offset),
  };
  const parsed = parseText(document);
  return fault ? { ...parsed, problem: fault } : parsed;
}
