import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defectsOf, namesOf } from './lint-oauth.ts';
import { REAL_DOCUMENTS } from './real-documents.ts';

const PLACES = [
  '/s/client-metadata.json',
  '/s/.well-known/oauth-protected-resource/mcp',
  '/s/.well-known/oauth-authorization-server',
];
const NAMES = [...new Set(REAL_DOCUMENTS.flatMap(({ content }) => Object.keys(content as object)))];

/** Wrong types, strange strings and URLs that are nearly right under the names that are looked at. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'https://',
    'https://[',
    'https://a:99999/',
    'http://[::1]:x',
    'https://%2e%2e/%',
    '*',
    '..',
    '',
  ),
  fc.array(fc.oneof(fc.webUrl(), fc.string(), fc.constant(null)), { maxLength: 4 }),
);
const members = fc.array(
  fc.tuple(fc.oneof(fc.constantFrom(...NAMES, 'jwks', 'keys', 'd', 'signed_metadata'), fc.string()), value),
  {
    maxLength: 12,
  },
);
const textOf = (entries: readonly (readonly [string, unknown])[]) =>
  `{${entries.map(([name, content]) => `${JSON.stringify(name)}:${JSON.stringify(content)}`).join(',')}}`;

describe.each(PLACES)('%s', (path) => {
  test('any members of any type give findings in the text, with words of our own', () => {
    fc.assert(
      fc.property(members, (entries) => {
        const text = textOf([...entries, ['redirect_uris', []]]);
        for (const { range, message } of defectsOf(text, path)) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/^(?:"[\w]+"|Entry \d+ of "\w+"|[A-Z][a-z ]+)[\s\S]{0,80}$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the last of two members decides', () => {
    fc.assert(
      fc.property(members, members, (first, second) => {
        const names = new Set(second.map(([name]) => name));
        const visible = textOf([...first.filter(([name]) => !names.has(name)), ...second]);
        const hidden = textOf([...first, ...second]);
        const aside = /unique-members|private-key|secret-member|size/;
        const told = (text: string) =>
          [...new Set(namesOf(text, path).filter((name) => !aside.test(name)))].sort();
        expect(told(hidden)).toEqual(told(visible));
      }),
      { numRuns: 200 },
    );
  });

  test('deep and long documents', () => {
    const deep = `${'{"jwks":['.repeat(100)}${']}'.repeat(100)}`;
    const keys = Array.from({ length: 20_000 }, () => ({ kty: 'oct', k: 'x' }));
    const uris = Array.from({ length: 20_000 }, (_, index) => `http://a.example/${index}`);
    const long = { redirect_uris: uris, authorization_servers: uris, scopes_supported: uris };
    expect(() => namesOf(deep, path)).not.toThrow();
    expect(
      namesOf({ redirect_uris: [], jwks: { keys } }, path).filter((name) => name === 'error private-key')
        .length,
    ).toBe(20_000);
    expect(() => namesOf(long, path)).not.toThrow();
    expect(() =>
      namesOf(
        {
          redirect_uris: [
            `https://${'a.'.repeat(100_000)}`,
            `https://a/${'../'.repeat(100_000)}`,
            '%'.repeat(100_000),
            '<'.repeat(100_000),
          ],
        },
        path,
      ),
    ).not.toThrow();
  });
});
