import type { Path } from '../core/model.ts';
import { parsePattern } from '../core/path-pattern.ts';
import type { Mapping, Value } from '../core/value.ts';
import type { LintedDocument } from '../lint-document.ts';
import type { ConfigEditor } from './config-editor.ts';
import { FreeNames } from './free-names.ts';
import type { FixEntry } from './inline-credential.ts';
import type { NewValue } from './syntax.ts';

/** Where the prompts of one server stand, or would stand. */
export interface PromptPlace {
  readonly parent: Mapping;
  readonly key: string;
  readonly list?: Extract<Value, { kind: 'sequence' }>;
}

/** The list of prompts that the host reads for a server; nothing where it reads none, or one of another form. */
export function promptPlaceFor({ facts, document }: FixEntry): PromptPlace | undefined {
  for (const pattern of facts.host.inputs ?? []) {
    const steps = parsePattern(pattern);
    const [above, key] = [steps.slice(0, -1), steps.at(-1)!];
    if (!above.every((step, index) => facts.server.path[index] === step)) continue;
    const parent = valueAt(document.root, above);
    if (parent?.kind !== 'mapping') continue;
    const value = valueAt(parent, [key]);
    if (value === undefined) return { parent, key };
    if (value.kind === 'sequence') return { parent, key, list: value };
  }
  return undefined;
}

function valueAt(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (value?.kind !== 'mapping') return undefined;
    value = value.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === step)?.value;
  }
  return value;
}

/** New prompts of one document, written together: several may go into a list that is not there yet. */
export class NewPrompts {
  readonly #ids: FreeNames;
  readonly #added: { readonly place: PromptPlace; readonly prompt: NewValue }[] = [];

  constructor({ prompts }: LintedDocument) {
    this.#ids = new FreeNames(
      prompts.map(({ id }) => id),
      '-',
    );
  }

  /** The id of a new prompt for a server whose host asks. */
  add(entry: FixEntry, wanted: string, description: string): string {
    const place = promptPlaceFor(entry);
    if (!place) throw new Error('no place for a prompt');
    const id = this.#ids.take(wanted);
    this.#added.push({ place, prompt: { type: 'promptString', id, description, password: true } });
    return id;
  }

  mark(): number {
    return this.#added.length;
  }

  /** Forgets what was added after a mark. */
  release(mark: number): void {
    this.#ids.release(mark);
    this.#added.length = mark;
  }

  write(editor: ConfigEditor): void {
    const lists = new Map<Mapping, { readonly place: PromptPlace; readonly prompts: NewValue[] }>();
    for (const { place, prompt } of this.#added) {
      const list = lists.get(place.parent) ?? { place, prompts: [] };
      list.prompts.push(prompt);
      lists.set(place.parent, list);
    }
    for (const { place, prompts } of lists.values()) {
      const { parent, key, list } = place;
      if (list) editor.addItems(list, list.items.length, prompts);
      else editor.addMember(parent, key, prompts);
    }
  }
}
