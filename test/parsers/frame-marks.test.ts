import { expect, test } from 'vitest';
import { documentOfText } from '../../src/parsers/decode.ts';
import { findShowable, frameOf } from '../../src/parsers/frame.ts';
import { parseText } from '../../src/parsers/parse.ts';

/** The line of a frame, and the characters of it that are marked. */
function frame(text: string, start: number, end: number): [text: string, marked: string] {
  const { document, root } = parseText(documentOfText(text, { path: 'a.json', absolute: '/a.json' }));
  const [line] = frameOf(
    document,
    findShowable(document, root!, () => true),
    { start, end },
  );
  const { column, length } = line!.mark!;
  return [line!.text, line!.text.slice(column, column + length)];
}

const TEXT = '{"client_secret":"velvet","a":{"b":"c"}}';

test('a value is masked', () => {
  const start = TEXT.indexOf('velvet');
  expect(frame(TEXT, start, start + 6)).toEqual(['{"client_secret":"********","a":{"b":"…"}}', '********']);
});

test('a key is shown and marked, with its quotes or without', () => {
  const line = '{"client_secret":"…","a":{"b":"…"}}';
  expect(frame(TEXT, 2, 15)).toEqual([line, 'client_secret']);
  expect(frame(TEXT, 1, 16)).toEqual([line, 'client_secret']);
});

test('a part of a key is masked with the whole of it', () => {
  expect(frame(TEXT, 4, 8)).toEqual(['{"…********…":"…","a":{"b":"…"}}', '********']);
});

test('a mapping is marked at its brace', () => {
  const start = TEXT.indexOf('{"b"');
  const line = '{"client_secret":"…","a":{"b":"…"}}';
  expect(frame(TEXT, start, start + 9)).toEqual([line, '{']);
  expect(frame(TEXT, 0, 1)).toEqual([line, '{']);
});

test('the mark of a long key stays within the line', () => {
  const key = 'long '.repeat(60);
  const [line, marked] = frame(`{"${'x '.repeat(50)}":1,"${key}":2}`, 107, 107 + key.length);
  expect(line).toContain(marked);
  expect(marked).toMatch(/^long/);
});
