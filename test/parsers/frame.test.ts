import { expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { findShowable } from '../../src/parsers/frame.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';

/** The texts of a document that code frames may show. */
function shownOf(value: unknown): string[] {
  const text = new LocatedText(JSON.stringify(value), 0);
  const { root } = parseJsonc(text);
  return [...findShowable({ text }, root!, () => true).names.values()].map(({ label }) => label);
}

test('flags among arguments are shown, values are not', () => {
  expect(shownOf(['--host', 'db.example.com', '-v', 'x'])).toEqual(['--host', '-v']);
});

test('what follows a flag may be its value, even with a dash in front', () => {
  expect(shownOf(['--password', '-velvet', '--port', '1'])).toEqual(['--password']);
  expect(shownOf(['--password=x', '--velvet'])).toEqual(['--velvet']);
});

test('keys are shown, strings are not', () => {
  expect(shownOf({ env: { API_KEY: 'velvet' } })).toEqual(['env', 'API_KEY']);
});
