import type { Value } from '../../core/value.ts';

/** A value, and what it costs to walk through. */
export interface Sized {
  readonly value: Value;
  /** Number of values in it, itself and what aliases stand for included. */
  readonly size: number;
  /** Number of levels in it, one for a scalar. */
  readonly height: number;
}

/** Values that a small file may have aliases stand for. */
const FREE = 10_000;

/**
 * The anchors of a document. What aliases stand for counts each time: ten lines of aliases of aliases can stand for more
 * values than any memory holds, so they may stand for no more values than the text has characters.
 */
export class Anchors {
  readonly #known = new Map<string, Sized | 'open'>();
  #budget: number;

  constructor(length: number) {
    this.#budget = length + FREE;
  }

  /** Before the value of an anchor is read: aliases in it stand for something without an end. */
  open(name: string): void {
    this.#known.set(name, 'open');
  }

  set(name: string, value: Sized): void {
    this.#known.set(name, value);
  }

  get(name: string): Sized | 'open' | undefined {
    return this.#known.get(name);
  }

  /** Whether there may be so many more values. */
  spend(size: number): boolean {
    if (size > this.#budget) return false;
    this.#budget -= size;
    return true;
  }
}
