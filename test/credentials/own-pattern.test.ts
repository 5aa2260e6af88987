import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPattern } from '../../src/credentials/own-pattern.ts';

describe('patterns of the users', () => {
  test.each([
    ['acme_[A-Za-z0-9]{32}', 'acme_'],
    ['acme_(?:live|test)_[0-9a-f]{16,40}', 'acme_live_'],
    ['acme_(?:prod|preview)_\\w{16}', 'acme_pre'],
    ['acme[-_][a-z]{4,8}[0-9]{4,8}', 'acme-'],
    ['acme\\.[\\w+/=-]{20,200}', 'acme.'],
    ['acme_?[A-Z]{20}', 'acme_'],
    ['acme_\\d{2}(ab|c[d-f]{2})x{10}', 'acme_12'],
    ['key-[\\d\\]^]{10}', 'key-'],
  ])('%s is let through', (pattern, prefix) => {
    expect(checkPattern(pattern, [prefix])).toBeUndefined();
  });

  test.each([
    ['acme_(a+)+', 7, /how many there are at most/],
    ['acme_(?:a{1,9}){1,9}b', 15, /a group cannot be repeated/],
    ['acme_[a-z]{1,40}[a-z0-9]{1,40}', 5, /could be more of it/],
    ['acme_[a-z]{1,40}_?x{1,40}', 5, /could be more of it/],
    ['acme_(?:a{1,9}|b{9})a{9}', 8, /could be more of it/],
    ['acme_(?:ab|a)c{9}', 5, /can begin alike/],
    ['acme_(?:a|)c{9}', 5, /can begin alike/],
    ['acme_(?=x)x{20}', 6, /of groups there is only/],
    ['acme_(?<n>x)x{20}', 6, /of groups there is only/],
    ['(acme_)\\1{20}', 7, /of escapes there are/],
    ['acme_.{20}', 5, /fits everything/],
    ['acme_[^x]{20}', 6, /not those that do not/],
    ['^acme_x{20}$', 0, /compared as a whole/],
    ['acme_x*', 6, /how many there are at most/],
    ['acme_x{20,}', 6, /how many there are at most/],
    ['acme_x{9,1}', 6, /wrong way round/],
    ['acme_x{9,9999}', 0, /more than 512 characters/],
    ['acme_{}', 5, /is written/],
    ['acme_[z-a]{20}', 6, /to a later one/],
    ['acme_[\\d-z]{20}', 6, /to a later one/],
    ['acme_[]{20}', 5, /empty/],
    ['acme_[abc', 5, /not closed/],
    ['acme_(abc', 5, /not closed/],
    ['acme_abc)', 8, /not opened/],
    ['acme_|other_key', 5, /stand in/],
    ['acme_ü{20}', 5, /printable ASCII/],
    ['acm', 0, /less than 8/],
    ['[a-z]{32}', 0, /never begins with prefix 1/],
  ])('%s is refused', (pattern, at, message) => {
    expect(checkPattern(pattern, ['acme_'])).toEqual({ at, message: expect.stringMatching(message) });
  });

  test('every prefix has to fit', () => {
    expect(checkPattern('acme_x{20}', ['acme_', 'other_'])?.message).toMatch(/prefix 2$/);
  });

  test('what is let through is a regular expression, and what is refused is an answer', () => {
    const piece = fc.constantFrom(...'acme_x9-|()[]{}?*+.\\^$,d', '(?:', '{2,3}', '[a-z]', '\\d', '{8}');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const pattern = `acme_${pieces.join('')}`;
        if (checkPattern(pattern, ['acme_']) === undefined)
          expect(() => new RegExp(pattern, 'y')).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
