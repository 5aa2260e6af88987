import type { LocatedText } from './located-text.ts';
import type { Range } from './range.ts';

/** A parsed document, whatever its dialect: values with their places. Duplicate keys are all kept. */
export type Value = Mapping | Sequence | Scalar;

export interface Mapping {
  readonly kind: 'mapping';
  readonly range: Range;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: LocatedText;
  readonly value: Value;
  /** A later entry of the same mapping has the same key, so readers never see this one. */
  readonly shadowed: boolean;
}

export interface Sequence {
  readonly kind: 'sequence';
  readonly range: Range;
  readonly items: readonly Value[];
}

export interface Scalar {
  readonly kind: 'scalar';
  /** As written, quotes included. */
  readonly range: Range;
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  /** The decoded string, or the literal as written. */
  readonly text: LocatedText;
}
