import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsName, globMatcher } from '../../src/core/glob.ts';

describe('globs', () => {
  test.each([
    ['vendor', 'vendor/a/mcp.json'],
    ['vendor', 'a/vendor/mcp.json'],
    ['vendor/', 'a/vendor/mcp.json'],
    ['./vendor', 'vendor/mcp.json'],
    ['*.test.json', 'a/b/c.test.json'],
    ['a/*/c.json', 'a/b/c.json'],
    ['a/**/c.json', 'a/c.json'],
    ['a/**/c.json', 'a/b/b/c.json'],
    ['**/fixtures/**', 'a/fixtures/b/c.json'],
    ['a/**', 'a/b'],
    ['**', 'a/b'],
    ['a?c.json', 'abc.json'],
    ['.cursor/mcp.json', '.cursor/mcp.json'],
    ['*', '.mcp.json'],
  ])('%s fits %s', (glob, path) => {
    expect(globMatcher(['nothing', glob])(path)).toBe(true);
  });

  test.each([
    ['vendor/a', 'b/vendor/a'],
    ['vendor', 'vendors/a'],
    ['*.json', 'a.json5'],
    ['a/*', 'b/a/c'],
    ['a/*/c', 'a/b/b/c'],
    ['a/**/c', 'b/c'],
    ['A', 'a'],
    ['a?', 'a'],
    ['/', 'a'],
    ['.', 'a'],
  ])('%s does not fit %s', (glob, path) => {
    expect(globMatcher([glob])(path)).toBe(false);
  });

  test('names fit as a regular expression of the same meaning says', () => {
    const text = (units: readonly string[]) => fc.array(fc.constantFrom(...units), { maxLength: 8 });
    fc.assert(
      fc.property(text(['a', 'b', '*', '?']), text(['a', 'b', '*']), (pattern, name) => {
        const source = pattern.map((unit) => ({ '*': '.*', '?': '.' })[unit] ?? unit).join('');
        const said = fitsName(pattern.join(''), name.join(''));
        expect(said).toBe(new RegExp(`^(?:${source})$`).test(name.join('')));
      }),
      { numRuns: 100 },
    );
  });

  test('many stars take no longer than others', () => {
    expect(globMatcher([`${'*a'.repeat(200)}b`])(`${'a'.repeat(5000)}`)).toBe(false);
    expect(globMatcher([`${'**/a/'.repeat(100)}b`])('a/'.repeat(2000))).toBe(false);
  });
});
