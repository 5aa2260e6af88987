import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../../core/value.ts';
import type { Node } from './nodes.ts';

/** Values of one file; constants that hold others twice would make any number of them. */
export const MAX_VALUES = 200_000;
/** Characters of a text that is put together or encoded. */
export const MAX_LENGTH = 1 << 20;

/** What is made while the expressions of one file are read. */
export class Reading {
  readonly text: LocatedText;
  readonly source: string;
  /** All strings and templates that were read, by where they start: what a fix may change. */
  readonly literals = new Map<number, Scalar>();
  /** Literals that hold a config in JSON. */
  readonly texts: Scalar[] = [];
  /** The objects that were read since it was emptied. */
  readonly seen: Set<Node> = new Set();
  /** What a reference is called: `process.env.TOKEN`. */
  readonly #references = new WeakMap<Value, string>();
  #left = MAX_VALUES;

  constructor(text: LocatedText) {
    this.text = text;
    this.source = text.reveal();
  }

  /** No more is followed. */
  get exhausted(): boolean {
    return this.#left <= 0;
  }

  rangeOf(node: Node): Range {
    return this.text.slice(...node.range).range;
  }

  sliceOf(node: Node): LocatedText {
    return this.text.slice(...node.range);
  }

  /** Text that stands nowhere by itself, at the place of a node. */
  wordAt(node: Node, word: string): LocatedText {
    return this.sliceOf(node).decodedWhole(word);
  }

  scalar(range: Range, text: LocatedText, type: Scalar['type'] = 'string'): Scalar {
    this.#left -= 1;
    return { kind: 'scalar', range, type, text };
  }

  mapping(range: Range, entries: readonly Entry[]): Mapping {
    this.#left -= 1;
    return { kind: 'mapping', range, entries };
  }

  sequence(range: Range, items: readonly Value[]): Sequence {
    this.#left -= 1;
    return { kind: 'sequence', range, items };
  }

  /** A value that is not in the file: `${process.env.TOKEN}`. */
  reference(node: Node): Scalar {
    const written = this.source.slice(node.range[0], Math.min(node.range[1], node.range[0] + 160));
    const name = nameOfReference(written);
    const scalar = this.scalar(this.rangeOf(node), this.wordAt(node, `\${${name}}`));
    this.#references.set(scalar, name);
    return scalar;
  }

  /** What a value is called that is not in the file; nothing for one that is. */
  referenceName(value: Value): string | undefined {
    return this.#references.get(value);
  }

  /** The texts as one value; none when it would be too long. */
  join(node: Node, texts: readonly LocatedText[]): readonly Scalar[] {
    if (texts.reduce((sum, { length }) => sum + length, 0) > MAX_LENGTH) return [];
    this.#left -= texts.length;
    const [first, ...others] = texts.filter(({ length }) => length > 0);
    return [this.scalar(this.rangeOf(node), first ? first.followedBy(others) : this.wordAt(node, ''))];
  }

  note(literal: Scalar): Scalar {
    this.literals.set(literal.range.start, literal);
    return literal;
  }
}

const ENVIRONMENT =
  /^(?:process\.env|import\.meta\.env|Bun\.env|Deno\.env)(?:\.get\(\s*['"`]([A-Za-z_]\w*)['"`]\s*\)|\.([A-Za-z_]\w*)|\[\s*['"`]([A-Za-z_]\w*)['"`]\s*\])/;

/** A name for an expression, fit for `${…}`. */
function nameOfReference(written: string): string {
  const [, member, quoted, called] = ENVIRONMENT.exec(written) ?? [];
  const variable = member ?? quoted ?? called;
  if (variable !== undefined) return `process.env.${variable}`;
  return /^[A-Za-z_][\w.]{0,100}$/.test(written) ? written : 'expression';
}
