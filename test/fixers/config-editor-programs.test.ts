import * as fc from 'fast-check';
import { createScanner, type ParseError, parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/core/value.ts';
import { splice } from '../../src/fixers/splice.ts';
import { decodeBytes, documentOfText } from '../../src/parsers/decode.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';
import { type Model, modelOf } from '../support/config-model.ts';
import { allValues, programsOf, runProgram } from '../support/edit-programs.ts';
import { EditedText, inverseOf } from '../support/edits.ts';
import { layouts, models, printModel } from '../support/json-texts.ts';

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
const programs = programsOf(texts, ['A', 'B', 'id'], ['new', 'a', '"']);

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
      fc.property(models, layouts, programs, fc.boolean(), (model, layout, program, mark) => {
        const edited = new EditedText(printModel(model, layout));
        const changes = runProgram(edited, program);
        const edits = edited.editor.edits();
        const bytes = Buffer.from((mark ? '\ufeff' : '') + edited.text);
        const document = documentOfText(edited.text, { path: '', absolute: '' });
        const after = splice(bytes, document, edits);
        const text = decodeBytes(after);

        const { root, fault } = parseJsonc(documentOfText(text, { path: '', absolute: '' }).text);
        expect(fault).toBeUndefined();
        expect(modelOf(root!)).toEqual(modelOf(edited.root, changes));
        expect(commentsOf(text)).toEqual(
          commentsOf(edited.text, withKeys(edited.root, [...changes.removed])),
        );
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
      fc.property(models, programs, fc.constantFrom('\n', '\r\n'), (model, program, lineEnd) => {
        // What shows that lists and mappings have a line for each item.
        const sample: Model = { kind: 'mapping', entries: [['x', { kind: 'scalar', value: 1 }]] };
        const list: Model = { kind: 'sequence', items: [{ kind: 'scalar', value: 1 }] };
        const whole: Model = { kind: 'sequence', items: [sample, list, model] };
        const print = (value: Model) => stringify(value, indent).replaceAll('\n', lineEnd);
        const edited = new EditedText(print(whole));
        const kept = program.filter((step) => step.kind !== 'remove');
        const changes = runProgram(edited, indent === undefined ? program : kept);
        expect(edited.result).toBe(print(modelOf(edited.root, changes)));
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
