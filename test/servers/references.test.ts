import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { readReferences } from '../../src/servers/references.ts';

const read = (text: string) =>
  readReferences(new LocatedText(text, 100)).map(({ syntax, name, text: { range } }) => ({
    syntax,
    name,
    written: text.slice(range.start - 100, range.end - 100),
  }));

describe('the dialect of a reference', () => {
  test.each([
    ['${TOKEN}', '${NAME}', 'TOKEN'],
    ['${TOKEN:-none}', '${NAME:-default}', 'TOKEN'],
    ['${TOKEN-none}', '${NAME:-default}', 'TOKEN'],
    ['${env:TOKEN}', '${env:NAME}', 'TOKEN'],
    ['${env:TOKEN:-none}', '${env:NAME:-default}', 'TOKEN'],
    ['${localEnv:TOKEN}', '${localEnv:NAME}', 'TOKEN'],
    ['${input:search-key}', '${input:id}', 'search-key'],
    ['${user_config.api_key}', '${user_config.KEY}', 'api_key'],
    ['${workspaceFolder}', '${NAME}', 'workspaceFolder'],
    ['${/}', '${/}', '/'],
    ['$TOKEN', '$NAME', 'TOKEN'],
    ['$token', '$NAME', 'token'],
    ['%TOKEN%', '%NAME%', 'TOKEN'],
    ['$env:TOKEN', '$env:NAME', 'TOKEN'],
    ['{env:TOKEN}', '{env:NAME}', 'TOKEN'],
    ['{file:./key}', '{file:path}', './key'],
    ['${{ secrets.TOKEN }}', '${{ secrets.NAME }}', 'TOKEN'],
    ['{{TOKEN}}', '{{NAME}}', 'TOKEN'],
    ['$(pass show key)', '$(command)', ''],
    ['op://vault/item/field', 'op://…', ''],
    ['vault://kv/search#key', 'vault://…', ''],
    ['process.env.TOKEN', 'an expression of a programming language', ''],
  ])('%s', (text, syntax, name) => {
    expect(read(text)).toEqual([{ syntax, name, written: text }]);
  });

  test.each([
    '${your key}',
    'secret:colon',
    'arn:aws:secretsmanager:eu-west-1:1:secret:x',
    'authsome-proxy-managed',
    '{name}',
    'plain',
    '',
  ])("is nobody's in %s", (text) => expect(read(text)).toEqual([]));

  test('tells every reference of a text where it stands', () => {
    expect(read('https://${HOST}/mcp?key=${env:KEY}&v=${V:-1}').map(({ written }) => written)).toEqual([
      '${HOST}',
      '${env:KEY}',
      '${V:-1}',
    ]);
  });

  test('points at the characters of a decoded text', () => {
    const text = new LocatedText('a "b" ', 10).decoded('ab ${X}', [0, 3, 4, 5, 5, 5, 5, 6]);
    expect(readReferences(text)[0]!.text.range).toEqual({ start: 15, end: 16 });
  });

  test('gives slices of any text, in order and apart', () => {
    const piece = fc.constantFrom(
      '$',
      '{',
      '}',
      '%',
      '`',
      '(',
      ')',
      ':',
      '-',
      '/',
      'op://',
      'env',
      'A',
      'b',
      ' ',
      '\u{1f511}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { text: own, start } of readReferences(new LocatedText(text, 0))) {
          expect(own.range.start).toBe(start);
          expect(start).toBeGreaterThanOrEqual(end);
          end = own.range.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
