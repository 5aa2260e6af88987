import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Scalar, Value } from '../../src/core/value.ts';
import { parseJson5 } from '../../src/parsers/json5/parse-json5.ts';

const parse = (text: string) => parseJson5(new LocatedText(text, 0), 'openclaw.json');

/** What JavaScript makes of it, of which JSON5 is a part. */
const evaluate = (text: string): unknown => JSON.parse(JSON.stringify(runInNewContext(`(${text}\n)`)));

/** The same from the tree; numbers that JSON does not have are 0 there. */
function plain(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map(plain);
  if (value.kind === 'mapping')
    return Object.fromEntries(value.entries.map(({ key, value: member }) => [key.reveal(), plain(member)]));
  return value.type === 'string' ? value.text.reveal() : JSON.parse(value.text.reveal());
}

const stringsIn = (value: Value): Scalar[] =>
  value.kind === 'scalar'
    ? value.type === 'string'
      ? [value]
      : []
    : (value.kind === 'sequence' ? value.items : value.entries.map((entry) => entry.value)).flatMap(
        stringsIn,
      );

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'é',
    '名',
    ' ',
    '/',
    '//',
    '{',
    ',',
    "\\'",
    '\\"',
    '\\\\',
    '\\n',
    '\\v',
    '\\0',
    '\\x41',
  ),
  fc.constantFrom('\\u0041', '\\\n', '\\\r\n', '\\q', '😀', '\u2028'),
);
const string = fc
  .tuple(fc.constantFrom('"', "'"), fc.array(fc.oneof(piece, fc.constantFrom('OTHER')), { maxLength: 8 }))
  .map(
    ([quote, pieces]) => `${quote}${pieces.join('').replaceAll('OTHER', quote === '"' ? "'" : '"')}${quote}`,
  );
const key = fc.oneof(fc.constantFrom('a', '$b', '_c1', 'null', 'true', 'Infinity', 'ünï'), string);
const gap = fc.constantFrom('', ' ', '\n', '\t/* { */', '// }\n', '\u00a0');
const json5 = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    string,
    fc.constantFrom('true', 'null', '0', '-1.5e3'),
    fc
      .tuple(gap, fc.array(tie('value'), { maxLength: 3 }))
      .map(([space, items]) => `[${items.map((item) => `${space}${item}${space},`).join('')}]`),
    fc
      .tuple(gap, fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }))
      .map(
        ([space, members]) =>
          `{${members.map(([name, item]) => `${space}${name}${space}:${item}`).join(',')}${space}}`,
      ),
  ),
})).value;

test('reads what JavaScript reads', () => {
  fc.assert(
    fc.property(json5, (text) => {
      const { root, fault } = parse(text);
      expect([text, fault]).toEqual([text, undefined]);
      expect(plain(root!)).toEqual(evaluate(text));
    }),
    { numRuns: 200 },
  );
});

test('the range of any part of a text is that part as written, and can be replaced', () => {
  fc.assert(
    fc.property(string, fc.nat(8), fc.nat(8), (text, from, length) => {
      const { root } = parse(`{ key: ${text} }`);
      const [scalar] = stringsIn(root!);
      const { range } = scalar!;
      expect(`{ key: ${text} }`.slice(range.start, range.end)).toBe(text);
      const start = Math.min(from, scalar!.text.length);
      const part = scalar!.text.slice(start, start + length);
      const replaced =
        `{ key: ${text} }`.slice(0, part.range.start) + '<new>' + `{ key: ${text} }`.slice(part.range.end);
      const value = scalar!.text.reveal();
      expect(stringsIn(parse(replaced).root!)[0]!.text.reveal()).toBe(
        `${value.slice(0, start)}<new>${value.slice(start + length)}`,
      );
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['[.5, 5., +1, 0xFF, -Infinity, NaN, 1e3, 01]', [0, 0, 0, 0, 0, 0, 1000]],
  ["{a: 'x',\r\n b: [1,],}", { a: 'x', b: [1] }],
])('numbers that JSON does not have are numbers: %s', (text, expected) => {
  const read = plain(parse(text).root!);
  expect(Array.isArray(read) ? read.slice(0, 7) : read).toEqual(expected);
});

test.each([
  ['{a: b}', 'syntax'],
  ["{a: 'x\n'}", 'syntax'],
  ["{a: 'x", 'syntax'],
  ['{a 1}', 'syntax'],
  ['', 'syntax'],
  [`${'['.repeat(1000)}`, 'too-deep'],
] as const)('says where a text is not JSON5: %.20s', (text, code) => {
  const { fault } = parse(text);
  expect(fault?.code).toBe(code);
  expect(fault!.offset).toBeLessThanOrEqual(text.length);
});

test('takes hostile texts', () => {
  for (const text of [
    "'".repeat(1_000_000),
    "'\\".repeat(300_000),
    'a'.repeat(1_000_000),
    '/'.repeat(300_000),
    '\\x'.repeat(300_000),
    'a:'.repeat(200_000),
  ])
    expect(parse(text).fault).toBeDefined();
});
