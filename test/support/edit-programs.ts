import * as fc from 'fast-check';
import type { LocatedText } from '../../src/core/located-text.ts';
import type { Entry, Scalar, Value } from '../../src/core/value.ts';
import { type NewValue, Unwritable } from '../../src/fixers/syntax.ts';
import type { EditedText } from './edits.ts';

/** One change; numbers choose among what is there. */
type Step =
  | {
      readonly kind: 'replace';
      readonly where: number;
      readonly from: number;
      readonly to: number;
      readonly text: string;
    }
  | { readonly kind: 'remove'; readonly where: number; readonly item: number }
  | {
      readonly kind: 'add';
      readonly where: number;
      readonly item: number;
      readonly key: string;
      readonly value: NewValue;
    };
export type Program = readonly Step[];

/** Random changes. `texts` are new, `names` are keys of new mappings, `keys` those of new members of old ones. */
export function programsOf(
  texts: fc.Arbitrary<string>,
  names: readonly string[],
  keys: readonly string[],
): fc.Arbitrary<Program> {
  const numbers = fc.nat({ max: 1000 });
  const name = fc.constantFrom(...names);
  const lists = fc.array(texts, { maxLength: 2 });
  const newValues: fc.Arbitrary<NewValue> = fc.oneof(
    texts,
    fc.boolean(),
    lists,
    fc.dictionary(name, fc.oneof(texts, lists), { maxKeys: 2, noNullPrototype: true }),
    fc.array(fc.dictionary(name, texts, { minKeys: 1, noNullPrototype: true }), { maxLength: 2 }),
  );
  const replace = fc.record({
    kind: fc.constant('replace' as const),
    where: numbers,
    from: numbers,
    to: numbers,
    text: texts,
  });
  const remove = fc.record({ kind: fc.constant('remove' as const), where: numbers, item: numbers });
  const add = fc.record({
    kind: fc.constant('add' as const),
    where: numbers,
    item: numbers,
    key: fc.constantFrom(...keys),
    value: newValues,
  });
  return fc.array(fc.oneof({ weight: 2, arbitrary: replace }, remove, { weight: 2, arbitrary: add }), {
    minLength: 1,
    maxLength: 6,
  });
}

/** What a program has changed, by the values of the document as it was. */
export interface Changes {
  readonly texts: ReadonlyMap<Value, string>;
  readonly removed: ReadonlySet<Value>;
  /** By their containers; `index` is the number of the old items before it. */
  readonly added: ReadonlyMap<
    Value,
    readonly { readonly index: number; readonly key: string; readonly value: NewValue }[]
  >;
}

export interface Dialect {
  /** Whether part of a text may be one that cannot be replaced. */
  mayDecline?(holder: Scalar): boolean;
  /** No mapping has a key twice. */
  readonly uniqueKeys?: boolean;
}

/** Does what steps say, each to a value that no other step touches. */
export function runProgram(edited: EditedText, program: Program, dialect: Dialect = {}): Changes {
  const texts = new Map<Value, string>();
  const removed = new Set<Value>();
  const added = new Map<Value, { index: number; key: string; value: NewValue }[]>();
  const parents = parentsIn(edited.root);
  const isGone = (value: Value): boolean => {
    const parent = parents.get(value);
    return removed.has(value) || (parent !== undefined && isGone(parent));
  };
  const touched = new Set<Value>();
  const touch = (value: Value) => {
    for (let one: Value | undefined = value; one && !touched.has(one); one = parents.get(one))
      touched.add(one);
  };
  for (const step of program) {
    const values = allValues(edited.root).filter((value) => !isGone(value));
    if (step.kind === 'replace') {
      const scalars = values.filter((value): value is Scalar => value.kind === 'scalar' && !texts.has(value));
      const holder = scalars[step.where % scalars.length];
      if (!holder) continue;
      const { part, text } = replacementOf(holder, step);
      try {
        edited.editor.replaceText(holder, step.text, part);
      } catch (error) {
        if (error instanceof Unwritable && part && dialect.mayDecline?.(holder)) continue;
        throw error;
      }
      texts.set(holder, text);
      touch(holder);
      continue;
    }
    const containers = values.filter((value) => value.kind !== 'scalar');
    const container = containers[step.where % containers.length];
    if (!container) continue;
    const items = container.kind === 'mapping' ? container.entries : container.items;
    const at = step.item % (items.length + 1);
    if (step.kind === 'remove') {
      const item = items[at];
      const value = item && ('key' in item ? item.value : item);
      if (!value || isGone(value) || touched.has(value)) continue;
      if (container.kind === 'mapping') edited.editor.removeMember(container, item as Entry);
      else edited.editor.removeItem(container, at);
      removed.add(value);
    } else {
      const siblings = added.get(container) ?? [];
      let index = at;
      if (container.kind === 'mapping') {
        const old = [...container.entries.map(({ key }) => key.reveal()), ...siblings.map(({ key }) => key)];
        if (dialect.uniqueKeys && old.includes(step.key)) continue;
        const after = container.entries[at - 1];
        if (!after) index = items.length;
        edited.editor.addMember(container, step.key, step.value, after);
      } else edited.editor.addItems(container, at, [step.value]);
      added.set(container, [...siblings, { index, key: step.key, value: step.value }]);
    }
    touch(container);
  }
  return { texts, removed, added };
}

/** What is replaced of a text, all of it without a part, and what it is to read then. */
function replacementOf(
  { text, type }: Scalar,
  step: Extract<Step, { kind: 'replace' }>,
): { part?: LocatedText; text: string } {
  if (type !== 'string' || step.from % 2 !== 0) return { text: step.text };
  const whole = text.reveal();
  const [from, to] = [step.from, step.to].map((at) => boundary(whole, at)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  return { part: text.slice(from, to), text: whole.slice(0, from) + step.text + whole.slice(to) };
}

/** An index that is in no surrogate pair. */
function boundary(text: string, at: number): number {
  const index = at % (text.length + 1);
  return /[\udc00-\udfff]/.test(text[index] ?? '') && index > 0 ? index - 1 : index;
}

/** A value and all in it. */
export function allValues(value: Value): Value[] {
  return [value, ...innerOf(value).flatMap(allValues)];
}

function parentsIn(root: Value): Map<Value, Value> {
  return new Map(allValues(root).flatMap((value) => innerOf(value).map((inner) => [inner, value] as const)));
}

function innerOf(value: Value): readonly Value[] {
  if (value.kind === 'mapping') return value.entries.map((entry) => entry.value);
  return value.kind === 'sequence' ? value.items : [];
}
