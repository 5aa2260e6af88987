import { dialectOf } from '../core/dialect.ts';
import type { Document } from '../core/document.ts';
import type { Edit } from '../core/edit.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../core/value.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { mergeEdits } from './merge-edits.ts';
import { type BlockPlace, blockPlace, findVariable } from './server-places.ts';
import { type Addition, type Container, type NewValue, type Syntax, Unwritable } from './syntax.ts';
import { SYNTAXES } from './syntaxes.ts';
import { wrapCommand } from './wrap-command.ts';

export { OverlappingEdits } from './merge-edits.ts';

/** A block of variables that is made. */
interface NewBlock {
  readonly place: Exclude<BlockPlace, { kind: 'block' }>;
  readonly variables: Map<string, string>;
}

/** Collects changes of one document and gives the least edits that make them in its dialect. */
export class ConfigEditor {
  readonly #readSyntax: () => Syntax;
  #known: Syntax | undefined;
  readonly #replaced = new Map<string, Edit>();
  readonly #changes = new Map<Container, { removed: Set<number>; added: Addition[] }>();
  /** By the server entry. */
  readonly #blocks = new Map<Mapping, NewBlock>();

  /** Nothing can be changed in a document whose dialect has no syntax. */
  constructor({ path, text }: Document, root: Value) {
    this.#readSyntax = () => SYNTAXES[dialectOf(path)]!(text.reveal(), root);
  }

  get #syntax(): Syntax {
    this.#known ??= this.#readSyntax();
    return this.#known;
  }

  /**
   * Puts `text` in the place of the whole string, or of `part` of it; an empty part is a place to insert at. What is no
   * string becomes one.
   */
  replaceText(holder: Scalar, text: string, part?: LocatedText): void {
    for (const edit of [this.#syntax.replaceText(holder, text, part)].flat()) this.#replace(edit);
  }

  /** Has an environment variable stand in the place of a string of code, or of `part` of it. May throw Unwritable. */
  replaceByVariable(holder: Scalar, name: string, part?: LocatedText): void {
    const edits = this.#syntax.replaceByVariable?.(holder, name, part);
    if (!edits) throw new Unwritable();
    for (const edit of [edits].flat()) this.#replace(edit);
  }

  /** Adds a member at the end of a mapping, or behind `after`. */
  addMember(mapping: Mapping, key: string, value: NewValue, after?: Entry): void {
    const index = after ? mapping.entries.indexOf(after) + 1 : mapping.entries.length;
    this.#changeOf(mapping).added.push({ index, key, value });
  }

  removeMember(mapping: Mapping, entry: Entry): void {
    this.#changeOf(mapping).removed.add(mapping.entries.indexOf(entry));
  }

  /** Adds items in front of the item at `index`; `items.length` adds them at the end. */
  addItems(sequence: Sequence, index: number, values: readonly NewValue[]): void {
    for (const value of values) this.#changeOf(sequence).added.push({ index, value });
  }

  removeItem(sequence: Sequence, index: number): void {
    this.#changeOf(sequence).removed.add(index);
  }

  /**
   * Sets a variable of a server's environment, in the block that its host reads (`env`, `environment`, `envs`), made
   * where there is none. False when the entry starts no program or its block is not of a form that can be written.
   */
  setVariable({ server }: ServerFacts, name: string, value: string): boolean {
    const place = blockPlace(server);
    if (!place) return false;
    if (place.kind !== 'block') {
      const block = this.#blocks.get(server.entry) ?? { place, variables: new Map<string, string>() };
      block.variables.set(name, value);
      this.#blocks.set(server.entry, block);
      return true;
    }
    const { block } = place;
    const existing = findVariable(block, name);
    if (existing) {
      const text = existing.prefix + value;
      if (existing.value.kind === 'scalar') this.replaceText(existing.value, text);
      else this.#replace(this.#syntax.replaceValue(existing.value, text));
    } else if (block.kind === 'mapping') {
      const { added } = this.#changeOf(block);
      const pending = added.findIndex(({ key }) => key === name);
      if (pending === -1) this.addMember(block, name, value);
      else added[pending] = { ...added[pending]!, value };
    } else {
      const named = block.items[0]?.kind === 'mapping';
      this.addItems(block, block.items.length, [named ? { name, value } : `${name}=${value}`]);
    }
    return true;
  }

  /** Puts words in front of a server's command line. False when the entry's form is not one that can be rewritten. */
  wrapCommand(facts: ServerFacts, words: readonly string[]): boolean {
    return wrapCommand(this, facts, words);
  }

  /** All changes, in the order of the document, not overlapping. Throws OverlappingEdits. */
  edits(): readonly Edit[] {
    const edits = [...this.#replaced.values()];
    const changes = new Map(
      [...this.#changes].map(([container, { removed, added }]) => [
        container,
        { removed, added: [...added] },
      ]),
    );
    for (const { place, variables } of this.#blocks.values()) {
      const value = Object.fromEntries(variables);
      if (place.kind === 'empty') {
        edits.push(this.#syntax.replaceValue(place.scalar, value));
      } else {
        const index = place.mapping.entries.indexOf(place.after) + 1;
        const change = changes.get(place.mapping) ?? { removed: new Set<number>(), added: [] };
        change.added.push({ index, key: place.name, value });
        changes.set(place.mapping, change);
      }
    }
    // Two lists that end together may both be added to at one place: what goes into the inner one comes first.
    const innerFirst = [...changes].sort(([a], [b]) => b.range.start - a.range.start);
    for (const [container, { removed, added }] of innerFirst) {
      const inOrder = added.toSorted((a, b) => a.index - b.index);
      edits.push(...this.#syntax.editContainer({ container, removed, added: inOrder }));
    }
    return mergeEdits(edits);
  }

  /** The same change twice is one. */
  #replace(edit: Edit): void {
    this.#replaced.set(`${edit.range.start} ${edit.range.end} ${edit.text}`, edit);
  }

  #changeOf(container: Container): { removed: Set<number>; added: Addition[] } {
    const change = this.#changes.get(container) ?? { removed: new Set<number>(), added: [] };
    this.#changes.set(container, change);
    return change;
  }
}
