import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/core/edit.ts';
import type { Range } from '../../src/core/range.ts';
import type { Entry, Scalar, Value } from '../../src/core/value.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import { type NewValue, Unwritable } from '../../src/fixers/syntax.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseYamlText } from '../../src/parsers/yaml/parse-yaml.ts';
import { applyEdits } from '../support/edits.ts';
import { printYaml, type YamlModel, yamlLayouts, yamlModels, yamlWords } from '../support/yaml-texts.ts';

/** One change; numbers choose among what is there. */
interface Step {
  readonly kind: 'replace' | 'remove' | 'add';
  readonly where: number;
  readonly item: number;
  readonly part: boolean;
  readonly text: string;
  readonly key: string;
  readonly value: NewValue;
}

const newValues: fc.Arbitrary<NewValue> = fc.oneof(
  yamlWords,
  fc.boolean(),
  fc.array(yamlWords, { maxLength: 2 }),
  fc.dictionary(
    fc.constantFrom('A', 'B C', 'yes'),
    fc.oneof(yamlWords, fc.array(yamlWords, { maxLength: 2 })),
    {
      maxKeys: 2,
    },
  ),
  fc.array(fc.dictionary(fc.constantFrom('name', 'value'), yamlWords, { minKeys: 1 }), { maxLength: 2 }),
);
const numbers = fc.nat({ max: 1000 });
const programs = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('replace', 'replace', 'remove', 'add', 'add'),
    where: numbers,
    item: numbers,
    part: fc.boolean(),
    text: yamlWords,
    key: fc.constantFrom('new', 'other: key', 'no'),
    value: newValues,
  }),
  { minLength: 1, maxLength: 5 },
);

function parsed(text: string): { document: ReturnType<typeof documentOfText>; root: Value } {
  const document = documentOfText(text, { path: 'a.yaml', absolute: '/a.yaml' });
  const { root, fault } = parseYamlText(document.text);
  if (!root || fault) throw new Error(`not YAML: ${fault?.message} at ${fault?.offset}`);
  return { document, root };
}

function modelOf(value: Value): YamlModel {
  if (value.kind === 'mapping')
    return {
      kind: 'mapping',
      entries: value.entries.map((entry) => [entry.key.reveal(), modelOf(entry.value)]),
    };
  if (value.kind === 'sequence') return { kind: 'sequence', items: value.items.map(modelOf) };
  const text = value.text.reveal();
  if (value.type === 'string') return { kind: 'scalar', value: text };
  return { kind: 'scalar', value: value.type === 'null' ? null : (JSON.parse(text) as number) };
}

function modelOfNew(value: NewValue): YamlModel {
  if (typeof value === 'string' || typeof value === 'boolean') return { kind: 'scalar', value };
  if (Array.isArray(value)) return { kind: 'sequence', items: value.map(modelOfNew) };
  return { kind: 'mapping', entries: Object.entries(value).map(([key, item]) => [key, modelOfNew(item)]) };
}

function allValues(value: Value): Value[] {
  const inner =
    value.kind === 'mapping'
      ? value.entries.map((entry) => entry.value)
      : value.kind === 'sequence'
        ? value.items
        : [];
  return [value, ...inner.flatMap(allValues)];
}

/** What the values of a document are to become. */
class Expected {
  readonly texts = new Map<Value, YamlModel>();
  readonly removed = new Set<Value>();
  readonly added = new Map<Value, { index: number; key: string; value: YamlModel }[]>();

  of(value: Value): YamlModel {
    const text = this.texts.get(value);
    if (text) return text;
    if (value.kind === 'scalar') return modelOf(value);
    const olds: readonly (readonly [string, Value])[] =
      value.kind === 'mapping'
        ? value.entries.map((entry: Entry) => [entry.key.reveal(), entry.value])
        : value.items.map((item) => ['', item]);
    const members: (readonly [string, YamlModel])[] = [];
    for (let index = 0; index <= olds.length; index++) {
      for (const added of this.added.get(value) ?? [])
        if (added.index === index) members.push([added.key, added.value]);
      const old = olds[index];
      if (old && !this.removed.has(old[1])) members.push([old[0], this.of(old[1])]);
    }
    return value.kind === 'mapping'
      ? { kind: 'mapping', entries: members }
      : { kind: 'sequence', items: members.map(([, item]) => item) };
  }
}

/** Does what steps say, each to a value that no other step touches; says what is to come out. */
function run(
  text: string,
  program: readonly Step[],
): { edits: readonly Edit[]; expected: YamlModel; gone: readonly Range[] } {
  const { document, root } = parsed(text);
  const editor = new ConfigEditor(document, root);
  const expected = new Expected();
  const touched: Value[] = [];
  const within = (outer: Value, inner: Value) => allValues(outer).includes(inner);
  for (const step of program) {
    const values = allValues(root).filter(
      (value) => ![...expected.removed, ...expected.texts.keys()].some((gone) => within(gone, value)),
    );
    if (step.kind === 'replace') {
      const scalars = values.filter((value): value is Scalar => value.kind === 'scalar');
      const holder = scalars[step.where % scalars.length];
      if (!holder) continue;
      const whole = holder.text.reveal();
      const from = step.item % (whole.length + 1);
      const to = from + (step.where % (whole.length + 1 - from));
      const halves = [from, to].some((at) => /[\udc00-\udfff]/.test(whole[at] ?? ''));
      const isPart = step.part && holder.type === 'string' && !halves;
      try {
        new ConfigEditor(document, root).replaceText(
          holder,
          step.text,
          isPart ? holder.text.slice(from, to) : undefined,
        );
      } catch (error) {
        if (error instanceof Unwritable) continue;
        throw error;
      }
      editor.replaceText(holder, step.text, isPart ? holder.text.slice(from, to) : undefined);
      const value = isPart ? whole.slice(0, from) + step.text + whole.slice(to) : step.text;
      expected.texts.set(holder, { kind: 'scalar', value });
      touched.push(holder);
      continue;
    }
    const containers = values.filter((value) => value.kind !== 'scalar');
    const container = containers[step.where % containers.length];
    if (!container) continue;
    const items = container.kind === 'mapping' ? container.entries : container.items;
    const index = step.item % (items.length + 1);
    if (step.kind === 'remove') {
      const item = items[index];
      const value = item && ('key' in item ? item.value : item);
      if (!value || expected.removed.has(value) || touched.some((one) => within(value, one))) continue;
      if (container.kind === 'mapping') editor.removeMember(container, item as Entry);
      else editor.removeItem(container, index);
      expected.removed.add(value);
      touched.push(container);
    } else {
      const added = expected.added.get(container) ?? [];
      if (container.kind === 'mapping') {
        if (index === 0 && items.length > 0) continue;
        editor.addMember(container, step.key, step.value, container.entries[index - 1]);
      } else editor.addItems(container, index, [step.value]);
      added.push({ index, key: step.key, value: modelOfNew(step.value) });
      expected.added.set(container, added);
      touched.push(container);
    }
  }
  // With their keys or dashes.
  const starts = new Map<Value, number>();
  for (const value of allValues(root)) {
    if (value.kind === 'mapping')
      for (const entry of value.entries) starts.set(entry.value, entry.key.range.start);
    else if (value.kind === 'sequence' && text[value.range.start] === '-')
      for (const item of value.items) starts.set(item, text.lastIndexOf('-', item.range.start - 1));
  }
  const gone = [...expected.removed, ...expected.texts.keys()].map((value) => ({
    start: starts.get(value) ?? value.range.start,
    end: value.range.end,
  }));
  return { edits: editor.edits(), expected: expected.of(root), gone };
}

describe('random changes of random texts', () => {
  test('come out as meant, and comments stay', () => {
    fc.assert(
      fc.property(yamlModels, yamlLayouts, programs, (model, layout, program) => {
        const text = printYaml(model, layout);
        const { edits, expected, gone } = run(text, program);
        const after = applyEdits(text, edits);
        expect(modelOf(parsed(after).root)).toEqual(expected);
        const comments = (of: string) => of.match(/# (?:top|own line|behind|in flow)/g)?.length ?? 0;
        const inGone = gone.reduce((sum, { start, end }) => sum + comments(text.slice(start, end)), 0);
        expect(comments(after)).toBeGreaterThanOrEqual(comments(text) - inGone);
        if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
  });
});
