const SEALED = '[sealed text]';

/**
 * Text that came out of a config and may be a credential. It cannot be printed, logged, serialised or
 * interpolated by accident: every conversion gives a fixed word. `reveal` is the only way in, and a test
 * lists the rooms that may call it.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. Never pass it to anything that prints, throws or serialises. */
  reveal(): string {
    return this.#text;
  }

  /** Number of UTF-16 code units. */
  get length(): number {
    return this.#text.length;
  }

  /** Compares by content: test matchers that compare fields call any two secrets equal. */
  equals(other: Secret): boolean {
    return this.#text === other.#text;
  }

  toString(): string {
    return SEALED;
  }

  toJSON(): string {
    return SEALED;
  }

  [Symbol.toPrimitive](): string {
    return SEALED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SEALED;
  }
}
