import * as fc from 'fast-check';
import { createScanner, type ParseError, parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import type { Entry, Scalar, Value } from '../../src/core/value.ts';
import { splice } from '../../src/fixers/splice.ts';
import type { NewValue } from '../../src/fixers/syntax.ts';
import { decodeBytes, documentOfText } from '../../src/parsers/decode.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';
import { EditedText, inverseOf } from '../support/edits.ts';
import { layouts, type Model, models, printModel } from '../support/json-texts.ts';

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

const texts = fc.constantFrom(
  '',
  'x',
  '${input:id}',
  'keychain://mcp-lint/a/b/c',
  '"',
  '\\',
  '// x',
  'é\u{1f511}',
);
const newValues: fc.Arbitrary<NewValue> = fc.oneof(
  texts,
  fc.boolean(),
  fc.array(texts, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('A', 'B', 'id'), fc.oneof(texts, fc.array(texts, { maxLength: 2 })), {
    maxKeys: 2,
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
      key: fc.constantFrom('new', 'a', '"'),
      value: newValues,
    }),
  ),
  { minLength: 1, maxLength: 6 },
);

/** What the values of a document are to become. */
class Expected {
  readonly #texts = new Map<Scalar, string>();
  readonly #removed = new Set<Value>();
  readonly #added = new Map<Value, { index: number; key: string; value: NewValue }[]>();

  replace(scalar: Scalar, text: string): void {
    this.#texts.set(scalar, text);
  }

  remove(value: Value): void {
    this.#removed.add(value);
  }

  add(container: Value, index: number, key: string, value: NewValue): void {
    const added = this.#added.get(container) ?? [];
    added.push({ index, key, value });
    this.#added.set(container, added);
  }

  of(value: Value): Model {
    if (value.kind === 'scalar') {
      const text = this.#texts.get(value);
      return text === undefined ? modelOf(value) : { kind: 'scalar', value: text };
    }
    const members: (readonly [string, Model])[] = [];
    const olds: readonly (readonly [string, Value])[] =
      value.kind === 'mapping'
        ? value.entries.map((entry: Entry) => [entry.key.reveal(), entry.value])
        : value.items.map((item) => ['', item]);
    for (let index = 0; index <= olds.length; index++) {
      for (const added of this.#added.get(value) ?? [])
        if (added.index === index) members.push([added.key, modelOfNew(added.value)]);
      const old = olds[index];
      if (old && !this.#removed.has(old[1])) members.push([old[0], this.of(old[1])]);
    }
    return value.kind === 'mapping'
      ? { kind: 'mapping', entries: members }
      : { kind: 'sequence', items: members.map(([, item]) => item) };
  }
}

function modelOf(value: Value): Model {
  if (value.kind === 'scalar') {
    const text = value.text.reveal();
    return { kind: 'scalar', value: value.type === 'string' ? text : (JSON.parse(text) as number) };
  }
  return new Expected().of(value);
}

function modelOfNew(value: NewValue): Model {
  if (typeof value === 'string' || typeof value === 'boolean') return { kind: 'scalar', value };
  if (Array.isArray(value)) return { kind: 'sequence', items: value.map(modelOfNew) };
  return { kind: 'mapping', entries: Object.entries(value).map(([key, item]) => [key, modelOfNew(item)]) };
}

/** Does what steps say, each to a value that no other step touches; says what is to come out. */
function run(edited: EditedText, program: readonly Step[]): { expected: Model; removed: readonly Value[] } {
  const expected = new Expected();
  const removed: Value[] = [];
  const within = (value: Value) =>
    removed.some((gone) => gone.range.start <= value.range.start && value.range.end <= gone.range.end);
  const holds = (value: Value) =>
    touched.some((one) => value.range.start <= one.range.start && one.range.end <= value.range.end);
  const touched: Value[] = [];
  const replaced = new Set<Value>();
  for (const step of program) {
    const values = allValues(edited.root).filter((value) => !within(value));
    if (step.kind === 'replace') {
      const strings = values.filter(
        (value): value is Scalar => value.kind === 'scalar' && !replaced.has(value),
      );
      const holder = strings[step.where % strings.length];
      if (!holder) continue;
      const { text } = holder;
      const [from, to] = [step.from, step.to]
        .map((at) => boundary(text.reveal(), at))
        .sort((a, b) => a - b) as [number, number];
      const isPart = holder.type === 'string' && step.from % 2 === 0;
      edited.editor.replaceText(holder, step.text, isPart ? text.slice(from, to) : undefined);
      const whole = text.reveal();
      expected.replace(holder, isPart ? whole.slice(0, from) + step.text + whole.slice(to) : step.text);
      touched.push(holder);
      replaced.add(holder);
    } else {
      const containers = values.filter((value) => value.kind !== 'scalar');
      const container = containers[step.where % containers.length];
      if (!container) continue;
      const items = container.kind === 'mapping' ? container.entries : container.items;
      const at = step.item % (items.length + 1);
      if (step.kind === 'remove') {
        const item = items[at];
        const value = item && ('key' in item ? item.value : item);
        if (!value || within(value) || holds(value)) continue;
        if (container.kind === 'mapping') edited.editor.removeMember(container, item as Entry);
        else edited.editor.removeItem(container, at);
        removed.push(value);
        expected.remove(value);
        touched.push(container);
      } else if (container.kind === 'mapping') {
        const after = at === 0 ? undefined : container.entries[at - 1];
        edited.editor.addMember(container, step.key, step.value, after);
        expected.add(container, after ? at : items.length, step.key, step.value);
        touched.push(container);
      } else {
        edited.editor.addItems(container, at, [step.value]);
        expected.add(container, at, '', step.value);
        touched.push(container);
      }
    }
  }
  return { expected: expected.of(edited.root), removed };
}

/** An index that is in no surrogate pair. */
function boundary(text: string, at: number): number {
  const index = at % (text.length + 1);
  return /[\udc00-\udfff]/.test(text[index] ?? '') && index > 0 ? index - 1 : index;
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

function commentsOf(text: string, removed: readonly Value[] = []): string[] {
  const scanner = createScanner(text);
  const comments: string[] = [];
  while (scanner.scan() !== 17) {
    const start = scanner.getTokenOffset();
    const isComment = scanner.getToken() === 12 || scanner.getToken() === 13;
    const isGone = removed.some((value) => value.range.start <= start && start < value.range.end);
    if (isComment && !isGone) comments.push(text.slice(start, start + scanner.getTokenLength()));
  }
  return comments;
}

/** The ranges of removed members begin at their keys. */
function withKeys(root: Value, removed: readonly Value[]): Value[] {
  const keyStarts = new Map<Value, number>();
  for (const value of allValues(root)) {
    if (value.kind !== 'mapping') continue;
    for (const entry of value.entries) keyStarts.set(entry.value, entry.key.range.start - 1);
  }
  return removed.map((value) => ({
    ...value,
    range: { start: keyStarts.get(value) ?? value.range.start, end: value.range.end },
  }));
}

const options = { seed: 20_261_123, numRuns: 3000 };

describe('random changes of random texts', () => {
  test('come out as meant; comments stay, and nothing else changes', () => {
    fc.assert(
      fc.property(models, layouts, steps, fc.boolean(), (model, layout, program, mark) => {
        const edited = new EditedText(printModel(model, layout));
        const { expected, removed } = run(edited, program);
        const edits = edited.editor.edits();
        const bytes = Buffer.from((mark ? '\ufeff' : '') + edited.text);
        const document = documentOfText(edited.text, { path: '', absolute: '' });
        const after = splice(bytes, document, edits);
        const text = decodeBytes(after);

        const { root, fault } = parseJsonc(documentOfText(text, { path: '', absolute: '' }).text);
        expect(fault).toBeUndefined();
        expect(modelOf(root!)).toEqual(expected);
        expect(commentsOf(text)).toEqual(commentsOf(edited.text, withKeys(edited.root, removed)));
        if (layout.trailing.every((trailing) => !trailing)) expect(trailingCommas(text)).toBe(0);

        for (const [index, edit] of edits.entries())
          expect(edit.range.start).toBeGreaterThan(edits[index - 1]?.range.end ?? -1);
        const inverse = inverseOf(edited.text, edits);
        const back = splice(after, documentOfText(text, { path: '', absolute: '' }), inverse);
        expect(back.equals(bytes)).toBe(true);
      }),
      options,
    );
  });

  test.each(['  ', '\t', '    ', undefined])('text of JSON.stringify stays such a text (%j)', (indent) => {
    fc.assert(
      fc.property(models, steps, fc.constantFrom('\n', '\r\n'), (model, program, lineEnd) => {
        // What shows that lists and mappings have a line for each item.
        const sample: Model = { kind: 'mapping', entries: [['x', { kind: 'scalar', value: 1 }]] };
        const list: Model = { kind: 'sequence', items: [{ kind: 'scalar', value: 1 }] };
        const whole: Model = { kind: 'sequence', items: [sample, list, model] };
        const print = (value: Model) => stringify(value, indent).replaceAll('\n', lineEnd);
        const edited = new EditedText(print(whole));
        const kept = program.filter((step) => step.kind !== 'remove');
        const { expected } = run(edited, indent === undefined ? program : kept);
        expect(edited.result).toBe(print(expected));
      }),
      { ...options, numRuns: 500 },
    );
  });
});

function trailingCommas(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: false });
  return errors.length;
}

/** As JSON.stringify, for models, which may have a key twice. */
function stringify(model: Model, indent: string | undefined, around = ''): string {
  if (model.kind === 'scalar') return JSON.stringify(model.value);
  const within = around + (indent ?? '');
  const colon = indent === undefined ? ':' : ': ';
  const items =
    model.kind === 'mapping'
      ? model.entries.map(([key, value]) => JSON.stringify(key) + colon + stringify(value, indent, within))
      : model.items.map((item) => stringify(item, indent, within));
  const [open, close] = model.kind === 'mapping' ? ['{', '}'] : ['[', ']'];
  if (items.length === 0) return open + close;
  if (indent === undefined) return open + items.join(',') + close;
  return `${open}\n${items.map((item) => within + item).join(',\n')}\n${around}${close}`;
}
