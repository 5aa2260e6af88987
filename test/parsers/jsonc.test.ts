import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Value } from '../../src/core/value.ts';
import { MAX_DEPTH, MAX_VALUES, parseJsonc } from '../../src/parsers/jsonc.ts';

/** What JSON.parse would give, from the tree. */
function plain(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map(plain);
  if (value.kind === 'mapping') {
    const entries = value.entries.filter((entry) => !entry.shadowed);
    return Object.fromEntries(entries.map(({ key, value: member }) => [key.reveal(), plain(member)]));
  }
  return value.type === 'string' ? value.text.reveal() : JSON.parse(value.text.reveal());
}

function parse(text: string) {
  return parseJsonc(new LocatedText(text, 0));
}

test('reads what JSON.parse reads, with the same values', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent);
      const { root, fault } = parse(text);
      expect(fault).toBeUndefined();
      expect(JSON.stringify(plain(root!))).toBe(text === '' ? text : JSON.stringify(JSON.parse(text)));
    }),
  );
});

test('the range of every string, cut from the text, is the string as written, and each character keeps its place', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (strings) => {
      const text = JSON.stringify(strings, null, 1);
      const { root } = parse(text);
      if (root?.kind !== 'sequence') throw new Error('not a list');
      root.items.forEach((item, index) => {
        if (item.kind !== 'scalar') throw new Error('not a string');
        expect(JSON.parse(text.slice(item.range.start, item.range.end))).toBe(strings[index]);
        expect(item.text.range).toEqual({ start: item.range.start + 1, end: item.range.end - 1 });
        const half = item.text.slice(0, item.text.length >> 1).range;
        expect(JSON.parse(`"${text.slice(half.start, half.end)}"`)).toBe(
          strings[index]!.slice(0, strings[index]!.length >> 1),
        );
      });
    }),
  );
});

test('comments, trailing commas and duplicate keys are fine; the last duplicate counts', () => {
  const { root, fault } = parse('// a\n{"a": 1, /* b */ "a": 2, "__proto__": 3,}');
  expect(fault).toBeUndefined();
  if (root?.kind !== 'mapping') throw new Error('not a mapping');
  expect(root.entries.map(({ key, shadowed }) => [key.reveal(), shadowed])).toEqual([
    ['a', true],
    ['a', false],
    ['__proto__', false],
  ]);
});

test.each([
  ['', 'the file is empty', 0],
  ['  \n', 'the file is empty', 3],
  ['{"a": "b"', 'the file ends too early', 9],
  ['{"a": [1, 2', 'the file ends too early', 11],
  ['{"a": 1 "b": 2}', 'a comma is missing', 8],
  ['{a: 1}', 'invalid symbol', 1],
  ['{"a": 1}\n<<<<<<< HEAD\n{}', 'merge conflict marker', 9],
  ['{"a":\n=======\n1}', 'merge conflict marker', 6],
  ['{} {}', 'there is text behind the end of the document', 3],
  ['{"a": "b\n"}', 'a string is not closed', 6],
  ['{"a": "\\x"}', 'invalid escape in a string', 6],
])('a fault has a place and a reason: %j', (text, message, offset) => {
  expect(parse(text).fault).toEqual({ code: 'syntax', message, offset });
});

test('what stands before a fault is still read', () => {
  const { root } = parse('{"a": {"b": "c"}, "d": ');
  expect(JSON.stringify(plain(root!))).toBe('{"a":{"b":"c"}}');
});

test('nesting has a limit, and brackets in strings and comments do not count', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parse(deep(MAX_DEPTH)).fault).toBeUndefined();
  expect(parse(deep(MAX_DEPTH + 1)).fault).toMatchObject({ code: 'too-deep', offset: MAX_DEPTH });
  expect(
    parse(`["${'['.repeat(5000)}"] // ${'{'.repeat(5000)}\n/* ${'['.repeat(5000)} */`).fault,
  ).toBeUndefined();
  expect(parse('['.repeat(200_000)).fault).toMatchObject({ code: 'too-deep' });
});

test('a text with more values than memory has room for is refused', () => {
  expect(parse(`[${'[],'.repeat(MAX_VALUES / 2)}[]]`).fault).toMatchObject({ code: 'unreadable', offset: 0 });
});

test('any text at all is parsed or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { root, fault } = parse(text);
      expect(root ?? fault).toBeDefined();
    }),
  );
});
