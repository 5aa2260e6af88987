import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scalar, Value } from '../../src/core/value.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseYamlText } from '../../src/parsers/yaml/parse-yaml.ts';
import { printYaml, yamlLayouts, yamlModels } from '../support/yaml-texts.ts';

const options = { seed: 20_261_123, numRuns: 150 };

function scalarsOf(text: string): Scalar[] {
  const { root, fault } = parseYamlText(documentOfText(text, { path: 'a.yaml', absolute: '/a.yaml' }).text);
  if (!root || fault) throw new Error(`not YAML: ${fault?.message}`);
  const collect = (value: Value): Scalar[] =>
    value.kind === 'scalar'
      ? [value]
      : (value.kind === 'mapping' ? value.entries.map((entry) => entry.value) : value.items).flatMap(collect);
  return collect(root);
}

/** A text on several lines, in one of the ways in which YAML writes such. */
const folded = fc
  .record({
    words: fc.array(fc.constantFrom('ab', 'c', 'dé', "e'f", 'g"h', 'i\\j', '\u{1f511}'), {
      minLength: 1,
      maxLength: 6,
    }),
    gaps: fc.array(fc.constantFrom(' ', '  ', '\n', '\n\n'), { minLength: 6, maxLength: 6 }),
    form: fc.constantFrom('plain', 'single', 'double', '|', '>', '|-', '>2-'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ words, gaps, form, lineEnd }) => {
    const escaped = (word: string) =>
      form === 'single'
        ? word.replaceAll("'", "''")
        : form === 'double'
          ? word.replace(/["\\]/g, '\\$&')
          : word;
    const quote = form === 'single' ? "'" : form === 'double' ? '"' : '';
    const body = words
      .map((word, at) => (at === 0 ? '' : gaps[at]!.replace(/\n$/, '\n  ')) + escaped(word))
      .join('');
    const text = /^[|>]/.test(form) ? `k: ${form}\n  ${body}\nz: y\n` : `k: ${quote}${body}${quote}\nz: y\n`;
    return text.replaceAll('\n', lineEnd);
  });

const texts = fc.oneof(
  folded,
  fc.tuple(yamlModels, yamlLayouts).map(([model, layout]) => printYaml(model, layout)),
);

describe('the range of a part of a text', () => {
  test('is that part as written: something else in its place is read as that', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (text, which, from, length) => {
        const scalars = scalarsOf(text);
        const index = which % Math.max(1, scalars.length);
        const scalar = scalars[index];
        if (scalar?.type !== 'string') return;
        const whole = scalar.text.reveal();
        const isBlock = /[|>]/.test(text[scalar.range.start]!);
        // The last line end of a block text belongs to the layout of the file.
        const last = isBlock && whole.endsWith('\n') ? whole.length - 1 : whole.length;
        const start = from % (last + 1);
        const end = start + (length % (last - start + 1));
        // Half a character has no place of its own.
        if ([start, end].some((at) => /[\udc00-\udfff]/.test(whole[at] ?? ''))) return;
        // An empty line has no indentation to put something behind.
        if (isBlock && [start, end].some((at) => whole.slice(at - 1, at + 1) === '\n\n')) return;
        // Nothing to put it between.
        if (whole === '' && !isBlock && !/["']/.test(text[scalar.range.start]!)) return;
        const { range } = scalar.text.slice(start, end);
        expect(range.start).toBeGreaterThanOrEqual(scalar.range.start);
        expect(range.end).toBeLessThanOrEqual(scalar.range.end);
        const after = scalarsOf(`${text.slice(0, range.start)}Zq${text.slice(range.end)}`);
        const expected = `${whole.slice(0, start)}Zq${whole.slice(end)}`;
        expect(after[index]!.text.reveal()).toBe(expected);
        expect(after.map(({ text: { length: size } }) => size).toSpliced(index, 1)).toEqual(
          scalars.map(({ text: { length: size } }) => size).toSpliced(index, 1),
        );
      }),
      options,
    );
  });

  test('is the text itself where nothing is escaped', () => {
    fc.assert(
      fc.property(yamlModels, yamlLayouts, (model, layout) => {
        const text = printYaml(model, layout);
        for (const { range, text: value } of scalarsOf(text)) {
          const written = text.slice(range.start, range.end);
          if (/^[^"'|>]/.test(written) && !/[\r\n]/.test(written)) expect(value.reveal()).toBe(written);
          for (let at = 0; at < value.length; at++) {
            const character = value.reveal()[at]!;
            const one = value.slice(at, at + 1).range;
            if (/[A-Za-z0-9]/.test(character)) expect(text.slice(one.start, one.end)).toContain(character);
          }
        }
      }),
      { ...options, numRuns: 100 },
    );
  });
});
