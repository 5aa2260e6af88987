import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocatedText } from '../../src/core/located-text.ts';
import type { Value } from '../../src/core/value.ts';
import { unescapeScript } from '../../src/parsers/script/literal.ts';
import { parseSource, readSource } from '../support/scripts.ts';

type Quote = "'" | '"' | '`';

/** One character in one of the ways in which a literal may have it. */
function written(character: string, way: number, quote: Quote): string {
  const code = character.charCodeAt(0);
  const hex = (length: number) => code.toString(16).padStart(length, '0');
  const ways = [
    `\\u${hex(4)}`,
    `\\u{${hex(1)}}`,
    ...(code < 0x100 ? [`\\x${hex(2)}`] : []),
    ...(character === 'q' ? ['\\q'] : []),
  ];
  const needsEscape =
    character === quote || '\\\n\r$'.includes(character) || (code >= 0xd800 && code <= 0xdfff);
  const all = needsEscape ? ways : [character, character, ...ways];
  return all[way % all.length]!;
}

const literal = fc
  .record({
    quote: fc.constantFrom<Quote>("'", '"', '`'),
    text: fc.string({ unit: fc.constantFrom(...'aqZ9 "\'`$\\\né☃{}+/'), minLength: 1, maxLength: 12 }),
    ways: fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }),
    // The end of a line that goes on is no part of the text: in front of any character, and behind the last.
    lineEnds: fc.array(fc.constantFrom('', '', '', '', '\\\n', '\\\r\n', '\\\n\\\n'), {
      minLength: 13,
      maxLength: 13,
    }),
  })
  .map(({ quote, text, ways, lineEnds }) => {
    const characters = [...text].map((character, index) => written(character, ways[index % 12]!, quote));
    const between = (start: number, end: number) =>
      characters
        .slice(start, end)
        .map((character, index) => (index === 0 ? '' : lineEnds[start + index]!) + character)
        .join('');
    const code = `${quote}${lineEnds[0]}${between(0, characters.length)}${lineEnds[12]}${quote}`;
    return { text, between, code, isTemplate: quote === '`' };
  });

/** The text of `env.TOKEN` of the one server. */
function tokenOf(source: string): LocatedText {
  const { root, fault } = parseSource(source);
  expect(fault).toBeUndefined();
  const member = (value: Value | undefined, name: string) =>
    value?.kind === 'mapping' ? value.entries.find(({ key }) => key.reveal() === name)?.value : undefined;
  const server = member(member(member(root, 'mcpServers'), 'mcpServers'), 'a');
  const token = member(member(server, 'env'), 'TOKEN');
  if (token?.kind !== 'scalar') throw new Error('no text');
  return token.text;
}

const entry = (expression: string) =>
  `start({ mcpServers: { a: { command: 'a', env: { TOKEN: ${expression} } } } })`;

test('the range of any part of a literal is the part as written; replaced, it is read as the other text', () => {
  fc.assert(
    fc.property(literal, fc.nat(), fc.nat(), ({ text, between, code, isTemplate }, one, other) => {
      const source = entry(code);
      const token = tokenOf(source);
      expect(token.reveal()).toBe(text);
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const { range } = token.slice(start, end);
      expect(source.slice(range.start, range.end)).toBe(between(start, end));
      const replaced = `${source.slice(0, range.start)}X\\x59Z${source.slice(range.end)}`;
      expect(tokenOf(replaced).reveal()).toBe(`${text.slice(0, start)}XYZ${text.slice(end)}`);
      const cut = token.decodedWhole(source.slice(range.start, range.end));
      expect(unescapeScript(cut, isTemplate).reveal()).toBe(text.slice(start, end));
    }),
    { numRuns: 100 },
  );
});

test('each literal of a text that is put together keeps its place', () => {
  fc.assert(
    fc.property(
      fc.array(literal, { minLength: 2, maxLength: 4 }),
      fc.nat(3),
      fc.boolean(),
      (literals, apart, inTemplate) => {
        const constant = apart % literals.length;
        const operands = literals.map(({ code }, index) => (index === constant ? 'APART' : code));
        const sum = inTemplate ? `\`${operands.map((one) => `\${${one}}`).join('')}\`` : operands.join(' + ');
        const source = `${entry(sum)}; const APART = ${literals[constant]!.code};`;
        const token = tokenOf(source);
        expect(token.reveal()).toBe(literals.map(({ text }) => text).join(''));
        let start = 0;
        for (const { text, between } of literals) {
          const { range } = token.slice(start, start + text.length);
          expect(source.slice(range.start, range.end)).toBe(between(0, text.length));
          start += text.length;
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('places are those of the document where the script is a part of it', () => {
  const source = `${entry("'abc'")}`;
  expect(tokenOf(source).range.start).toBe(source.indexOf('abc'));
  expect(readSource(`\n\n${source}`).servers[0]!.range.start).toBe(source.indexOf("{ command: 'a'") + 2);
});

test('places of a call, golden', () => {
  const source = `const t = new StdioClientTransport({\r\n  command: "npx", // runs\r\n  args: ['-y', \`x\`],\r\n});`;
  const { parts } = readSource(source);
  const places: string[] = [];
  const walk = (value: Value): void => {
    places.push(`${value.kind} ${value.range.start}-${value.range.end}`);
    if (value.kind === 'sequence') for (const item of value.items) walk(item);
    if (value.kind === 'mapping')
      for (const { key, value: member } of value.entries) {
        places.push(`  ${key.reveal()} ${key.range.start}-${key.range.end}`);
        walk(member);
      }
  };
  walk(parts[0]!.value);
  expect(places).toEqual([
    'mapping 10-89',
    '  mcpServers 10-89',
    'mapping 10-89',
    '  t 10-89',
    'mapping 10-89',
    '  command 40-47',
    'scalar 49-54',
    '  args 67-71',
    'sequence 73-84',
    'scalar 74-78',
    'scalar 80-83',
  ]);
});
