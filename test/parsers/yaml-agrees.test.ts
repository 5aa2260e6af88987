import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, type Pair, parseAllDocuments } from 'yaml';
import type { Value } from '../../src/core/value.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseYamlText } from '../../src/parsers/yaml/parse-yaml.ts';

/** What YAML is made of, put together at random: most of it is broken, and both must say so. */
const pieces = fc.constantFrom(
  ...[
    'a',
    'b c',
    ': ',
    ':',
    '- ',
    '? ',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    ' ',
    '  ',
    '\t',
    '#c',
    ' # c',
    '"',
    "'",
  ],
  ...[
    '"q"',
    "'s'",
    '\\n',
    '\\',
    '|',
    '>',
    '|-\n',
    '>+\n',
    '|2\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    ', ',
    '!!str ',
    '!t ',
  ],
  ...[
    '---\n',
    '...\n',
    '\r\n',
    '1',
    'true',
    '~',
    'é',
    'a: b\n',
    '- c\n',
    'k: |\n  t\n   u\n\n  v\n',
    '@',
    '%',
    '`',
  ],
  ...['k: >\n  t\n  u\n\n   v\n  w\n', '"a\n  b"', "'a\n\n  b'", '&a ', 'a: &a x\n', '*a'],
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 16 }).map((all) => all.join(''));

function theirs(node: unknown, anchors: Map<string, unknown>): unknown {
  if (isAlias(node)) return anchors.get(node.source) ?? '';
  if (isMap(node) || isSeq(node) || isScalar(node)) {
    if (node.anchor) anchors.delete(node.anchor);
    const read = isMap(node)
      ? node.items.map(({ key, value }: Pair) => {
          const name = theirs(key, anchors);
          return [typeof name === 'string' ? name : '(no word)', theirs(value, anchors)];
        })
      : isSeq(node)
        ? node.items.map((item) => theirs(item, anchors))
        : String(node.value ?? '');
    if (node.anchor) anchors.set(node.anchor, read);
    return read;
  }
  return '';
}

function ours(value: Value): unknown {
  if (value.kind === 'scalar') return value.text.reveal();
  if (value.kind === 'sequence') return value.items.map(ours);
  return value.entries.map(({ key, value: member }) => [key.reveal(), ours(member)]);
}

test('what is YAML, and what it says, is what the package "yaml" finds', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', strict: true } as const;
      const documents = [...parseAllDocuments(text, options)];
      const isBroken = documents.some(({ errors }) => errors.length > 0);
      const read = parseYamlText(documentOfText(text, { path: 'a.yaml', absolute: '/a.yaml' }).text);
      // It tells these only when values are made of what it parsed, or not at all; and templates are read apart.
      if (/alias|directive/.test(read.fault?.message ?? '') || /\{[{%#]/.test(text)) return;
      expect(read.fault !== undefined).toBe(isBroken);
      if (isBroken) return;
      const expected = documents
        .map(({ contents }) => theirs(contents, new Map()))
        .filter((one) => one !== '');
      if (JSON.stringify(expected).includes('(no word)')) return;
      const values = read.parts?.map(({ value }) => value) ?? [read.root!];
      expect(values.map(ours).filter((one) => one !== '')).toEqual(expected);
    }),
    { seed: 20_261_123, numRuns: 1000 },
  );
});
