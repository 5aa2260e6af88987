import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { parseDotenv } from '../../src/parsers/dotenv.ts';

const parse = (text: string) =>
  parseDotenv(new LocatedText(text, 0)).map(({ name, value }) => [name, value.reveal()]);

describe('an .env file', () => {
  test.each<[string, string, (string | undefined)[][]]>([
    [
      'plain',
      'A=1\nB = two words \r\nC=\n',
      [
        ['A', '1'],
        ['B', 'two words'],
        ['C', ''],
      ],
    ],
    [
      'export and colon',
      'export A=1\nB: 2\n',
      [
        ['A', '1'],
        ['B', '2'],
      ],
    ],
    [
      'comments',
      '# A=1\nB=2 # two\nC=a#b\nD=# nothing\n',
      [
        ['B', '2'],
        ['C', 'a#b'],
        ['D', ''],
      ],
    ],
    [
      'quotes',
      'A="a # b"\nB=\'c\'\nC=`d`\n',
      [
        ['A', 'a # b'],
        ['B', 'c'],
        ['C', 'd'],
      ],
    ],
    [
      'several lines',
      'A="a\nb=c\n"\nD=e',
      [
        ['A', 'a\nb=c\n'],
        ['D', 'e'],
      ],
    ],
    [
      'an escaped quote',
      'A="a\\"b"\nB=1',
      [
        ['A', 'a\\"b'],
        ['B', '1'],
      ],
    ],
    [
      'an open quote',
      'A="a\nB=1',
      [
        ['A', '"a'],
        ['B', '1'],
      ],
    ],
    ['no assignment', 'hello\n=x\n1A=2\nA.B-c=3', [['A.B-c', '3']]],
    ['nothing', '', []],
  ])('%s', (_, text, variables) => {
    expect(parse(text)).toEqual(variables);
  });

  test('tells where values stand', () => {
    const text = 'A=1\nB="two"\n';
    const [, b] = parseDotenv(new LocatedText(text, 0));
    expect(text.slice(b!.value.range.start, b!.value.range.end)).toBe('two');
  });

  test('takes any text, and every value is a part of it', () => {
    const piece = fc.constantFrom('A=', 'B: ', '"', "'", '`', '\\', '\n', '\r\n', '#', ' ', 'x', 'export ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { value } of parseDotenv(new LocatedText(text, 0)))
          expect(text.slice(value.range.start, value.range.end)).toBe(value.reveal());
      }),
    );
  });
});
