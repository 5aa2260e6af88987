import type { LocatedText } from '../core/located-text.ts';
import type { Machine } from '../core/machine.ts';
import { Secret } from '../core/secret.ts';
import type { LintedDocument } from '../lint-document.ts';
import { textsOfEntry } from '../servers/entry-texts.ts';
import { readReferences } from '../servers/references.ts';
import { namedVariables } from '../servers/variable-names.ts';
import { FreeNames } from './free-names.ts';

/** Names of variables that users are asked to set: one for each value, and none that is something else already. */
export class UserVariables {
  readonly #names: FreeNames;
  /** By name as it is wanted, the names that were given for it and what they hold. */
  readonly #values = new Map<string, Map<string, Secret>>();
  /** By place: what several servers of a script share is one. */
  readonly #places = new Map<string, string>();

  constructor(documents: readonly LintedDocument[], { variables }: Machine) {
    this.#names = new FreeNames([...Object.keys(variables), ...referredNames(documents)], '_');
    for (const [name, value] of Object.entries(variables))
      if (value !== undefined) this.#values.set(name, new Map([[name, new Secret(value)]]));
  }

  /** `text` stands in a document. */
  nameFor(wanted: string, text: LocatedText, { absolute }: Pick<LintedDocument, 'absolute'>): string {
    const place = `${text.range.start}:${text.range.end} ${absolute}`;
    const values = this.#values.get(wanted) ?? new Map<string, Secret>();
    const known = this.#places.get(place) ?? [...values].find(([, value]) => value.equals(text))?.[0];
    if (known !== undefined) return known;
    const name = this.#names.take(wanted);
    this.#values.set(wanted, values.set(name, text));
    this.#places.set(place, name);
    return name;
  }

  mark(): number {
    return this.#names.given;
  }

  /** Forgets what was given after a mark. */
  release(mark: number): void {
    const released = new Set(this.#names.release(mark));
    if (released.size === 0) return;
    for (const values of this.#values.values())
      for (const name of values.keys()) if (released.has(name)) values.delete(name);
    for (const [place, name] of this.#places) if (released.has(name)) this.#places.delete(place);
  }
}

/** What configs refer to is set already, to something that is not known. */
function referredNames(documents: readonly LintedDocument[]): string[] {
  return documents.flatMap(({ servers }) =>
    servers.flatMap(({ server }) => [
      ...textsOfEntry(server).flatMap(({ text }) => readReferences(text).map(({ name }) => name)),
      ...namedVariables(server),
    ]),
  );
}
