import { describe, expect, test } from 'vitest';
import { findingsOfEntry } from '../support/findings.ts';
import { jwt, prng } from '../support/samples.ts';

const DAY = 24 * 60 * 60;
const now = Math.floor(Date.now() / 1000);
const entry = (claims: object) => ({
  url: 'https://mcp.example.com/mcp',
  headers: { Authorization: `Bearer ${jwt(prng(1), { sub: 'linter', ...claims })}` },
});
const said = async (rule: string, claims: object) =>
  (await findingsOfEntry(rule, entry(claims))).map(({ severity, message }) => `${severity}: ${message}`);

describe('long-lived-token', () => {
  test.each<[string, object, string]>([
    ['without an end', { iat: now }, 'never expires'],
    ['of a year', { iat: now - 10 * DAY, exp: now + 355 * DAY }, 'is valid for 365 days'],
    ['of a year, nearly over', { iat: now - 360 * DAY, exp: now + 5 * DAY }, 'is valid for 365 days'],
    ['that does not tell its beginning', { exp: now + 100.5 * DAY }, 'is valid for 10'],
    ['of thousands of years', { iat: now, exp: now * 1000 }, 'is valid for more than 100 years'],
    ['issued after its end', { iat: now + 400 * DAY, exp: now + 200.5 * DAY }, 'is valid for 20'],
  ])('%s', async (_what, claims, words) => {
    const [message, ...more] = await said('long-lived-token', claims);
    expect(message).toMatch(/^info: The token in the header Authorization of server "a" /);
    expect(message).toContain(words);
    expect(more).toEqual([]);
  });

  test.each<[string, object]>([
    ['of an hour', { iat: now, exp: now + 3600 }],
    ['of 90 days', { iat: now, exp: now + 90 * DAY }],
    ['that does not tell its beginning', { exp: now + 80 * DAY }],
    ['that has ended', { iat: now - 400 * DAY, exp: now - DAY }],
  ])('not %s', async (_what, claims) => {
    expect(await said('long-lived-token', claims)).toEqual([]);
  });
});

describe('expired-token', () => {
  test('whose end is past', async () => {
    const [message] = await said('expired-token', { iat: now - 2 * DAY, exp: now - DAY });
    expect(message).toBe('info: The token in the header Authorization of server "a" has expired');
  });

  test.each<[string, object]>([
    ['with an end to come', { exp: now + DAY }],
    ['without an end', {}],
  ])('not one %s', async (_what, claims) => {
    expect(await said('expired-token', claims)).toEqual([]);
  });
});

test.each(['expired-token', 'long-lived-token'])('%s speaks of OAuth once', async (rule) => {
  const claims = rule === 'expired-token' ? { iat: now - 2 * DAY, exp: now - DAY } : { iat: now };
  const [finding] = await findingsOfEntry(rule, entry(claims), '.cursor/mcp.json');
  expect(finding!.advice.match(/OAuth/g)).toHaveLength(1);
});

test('a token of nobody known is called by its kind alone', async () => {
  const [finding] = await findingsOfEntry('inline-credential', entry({ iat: now - 2 * DAY, exp: now - DAY }));
  expect(finding!.message).toBe('JWT, expired, in the header Authorization of server "a"');
});
