import { expect, test } from 'vitest';
import { verdictOn } from '../../src/ranking/verdict.ts';

const server = (name: string, ids: readonly string[], state?: string) =>
  ({ name, approach: { ids, ...(state && { state }) } }) as Parameters<typeof verdictOn>[0][number];

test('counts the weakest first and names one of them', () => {
  expect(
    verdictOn([
      server('time', ['no-auth']),
      server('notion', ['oauth-dcr']),
      server('search', ['header-key'], 'reference'),
      server('github', ['env-pass-through'], 'literal'),
      server('slack', ['env-pass-through'], 'literal'),
    ]),
  ).toBe(
    '5 servers: 2 hold a literal key (#6), 1 sends a key that is not in the file (#5), 1 has no credential (#7), ' +
      '1 leaves the sign-in to OAuth (#3); weakest: github and 1 more',
  );
});

test('names no weakest where there is nothing to lose, or nothing to compare', () => {
  expect(verdictOn([server('time', ['no-auth']), server('x', ['broker'])])).toBe(
    '2 servers: 1 has no credential (#7), 1 has its credential from a broker (#1)',
  );
  expect(verdictOn([server('github', ['env-pass-through'], 'literal')])).toBe(
    '1 server: 1 holds a literal key (#6)',
  );
});

test('keeps places apart, and says what cannot be ranked', () => {
  expect(
    verdictOn([
      server('a', ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd']),
      server('b', ['oauth-cimd']),
      { name: 'c' },
    ]),
  ).toBe(
    '3 servers: 1 leaves the sign-in to OAuth (#4 to #2), 1 leaves the sign-in to OAuth (#2), 1 cannot be ranked',
  );
  expect(verdictOn([])).toBeUndefined();
});
