import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../../src/core/value.ts';
import { OverlappingEdits } from '../../src/fixers/config-editor.ts';
import { type NewValue, Unwritable } from '../../src/fixers/syntax.ts';
import { EditedToml, readToml } from './toml-edited.ts';
import { commentsIn, plainToml } from './toml-plain.ts';
import { tomlTexts } from './toml-texts.ts';

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

const texts = fc.constantFrom('', 'x', ' y', '${NAME}', '"', '\\', "'", '# x', '\n', 'é\u{1f511}', '"""');
const newValues: fc.Arbitrary<NewValue> = fc.oneof(
  texts,
  fc.boolean(),
  fc.array(texts, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('A', 'b c', 'id'), fc.oneof(texts, fc.array(texts, { maxLength: 2 })), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
);
const numbers = fc.nat({ max: 1000 });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('replace' as const),
      where: numbers,
      from: numbers,
      to: numbers,
      text: texts,
    }),
    fc.record({ kind: fc.constant('remove' as const), where: numbers, item: numbers }),
    fc.record({
      kind: fc.constant('add' as const),
      where: numbers,
      item: numbers,
      key: fc.constantFrom('new', 'new key', '"new"'),
      value: newValues,
    }),
  ),
  { minLength: 1, maxLength: 5 },
);

/** What the values of a document are to become. */
class Expected {
  readonly texts = new Map<Value, string>();
  readonly removed = new Set<Value>();
  readonly added = new Map<Value, { index: number; key: string; value: NewValue }[]>();

  of(value: Value): unknown {
    if (value.kind === 'scalar') return this.texts.get(value) ?? plainToml(value);
    const added = this.added.get(value) ?? [];
    if (value.kind === 'mapping') {
      const olds = value.entries.filter((entry) => !this.removed.has(entry.value));
      return new Map([
        ...olds.map((entry) => [entry.key.reveal(), this.of(entry.value)] as const),
        ...added.map(({ key, value: fresh }) => [key, plainNew(fresh)] as const),
      ]);
    }
    const items: unknown[] = [];
    for (let index = 0; index <= value.items.length; index++) {
      for (const one of added) if (one.index === index) items.push(plainNew(one.value));
      const old = value.items[index];
      if (old && !this.removed.has(old)) items.push(this.of(old));
    }
    return items;
  }
}

function plainNew(value: NewValue): unknown {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plainNew);
  return new Map(Object.entries(value).map(([key, member]) => [key, plainNew(member)]));
}

/** Does what steps say, each to a value that no other step touches. */
function run(edited: EditedToml, program: readonly Step[]): Expected {
  const expected = new Expected();
  const parents = parentsIn(edited.root);
  const isGone = (value: Value): boolean => {
    const parent = parents.get(value);
    return expected.removed.has(value) || (parent !== undefined && isGone(parent));
  };
  const touched = new Set<Value>();
  const touch = (value: Value | undefined) => {
    for (let one = value; one && !touched.has(one); one = parents.get(one)) touched.add(one);
  };
  for (const step of program) {
    const values = [...parents.keys(), edited.root].filter((value) => !isGone(value));
    if (step.kind === 'replace') {
      const scalars = values.filter(
        (value): value is Scalar => value.kind === 'scalar' && !expected.texts.has(value),
      );
      const holder = scalars[step.where % scalars.length];
      if (holder) {
        replace(edited, expected, holder, step);
        touch(holder);
      }
      continue;
    }
    const containers = values.filter((value): value is Mapping | Sequence => value.kind !== 'scalar');
    const container = containers[step.where % containers.length]!;
    const items = container.kind === 'mapping' ? container.entries : container.items;
    const at = step.item % (items.length + 1);
    if (step.kind === 'remove') {
      const item = items[at];
      const value = item && ('key' in item ? item.value : item);
      if (!value || isGone(value) || touched.has(value)) continue;
      if (container.kind === 'mapping') edited.editor.removeMember(container, item as Entry);
      else edited.editor.removeItem(container, at);
      expected.removed.add(value);
    } else {
      const added = expected.added.get(container) ?? [];
      if (container.kind === 'mapping') {
        const keys = [...container.entries.map(({ key }) => key.reveal()), ...added.map(({ key }) => key)];
        if (keys.includes(step.key)) continue;
        edited.editor.addMember(container, step.key, step.value, container.entries[at - 1]);
      } else edited.editor.addItems(container, at, [step.value]);
      expected.added.set(container, [...added, { index: at, key: step.key, value: step.value }]);
    }
    touch(container);
  }
  return expected;
}

function replace(
  edited: EditedToml,
  expected: Expected,
  holder: Scalar,
  step: Extract<Step, { kind: 'replace' }>,
): void {
  const whole = holder.text.reveal();
  const boundary = (at: number) => {
    const index = at % (whole.length + 1);
    return /[\udc00-\udfff]/.test(whole[index] ?? '') && index > 0 ? index - 1 : index;
  };
  const [from, to] = [boundary(step.from), boundary(step.to)].sort((a, b) => a - b) as [number, number];
  const isPart = holder.type === 'string' && step.from % 2 === 0;
  try {
    edited.editor.replaceText(holder, step.text, isPart ? holder.text.slice(from, to) : undefined);
    expected.texts.set(holder, isPart ? whole.slice(0, from) + step.text + whole.slice(to) : step.text);
  } catch (error) {
    // Half of a string in single quotes cannot be written in others.
    if (!(error instanceof Unwritable)) throw error;
    expect(edited.text[holder.range.start]).toBe("'");
  }
}

function parentsIn(root: Value): Map<Value, Value> {
  const parents = new Map<Value, Value>();
  const walk = (value: Value) => {
    const inner =
      value.kind === 'mapping'
        ? value.entries.map((entry) => entry.value)
        : value.kind === 'sequence'
          ? value.items
          : [];
    for (const one of inner) {
      parents.set(one, value);
      walk(one);
    }
  };
  walk(root);
  return parents;
}

describe('random changes of random texts', () => {
  test('come out as meant; comments stay, and nothing else changes', () => {
    const seen = { done: 0, declined: 0 };
    fc.assert(
      fc.property(tomlTexts, steps, ({ text }, program) => {
        const edited = new EditedToml(text);
        const expected = run(edited, program);
        let after: string;
        try {
          after = edited.result;
        } catch (error) {
          // What has no way to be written is declined, never written otherwise.
          if (!(error instanceof Unwritable || error instanceof OverlappingEdits)) throw error;
          seen.declined += 1;
          return;
        }
        seen.done += 1;
        const { root, fault } = readToml(after);
        expect(fault).toBeUndefined();
        expect(plainToml(root)).toEqual(expected.of(edited.root));
        if (expected.removed.size === 0) expect(commentsIn(after)).toEqual(commentsIn(text));
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
    expect(seen.declined).toBeLessThan(seen.done / 5);
  });
});
