/**
 * Names with `*` for any text at the start or the end: `NODE_*`, `*_HOST` (which is also `HOST`), `*ENDPOINT*`. Compared
 * without regard to case. Made for the start of a server: regular expressions of this size take longer to make than all
 * the names of an environment take to compare.
 */
export class NamePatterns<T> {
  readonly #exact = new Map<string, Row<T>>();
  readonly #others: Row<T>[] = [];
  readonly #found = new Map<string, T | undefined>();

  /** The first row that has a name counts. */
  constructor(rows: readonly { readonly names: string; readonly value: T }[]) {
    let order = 0;
    for (const { names, value } of rows) {
      for (const name of names.split(' ')) {
        const [start, end] = [name.startsWith('*'), name.endsWith('*')];
        const row = {
          text: name.slice(start ? 1 : 0, end ? -1 : undefined),
          start,
          end,
          value,
          order: order++,
        };
        if (start || end) this.#others.push(row);
        if (!end) {
          // `*_HOST`
          const exact = start ? row.text.replace(/^_/, '') : row.text;
          if (!this.#exact.has(exact)) this.#exact.set(exact, row);
        }
      }
    }
  }

  /** Nothing for a name that no pattern has. */
  find(name: string): T | undefined {
    if (!this.#found.has(name)) this.#found.set(name, this.#search(name.toUpperCase()));
    return this.#found.get(name);
  }

  #search(name: string): T | undefined {
    const exact = this.#exact.get(name);
    const other = this.#others.find(({ text, start, end }) =>
      start && end ? name.includes(text) : start ? name.endsWith(text) : name.startsWith(text),
    );
    if (exact && other) return (exact.order < other.order ? exact : other).value;
    return (exact ?? other)?.value;
  }
}

interface Row<T> {
  readonly text: string;
  readonly start: boolean;
  readonly end: boolean;
  readonly value: T;
  readonly order: number;
}
