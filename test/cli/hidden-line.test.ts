import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HiddenLine } from '../../src/cli/hidden-line.ts';
import { Secret } from '../../src/core/secret.ts';

const PASTE = (text: string) => `\u001b[200~${text}\u001b[201~`;

/** What a line that is typed in these chunks comes to: its text, or why not. */
function typed(...chunks: readonly string[]): string | undefined {
  const line = new HiddenLine();
  for (const chunk of chunks) if (line.feed(chunk)) break;
  const answer = line.answer();
  return answer instanceof Secret ? answer.reveal() : answer && `(${answer.problem})`;
}

test.each<[string, readonly string[], string | undefined]>([
  ['key by key', [...'abc\r'], 'abc'],
  ['with the other end of a line', ['abc\n'], 'abc'],
  ['at once, with both ends', ['abc\r\n'], 'abc'],
  ['with white space around it', ['  a b\t\r'], 'a b'],
  ['and erased', ['abx\u007f\u0008bcd\u007f\r'], 'abc'],
  ['and erased more than there is', ['a\u007f\u007f\u007fbc\r'], 'bc'],
  ['and erased a character of two units', ['a𝒳\u007fb\r'], 'ab'],
  ['and erased as a whole', ['abc\u0015def\r'], 'def'],
  ['pasted', [PASTE('abc'), '\r'], 'abc'],
  ['pasted, with the end of its line', [PASTE('abc\r'), '\r'], 'abc'],
  ['pasted, in lines', [PASTE('a\r\nb\rc\nd'), '\r'], 'a\nb\nc\nd'],
  ['pasted between what is typed', [`a~${PASTE('b~')}c\r`], 'a~b~c'],
  ['pasted and erased', [PASTE('abc'), '\u007f\r'], 'ab'],
  ['pasted in pieces, also of the marks', [...PASTE('abc'), '\r'], 'abc'],
  ['in another script', ['пароль–𝒳\r'], 'пароль–𝒳'],
  ['not at all', ['\r'], '(it is empty)'],
  ['as nothing but white space', [' \t \r'], '(it is empty)'],
  ['with arrow keys', ['ab\u001b[D\u001b[3~c\r'], '(it has keys in it that are no text)'],
  ['with other keys', ['ab\u001ac\r'], '(it has keys in it that are no text)'],
  ['as what is no text', ['ab\ufffdc\r'], '(it has keys in it that are no text)'],
  ['in lines that are not known to be pasted', ['abc\rdef\r'], '(it has more than one line)'],
  ['without end', ['a'.repeat(1 << 17), '\r'], '(it is too long)'],
  ['and interrupted', ['abc\u0003', '\r'], undefined],
  ['and interrupted while it is pasted', ['\u001b[200~abc', '\u0003'], undefined],
  ['and ended', ['abc\u0004\r'], undefined],
  ['until the terminal is gone', ['abc'], undefined],
])('typed %s', (_, chunks, expected) => {
  expect(typed(...chunks)).toBe(expected);
});

describe('any text that can be typed', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .filter((one) => one === one.trim() && one !== '' && !/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(one));

  test('is taken as it is, typed or pasted', () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat(20), (value, pasted, at) => {
        const sent = `${pasted ? PASTE(value) : value}\r`;
        const units = [...sent];
        expect(typed(units.slice(0, at).join(''), units.slice(at).join(''))).toBe(value);
      }),
    );
  });
});
