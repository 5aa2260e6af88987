import type { Document } from '../core/document.ts';
import type { Edit } from '../core/edit.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Range } from '../core/range.ts';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../core/value.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { type Addition, editContainer } from './edit-container.ts';
import { lineIndent, type Style, styleOf } from './json-style.ts';
import type { Container } from './json-tokens.ts';
import { writeValue } from './json-write.ts';
import { mergeEdits } from './merge-edits.ts';
import { type BlockPlace, blockPlace, findVariable } from './server-places.ts';
import { wrapCommand } from './wrap-command.ts';

export { OverlappingEdits } from './merge-edits.ts';

/** A value to be written. Holds no secret. */
export type NewValue = string | boolean | readonly NewValue[] | { readonly [key: string]: NewValue };

/** A block of variables that is made. */
interface NewBlock {
  readonly place: Exclude<BlockPlace, { kind: 'block' }>;
  readonly variables: Map<string, string>;
}

/**
 * Collects changes of one document and gives the least edits that make them: comments, indentation, line ends, order of
 * keys and trailing commas stay as they are, and what is new is written as its neighbours are.
 */
export class ConfigEditor {
  readonly #source: string;
  readonly #root: Value;
  readonly #replaced = new Map<string, Edit>();
  readonly #changes = new Map<Container, { removed: Set<number>; added: Addition[] }>();
  /** By the server entry. */
  readonly #blocks = new Map<Mapping, NewBlock>();
  #style: Style | undefined;

  constructor(document: Document, root: Value) {
    this.#source = document.text.reveal();
    this.#root = root;
  }

  /**
   * Puts `text` in the place of the whole string, or of `part` of it; an empty part is a place to insert at. What is no
   * string becomes one.
   */
  replaceText(holder: Scalar, text: string, part?: LocatedText): void {
    const written = JSON.stringify(text);
    if (holder.type !== 'string') this.#replace(holder.range, written);
    else
      this.#replace(
        part?.range ?? { start: holder.range.start + 1, end: holder.range.end - 1 },
        written.slice(1, -1),
      );
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
      else this.#replace(existing.value.range, JSON.stringify(text));
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
    this.#style ??= styleOf(this.#source, this.#root);
    const style = this.#style;
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
        const { range } = place.scalar;
        edits.push({ range, text: writeValue(value, style, lineIndent(this.#source, range.start)) });
      } else {
        const index = place.mapping.entries.indexOf(place.after) + 1;
        const change = changes.get(place.mapping) ?? { removed: new Set<number>(), added: [] };
        change.added.push({ index, key: place.name, value });
        changes.set(place.mapping, change);
      }
    }
    for (const [container, { removed, added }] of changes) {
      const inOrder = added.toSorted((a, b) => a.index - b.index);
      edits.push(...editContainer(this.#source, style, { container, removed, added: inOrder }));
    }
    return mergeEdits(edits);
  }

  /** The same change twice is one. */
  #replace(range: Range, text: string): void {
    this.#replaced.set(`${range.start} ${range.end} ${text}`, { range, text });
  }

  #changeOf(container: Container): { removed: Set<number>; added: Addition[] } {
    const change = this.#changes.get(container) ?? { removed: new Set<number>(), added: [] };
    this.#changes.set(container, change);
    return change;
  }
}
