import { expect, test } from 'vitest';
import { plainSpelling, spellingOf } from '../../src/fixers/spelling.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { EditedText } from '../support/edits.ts';

/** How a text of one string is spelled, where that is not plain. */
function spelled(text: string, from?: number, to?: number): string | undefined {
  const holder = new EditedText(text).scalar('a');
  const document = documentOfText(text, { path: '', absolute: '' });
  return spellingOf(document, from === undefined ? holder.text : holder.text.slice(from, to))?.reveal();
}

test.each(['"x"', '""', '"a\\"b\\\\c\\n\\u0001é\u{1f511}/"', '12'])('plain: %s', (written) => {
  expect(spelled(`{"a":${written}}`)).toBeUndefined();
});

test.each(['\\u0041b', 'a\\/b', '\\u000a', '\\u00E9', '\\ud83d\\udd11'])('otherwise: %s', (written) => {
  expect(spelled(`{"a":"${written}"}`)).toBe(written);
});

test('of a part only what is in it counts', () => {
  expect(spelled('{"a":"\\u0041 bc\\/"}', 2, 4)).toBeUndefined();
  expect(spelled('{"a":"\\u0041 bc\\/"}', 2, 5)).toBe('bc\\/');
});

test('the plain spelling is that of JSON.stringify', () => {
  expect(plainSpelling('a"\n\ud800')).toBe('a\\"\\n\\ud800');
});
