/** Names of which each is given once; what was taken last can be given back. Cases do not count, as on Windows. */
export class FreeNames {
  readonly #taken: Set<string>;
  readonly #given: string[] = [];
  readonly #separator: string;

  constructor(taken: Iterable<string>, separator: string) {
    this.#taken = new Set([...taken].map((name) => name.toUpperCase()));
    this.#separator = separator;
  }

  /** The wanted name, or with the first number that makes it free. */
  take(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name.toUpperCase()); number++)
      name = `${wanted}${this.#separator}${number}`;
    this.#taken.add(name.toUpperCase());
    this.#given.push(name);
    return name;
  }

  /** How many were given. */
  get given(): number {
    return this.#given.length;
  }

  /** Takes back all that were given after the first `given`. */
  release(given: number): readonly string[] {
    const released = this.#given.splice(given);
    for (const name of released) this.#taken.delete(name.toUpperCase());
    return released;
  }
}
