import fc from 'fast-check';
import { getNodeValue, type Node, type ParseError, parse, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { condense, type KeepPath } from '../../src/parsers/condense.ts';

fc.configureGlobal({ seed: 1 });

const LONG = 'x'.repeat(40);
const SERVERS: readonly KeepPath[] = [['mcpServers'], ['projects', '*', 'mcpServers']];

describe('condense', () => {
  it('keeps what is asked for, with its comments, and replaces the rest', () => {
    const kept = `{ "a": { "env": { "K": "${LONG}" } }, /* of "a" */ }`;
    const source = `// top\n{"history": [{"display": "${LONG}"}], "mcpServers": ${kept},\n "note": "${LONG}", "n": 7 }\n`;
    const { condensed, fault } = condenseText(source, SERVERS);
    expect(fault).toBeUndefined();
    expect(condensed.text).toBe(`// top\n{"history": null, "mcpServers": ${kept},\n "note": null, "n": 7 }`);
  });

  it('descends to nested paths, with wildcards for keys and list items', () => {
    const items = `["${LONG}"]`;
    const source = `{"projects":{"/a":{"mcpServers":{"s":{}},"history":${items}},"/b":{"history":${items},"n":[1]}},"list":[{"x":${items}},${items}]}`;
    const text = (keep: readonly KeepPath[]) => condenseText(source, keep).condensed.text;
    expect(text(SERVERS)).toBe(
      '{"projects":{"/a":{"mcpServers":{"s":{}},"history":null},"/b":{"history":null,"n":[1]}},"list":null}',
    );
    expect(text([['list', '*', 'x']])).toBe(`{"projects":null,"list":[{"x":${items}},null]}`);
    expect(text([['list', 'x']])).toBe('{"projects":null,"list":null}');
    expect(text([[]])).toBe(source);
    expect(text([])).toBe('null');
  });

  it('compares keys as readers see them', () => {
    const names = ['mcp\\u0053ervers', 'mcpServers\\u0000', '\\q', 'mcpServers'];
    const written = (values: string[]) =>
      `{${names.map((name, index) => `"${name}":${values[index]}`).join()}}`;
    const value = `["${LONG}"]`;
    const { condensed } = condenseText(written([value, value, value, value]), SERVERS);
    expect(condensed.text).toBe(written([value, 'null', 'null', value]));
  });

  it('tells escaped quotes from closing ones, near and far', () => {
    for (const padding of ['', LONG]) {
      for (const tail of ['', '\\\\', '\\"', '\\\\\\"', '\\"\\\\']) {
        const source = `{"skip":["${padding}${tail}", 123456789012],"mcpServers":["${padding}${tail}"]}`;
        const { condensed, fault } = condenseText(source, SERVERS);
        expect(fault).toBeUndefined();
        expect(condensed.text).toBe(`{"skip":null,"mcpServers":["${padding}${tail}"]}`);
      }
    }
  });

  it('does not count a byte order mark', () => {
    const { condensed } = condenseText(`\ufeff{"skip":[],\n"mcpServers":{}}`, SERVERS);
    expect(condensed.text).toBe('{"skip":[],\n"mcpServers":{}}');
    expect(condensed.locate(0)).toEqual({ offset: 0, line: 1, column: 1 });
    expect(condensed.locate(condensed.text.indexOf('"mcp'))).toEqual({ offset: 12, line: 2, column: 1 });
  });

  it('reads a view into a larger buffer', () => {
    const whole = Buffer.from('....{"mcpServers":[1]}....');
    expect(condense(whole.subarray(4, -4), SERVERS).condensed.text).toBe('{"mcpServers":[1]}');
  });

  it('places a stand-in where the value begins', () => {
    const { condensed } = condenseText(`{"skip":\n ["${LONG}"], "mcpServers":{}}`, SERVERS);
    const start = condensed.text.indexOf('null');
    for (const inside of [0, 1, 3]) {
      expect(condensed.locate(start + inside)).toEqual({ offset: 10, line: 2, column: 2 });
    }
    expect(condensed.locate(start + 4)).toEqual({ offset: 54, line: 2, column: 46 });
  });

  it('finds places far apart in any order, in malformed UTF-8 too', () => {
    const filler = Buffer.from(`"${'é🙂\\n'.repeat(9000)}",\n`);
    const broken = Buffer.from([0x22, 0xf0, 0x9f, 0x22, 0x2c, 0x22, 0xed, 0xa0, 0x80, 0xff, 0x22, 0x2c]);
    const item = Buffer.from('{"k":["v"]},\n');
    const bytes = Buffer.concat([
      Buffer.from('['),
      ...Array.from({ length: 12 }, () => [filler, broken, item]).flat(),
      Buffer.from('0]'),
    ]);
    const { condensed, fault } = condense(bytes, [['*', 'k']]);
    expect(fault).toBeUndefined();
    const source = bytes.toString();
    const places = [...condensed.text.matchAll(/\["v"\]/g)].map(({ index }) => condensed.locate(index));
    const again = [...condensed.text.matchAll(/\["v"\]/g)]
      .reverse()
      .map(({ index }) => condensed.locate(index));
    expect(again.reverse()).toEqual(places);
    expect(places).toEqual([...source.matchAll(/\["v"\]/g)].map(({ index }) => placeIn(source, index)));
  });

  it('keeps the meaning and the places of random documents', () => {
    fc.assert(
      fc.property(documents(), keepPaths(), fc.boolean(), ({ source }, keep, marked) => {
        const { condensed, fault } = condenseText((marked ? '\ufeff' : '') + source, keep);
        expect(fault).toBeUndefined();
        const [original, short] = [treeOf(source), treeOf(condensed.text)];
        expectCondensed(original, short, keep, (node) => condensed.text.slice(node.offset, end(node)));
        for (const [from, to] of pairs(original, short)) {
          expect(condensed.locate(to.offset)).toEqual(placeIn(source, from.offset));
          expect(condensed.locate(end(to))).toEqual(placeIn(source, end(from)));
        }
        if (isUnder(keep)) expect(condensed.text).toBe(source.slice(0, end(original)).trimEnd());

        function expectCondensed(
          from: Node,
          to: Node,
          paths: readonly KeepPath[],
          slice: (node: Node) => string,
        ): void {
          if (isUnder(paths)) {
            expect(slice(to)).toBe(source.slice(from.offset, end(from)));
          } else if (from.type === 'object' && paths.length > 0) {
            expect(to.type).toBe('object');
            expect(to.children).toHaveLength(from.children!.length);
            for (const [index, property] of from.children!.entries()) {
              const [key, value] = property.children as [Node, Node];
              const [shortKey, shortValue] = to.children![index]!.children as [Node, Node];
              expect(shortKey.value).toBe(key.value);
              expectCondensed(value, shortValue, tails(paths, key.value as string), slice);
            }
          } else if (from.type === 'array' && paths.some(([head]) => head === '*')) {
            expect(to.children).toHaveLength(from.children!.length);
            for (const [index, item] of from.children!.entries()) {
              expectCondensed(item, to.children![index]!, tails(paths, '*'), slice);
            }
          } else if (Buffer.byteLength(source.slice(from.offset, end(from))) > 16) {
            expect(slice(to)).toBe('null');
          } else {
            expect(getNodeValue(to)).toEqual(getNodeValue(from));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('equals JSON.parse with everything else replaced', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('a', 'b', 'c'), maxDepth: 4 }),
        keepPaths(),
        (value, keep) => {
          const source = JSON.stringify(value);
          const short = JSON.parse(condenseText(source, keep).condensed.text) as unknown;
          expect(short).toEqual(replaced(JSON.parse(source), keep));
        },
      ),
    );
  });
});

describe('faults', () => {
  it.each([
    ['', 'the file is empty', 1, 1],
    [' \n', 'the file is empty', 2, 1],
    ['{"a":1,\n"b"', 'the file ends too early', 2, 4],
    ['{"a":[tru', 'the file ends too early', 1, 10],
    [`{"a":"${LONG}`, 'the file ends too early', 1, 47],
    [`{"a":"${LONG}\n"}`, 'a string is not closed', 1, 6],
    [`{"a":"b\r\n"}`, 'a string is not closed', 1, 6],
    ['{"a":"b\\\n"}', 'a string is not closed', 1, 6],
    [`{"a":"${LONG}\\\n"}`, 'a string is not closed', 1, 6],
    ['{"a":1 /* }', 'a comment is not closed', 1, 8],
    ['{\n<<<<<<< HEAD\n"a":1}', 'merge conflict marker', 2, 1],
    ['{"a":1,\n=======\n"a":2}', 'merge conflict marker', 2, 1],
    ['{"a":1\n>>>>>>> b\n}', 'merge conflict marker', 2, 1],
    ['{"é🙂":[1]} x', 'there is text behind the end of the document', 1, 13],
    ['{"a" 1}', 'a colon is missing', 1, 6],
    ['{"a":1 "b":2}', 'a comma or a closing bracket is missing', 1, 8],
    ['{a:1}', 'a property name is missing or not quoted', 1, 2],
    ["{'a':1}", 'invalid symbol', 1, 2],
    ['{"a":,}', 'a value is missing', 1, 6],
    ['[1,,2]', 'a value is missing', 1, 4],
    ['[1}', 'a closing bracket is of the wrong kind', 1, 3],
    ['[1}]', 'a closing bracket is of the wrong kind', 1, 3],
    [']', 'a value is missing', 1, 1],
    ['[1]]', 'there is text behind the end of the document', 1, 4],
    ['[nul]', 'invalid number or literal', 1, 2],
    ['[NaN]', 'invalid number or literal', 1, 2],
    ['[01]', 'invalid number or literal', 1, 2],
    ['[1.]', 'invalid number or literal', 1, 2],
    ['[-]', 'invalid number or literal', 1, 2],
    ['[1e+]', 'invalid number or literal', 1, 2],
    ['[1] /', 'invalid symbol', 1, 5],
  ])('%j: %s', (source, message, line, column) => {
    for (const keep of [[], [[]], SERVERS]) {
      const { condensed, fault } = condenseText(source, keep);
      expect(fault).toEqual({ code: 'syntax', message, line, column });
      expectParses(condensed.text);
    }
  });

  it.each(['[]', ' {"a":[1,],} // end', '-0.5e+3', '/**/"a"/***/', '[true,false,null,1E5]', '{"\t":1}'])(
    'none in %j',
    (source) => {
      expect(condenseText(source, []).fault).toBeUndefined();
    },
  );

  it('keeps what stands before the fault', () => {
    const { condensed } = condenseText('{"mcpServers":{"a":{"command":"npx"}},"history":[{"b":[1', SERVERS);
    expect(condensed.text).toBe('{"mcpServers":{"a":{"command":"npx"}},"history":null}');
    const inside = condenseText(
      '{"x":[0],"mcpServers":{"a":{"command":"npx","env":{"K":"v',
      SERVERS,
    ).condensed;
    expect(parse(inside.text)).toEqual({ x: [0], mcpServers: { a: { command: 'npx', env: { K: null } } } });
    expect(inside.locate(inside.text.length)).toEqual({ offset: 55, line: 1, column: 56 });
  });

  it('allows 512 levels and no more, however many there are', () => {
    expect(condenseText('['.repeat(512) + ']'.repeat(512), []).fault).toBeUndefined();
    const { condensed, fault } = condense(Buffer.alloc(5_000_000, '['), [['*', '*']]);
    expect(fault).toEqual({
      code: 'too-deep',
      message: 'nested deeper than 512 levels',
      line: 1,
      column: 513,
    });
    expectParses(condensed.text);
  });

  it('never takes a cut document for a whole one', () => {
    fc.assert(
      fc.property(documents(), keepPaths(), fc.nat(), ({ source }, keep, seed) => {
        const whole = Buffer.from(source);
        const bytes = whole.subarray(0, seed % (whole.length + 1));
        expectAgreement(bytes, keep);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a stray byte where it stands', () => {
    fc.assert(
      fc.property(
        documents(),
        keepPaths(),
        fc.nat(),
        fc.constantFrom(...'#@=\0\u00a0'),
        (document, keep, seed, stray) => {
          const { source, tokens } = document;
          const at = tokens[seed % tokens.length]!;
          const broken = source.slice(0, at) + stray + source.slice(at);
          const { condensed, fault } = condenseText(broken, keep);
          const { line, column } = placeIn(broken, at);
          expect(fault).toEqual({ code: 'syntax', message: 'invalid symbol', line, column });
          expectParses(condensed.text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees with a parser on documents with a byte changed', () => {
    fc.assert(
      fc.property(
        documents(),
        keepPaths(),
        fc.nat(),
        fc.constantFrom(...'{}[],:"/*\\\n 1etx-.'),
        fc.boolean(),
        ({ source }, keep, seed, byte, insert) => {
          const whole = Buffer.from(source);
          const at = seed % (whole.length + 1);
          expectAgreement(
            Buffer.concat([whole.subarray(0, at), Buffer.from(byte), whole.subarray(at + (insert ? 0 : 1))]),
            keep,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function condenseText(source: string, keep: readonly KeepPath[]) {
  return condense(Buffer.from(source), keep);
}

// InvalidUnicode, InvalidEscapeCharacter, InvalidCharacter of jsonc-parser.
const INSIDE_STRINGS: readonly number[] = [14, 15, 16];

/** A fault exactly when another parser finds one other than in the content of a line of a string. */
function expectAgreement(bytes: Buffer, keep: readonly KeepPath[]): void {
  const { condensed, fault } = condense(bytes, keep);
  const errors: ParseError[] = [];
  const source = bytes.toString();
  parse(source, errors, { allowTrailingComma: true });
  const structural = errors.filter(({ error, offset, length }) => {
    return !INSIDE_STRINGS.includes(error) || /\\[\r\n]/.test(source.slice(offset, offset + length));
  });
  expect(fault !== undefined).toBe(structural.length > 0);
  expectParses(condensed.text);
}

function expectParses(text: string): void {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true });
  expect(errors.filter(({ error }) => !INSIDE_STRINGS.includes(error))).toEqual([]);
}

function treeOf(source: string): Node {
  return parseTree(source, [], { allowTrailingComma: true })!;
}

function end(node: Node): number {
  return node.offset + node.length;
}

/** Nodes of two trees at the same places, as deep as both go. */
function pairs(from: Node, to: Node): [Node, Node][] {
  const below = from.type === to.type ? (from.children ?? []) : [];
  return [[from, to], ...below.flatMap((child, index) => pairs(child, to.children![index]!))];
}

function placeIn(source: string, offset: number) {
  const before = source.slice(0, offset).split('\n');
  return { offset, line: before.length, column: before.at(-1)!.length + 1 };
}

function isUnder(paths: readonly KeepPath[]): boolean {
  return paths.some((path) => path.length === 0);
}

function tails(paths: readonly KeepPath[], key: string): KeepPath[] {
  return paths.filter((path) => path[0] === '*' || path[0] === key).map((path) => path.slice(1));
}

/** What should be left of `value`. */
function replaced(value: unknown, keep: readonly KeepPath[]): unknown {
  if (isUnder(keep)) return value;
  if (Array.isArray(value) && keep.some(([head]) => head === '*')) {
    return value.map((item) => replaced(item, tails(keep, '*')));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && keep.length > 0) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, replaced(member, tails(keep, key))]),
    );
  }
  return Buffer.byteLength(JSON.stringify(value)) > 16 ? null : value;
}

function keepPaths(): fc.Arbitrary<KeepPath[]> {
  return fc.array(fc.array(fc.constantFrom('a', 'b', 'c', '*'), { maxLength: 3 }), { maxLength: 3 });
}

/** A document as pieces: tokens, and gaps (undefined) where white space and comments may stand. */
type Piece = string | undefined;

function documents(): fc.Arbitrary<{ source: string; tokens: number[] }> {
  const gaps = fc.array(
    fc.constantFrom('', '', '', ' ', '\n', '\r\n  ', '\t', '// é "{\n', '/* 🙂 * / "[\n*/', '/**/'),
    { minLength: 1 },
  );
  return fc.tuple(values(), gaps).map(([pieces, fillers]) => {
    let source = '';
    const tokens: number[] = [];
    for (const [index, piece] of pieces.entries()) {
      if (piece !== undefined) tokens.push(source.length);
      source += piece ?? fillers[index % fillers.length]!;
    }
    return { source, tokens };
  });
}

function values(): fc.Arbitrary<Piece[]> {
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 20, maxLength: 60 }),
      fc.constantFrom('\\', '"', LONG),
    )
    .map((value) => JSON.stringify(value));
  const key = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('"a"', '"b"', '"c"', '"\\u0061"') },
    { weight: 1, arbitrary: text },
  );
  const scalar = fc.oneof(
    text,
    fc.constantFrom('true', 'false', 'null', '0', '-1.5e+10', '12345678901234567890'),
  );
  return fc.letrec<{ value: Piece[] }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      scalar.map((token) => gapped(token)),
      fc
        .tuple(fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }), fc.boolean())
        .map(([entries, trailing]) =>
          container(
            '{',
            entries.map(([name, value]) => [...gapped(name), ':', ...value]),
            trailing,
            '}',
          ),
        ),
      fc
        .tuple(fc.array(tie('value'), { maxLength: 5 }), fc.boolean())
        .map(([items, trailing]) => container('[', items, trailing, ']')),
    ),
  })).value;
}

function container(open: string, items: Piece[][], trailing: boolean, close: string): Piece[] {
  const inside = items.flatMap((item, index): Piece[] => (index > 0 ? [',', ...item] : item));
  return [...gapped(open), ...inside, ...(trailing && items.length > 0 ? [','] : []), ...gapped(close)];
}

function gapped(token: string): Piece[] {
  return [undefined, token, undefined];
}
