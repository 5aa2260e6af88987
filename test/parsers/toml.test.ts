import * as fc from 'fast-check';
import { parseTOML } from 'toml-eslint-parser';
import { describe, expect, test } from 'vitest';
import type { Scalar, Value } from '../../src/core/value.ts';
import { MAX_DEPTH, MAX_VALUES } from '../../src/parsers/jsonc.ts';
import { readToml } from '../fixers/toml-edited.ts';
import { plainModel, plainToml } from '../fixers/toml-plain.ts';
import { tomlTexts } from '../fixers/toml-texts.ts';

/** What is read, as JSON: numbers and dates as they are written. */
function read(text: string): unknown {
  const asJson = (value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, asJson(one)]));
    return Array.isArray(value) ? value.map(asJson) : value;
  };
  return asJson(plainToml(readToml(text).root));
}

function scalarsIn(value: Value): Scalar[] {
  if (value.kind === 'scalar') return [value];
  return (value.kind === 'mapping' ? value.entries.map((entry) => entry.value) : value.items).flatMap(
    scalarsIn,
  );
}

describe('texts of every form', () => {
  test('are read as they were meant', () => {
    fc.assert(
      fc.property(tomlTexts, ({ text, model }) => {
        const { root, fault } = readToml(text);
        expect(fault).toBeUndefined();
        expect(plainToml(root)).toEqual(plainModel(model));
      }),
      { numRuns: 200 },
    );
  });

  test('the range of any part of a string, cut from the text, is that part as it is written', () => {
    fc.assert(
      fc.property(tomlTexts, fc.nat(), fc.nat(), ({ text }, a, b) => {
        for (const { type, text: read, range } of scalarsIn(readToml(text).root)) {
          const whole = read.reveal();
          const [from, to] = [a, b]
            .map((at) => at % (whole.length + 1))
            .map((at) => (/[\udc00-\udfff]/.test(whole[at] ?? '') ? at - 1 : at))
            .sort((one, other) => one - other) as [number, number];
          const part = read.slice(from, to).range;
          const cut = text.slice(part.start, part.end);
          if (type !== 'string') {
            expect(cut).toBe(whole.slice(from, to));
            continue;
          }
          const quotes = /^(?:"""|'''|"|')/.exec(text.slice(range.start, range.end))![0];
          // A line end right behind the quotes does not count.
          const line = quotes.length === 3 ? '\n' : '';
          const again = scalarsIn(readToml(`x=${quotes}${line}${cut}${quotes}`).root)[0]!;
          expect(again.text.reveal()).toBe(whole.slice(from, to));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the range of a value lies in those of all that it belongs to', () => {
    fc.assert(
      fc.property(tomlTexts, ({ text }) => {
        const walk = (value: Value): void => {
          const inner = value.kind === 'mapping' ? value.entries.map((entry) => entry.value) : [];
          let before = 0;
          for (const one of [...inner, ...(value.kind === 'sequence' ? value.items : [])]) {
            expect(one.range.start).toBeGreaterThanOrEqual(Math.max(before, value.range.start));
            expect(one.range.end).toBeLessThanOrEqual(value.range.end);
            before = one.range.start;
            walk(one);
          }
        };
        walk(readToml(text).root);
      }),
      { numRuns: 100 },
    );
  });

  test('are TOML, or not, as another parser has it', () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '"""',
      '[',
      ']',
      '{',
      '}',
      '=',
      '.',
      ',',
      '#',
      '\n',
      '\\',
      ' ',
      'a',
      '0',
    );
    fc.assert(
      fc.property(tomlTexts, fc.nat(), fc.nat({ max: 3 }), pieces, ({ text }, at, length, piece) => {
        const start = at % (text.length + 1);
        const broken = text.slice(0, start) + piece + text.slice(start + length);
        fc.pre(!/\r(?!\n)/.test(broken));
        let isToml = true;
        try {
          parseTOML(broken, { tomlVersion: '1.1' });
        } catch {
          isToml = false;
        }
        expect(readToml(broken).fault === undefined).toBe(isToml);
      }),
      { numRuns: 200 },
    );
  });
});

test('reads tables, keys and values of every kind', () => {
  const text = [
    'model = "o3"',
    'a."b c".d = 1_000',
    "'a'.x = 1979-05-27 07:32:00Z",
    '[mcp_servers.x]',
    "command = 'C:\\bin\\npx'",
    'args = [ "-y", # first',
    '  """two \\',
    '     lines""", ]',
    'env = { A = "\\u0041\\x42\\U0001F511\\e", b.c = true }',
    '[mcp_servers.x.http_headers]',
    '"X-Key" = "v"',
    '[[list]]',
    'n = 0x1F',
    '[[list]]',
    '[list.inner]',
    'e = 1.5e3',
  ].join('\r\n');
  expect(readToml(text).fault).toBeUndefined();
  expect(read(text)).toEqual({
    model: 'o3',
    a: { 'b c': { d: { number: '1_000' } }, x: { number: '1979-05-27 07:32:00Z' } },
    mcp_servers: {
      x: {
        command: 'C:\\bin\\npx',
        args: ['-y', 'two lines'],
        env: { A: 'AB\u{1f511}\u001b', b: { c: true } },
        http_headers: { 'X-Key': 'v' },
      },
    },
    list: [{ n: { number: '0x1F' } }, { inner: { e: { number: '1.5e3' } } }],
  });
});

describe('what is broken', () => {
  test.each<[string, string, string, number, unknown]>([
    [
      'no quotes',
      'a = npx -y # c\nb = 1',
      'a value is neither quoted nor a number, a date, true or false',
      4,
      { a: 'npx -y', b: { number: '1' } },
    ],
    ['an open string', 'a = "x\nb = "y"', 'a string is not closed', 4, { a: 'x', b: 'y' }],
    ['an open text', 'b = 1\na = """x\ny', 'a string is not closed', 10, { b: { number: '1' }, a: 'x\ny' }],
    [
      'an open list',
      'a = ["x",\n"y"\n[b]\nc = "z"',
      'a closing bracket is missing',
      14,
      { a: ['x', 'y'], b: { c: 'z' } },
    ],
    [
      'an open list before a key',
      'a = ["x"\nb = "y"',
      'a closing bracket is missing',
      9,
      { a: ['x'], b: 'y' },
    ],
    ['no comma', 'a = ["x" "y"]', 'a comma is missing', 9, { a: ['x', 'y'] }],
    ['JSON', 'a = {"x": "y"}', 'an equals sign is missing', 8, { a: { x: 'y' } }],
    ['an open header', '[a.b\nc = "x"', 'a closing bracket is missing', 4, { a: { b: { c: 'x' } } }],
    [
      'a header with a space',
      '[a.b c]\nd = "x"',
      'a closing bracket is missing',
      5,
      { a: { b: { d: 'x' } } },
    ],
    ['two on a line', 'a = "x" b = "y"', 'a line end is missing', 8, { a: 'x', b: 'y' }],
    ['no value', 'a =\nb = "x"', 'a value is missing', 3, { b: 'x' }],
    ['no sign', 'a\nb = "x"', 'an equals sign is missing', 1, { b: 'x' }],
    ['no key', '= 1\nb = "x"', 'a key is missing', 0, { b: 'x' }],
    ['an escape', 'a = "\\q"', 'invalid escape in a string', 5, { a: '\\q' }],
    [
      'a merge',
      'a = "x"\n<<<<<<< HEAD\nb = "x"\n=======\nb = "y"\n>>>>>>> x',
      'merge conflict marker',
      8,
      { a: 'x', b: 'y' },
    ],
  ])('%s: its place and reason, and all the rest', (_, text, message, offset, rest) => {
    expect(readToml(text).fault).toEqual({ code: 'syntax', message, offset });
    expect(read(text)).toEqual(rest);
  });

  test.each<[string, string, number]>([
    ['a key', 'a = 1\na = 2', 6],
    ['a table', '[a]\nb = 1\n[a]\nb = 2', 11],
    ['a table of an inline table', 'a = { b = 1 }\n[a]\nb = 2', 15],
    ['a list as a table', '[[a]]\nb = 1\n[a]\nb = 2', 13],
    ['a key of an inline table', 'a = { b = 1, b = 2 }', 13],
  ])('%s that is defined twice is kept twice', (_, text, offset) => {
    const { root, fault } = readToml(text);
    expect(fault).toEqual({ code: 'syntax', message: 'a key or a table is defined twice', offset });
    const texts = scalarsIn(root).map((scalar) => scalar.text.reveal());
    expect(texts).toEqual(['1', '2']);
    const shadowed = (value: Value): boolean[] =>
      value.kind === 'mapping'
        ? value.entries.flatMap((entry) => [entry.shadowed, ...shadowed(entry.value)])
        : [];
    expect(shadowed(root)).toContain(true);
  });

  test('no message has any text of the file', () => {
    fc.assert(
      fc.property(tomlTexts, fc.nat(), ({ text }, at) => {
        const { fault } = readToml(`${text.slice(0, at % (text.length + 1))} zzqq zzqq\n`);
        expect(fault?.message ?? '').not.toMatch(/zzqq/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('hostile texts', () => {
  test.each([
    ['lists', `a = ${'['.repeat(100_000)}`],
    ['inline tables', `a = ${'{a='.repeat(100_000)}`],
    ['dots', `a${'.a'.repeat(100_000)} = 1`],
    ['a header', `[a${'.a'.repeat(100_000)}]`],
  ])('nothing is read beyond %s that go too deep, and all before', (_, text) => {
    const { root, fault } = readToml(`x = "y"\n${text}\nz = 1`);
    expect(fault?.code).toBe('too-deep');
    expect(scalarsIn(root)[0]!.text.reveal()).toBe('y');
  });

  test('lists may be nested as deeply as the limit says', () => {
    const depth = MAX_DEPTH - 1;
    expect(readToml(`a = ${'['.repeat(depth)}${']'.repeat(depth)}`).fault).toBeUndefined();
  });

  test('there is a limit to the number of values', () => {
    expect(readToml(`a = [${','.repeat(MAX_VALUES)}]`).fault?.code).toBe('unreadable');
  });

  test.each([
    ['a long string', `a = "${'x'.repeat(300_000)}"`],
    ['a long text of escapes', `a = """${'\\n'.repeat(200_000)}"""`],
    ['many keys', Array.from({ length: 50_000 }, (_, index) => `k${index} = 1`).join('\n')],
    ['many tables', '[[a]]\n'.repeat(50_000)],
    ['a long number', `a = ${'1'.repeat(300_000)}`],
  ])('%s is read', (_, text) => {
    expect(readToml(text).fault).toBeUndefined();
  });

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['brackets on lines', 'a=[\n'.repeat(50_000)],
    ['quotes', '"'.repeat(200_000)],
    ['open strings', "'\n".repeat(50_000)],
    ['open texts', 'a = """b\n'.repeat(50_000)],
    ['equals signs', '='.repeat(200_000)],
    ['carriage returns', '\r'.repeat(200_000)],
    ['one key', 'k = 1\n'.repeat(50_000)],
    ['white space', `a = [${' \n'.repeat(100_000)}`],
  ])('%s are a fault', (_, text) => {
    expect(readToml(text).fault).toBeDefined();
  });
});

test('the range of a table goes from its header to the end of its lines and of what belongs to it', () => {
  const text = '[a.x]\nb = 1 # c\n\n[other]\n[a.x.env]\nd = 2\n\n# end\n';
  const { root } = readToml(text);
  if (root.kind !== 'mapping') throw new Error('not a mapping');
  const [a, other] = root.entries.map(({ value }) => text.slice(value.range.start, value.range.end));
  expect(a).toBe('[a.x]\nb = 1 # c\n\n[other]\n[a.x.env]\nd = 2\n');
  expect(other).toBe('[other]\n');
});
