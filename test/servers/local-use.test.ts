import { expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { SlotKind } from '../../src/core/model.ts';
import { localUseOf } from '../../src/servers/local-use.ts';

const useOf = (name: string, value = '', kind: SlotKind = 'env') =>
  localUseOf({ kind, field: 'env', name, value: new LocatedText(value, 0), path: [] });

test.each([
  ['DATABASE_URL', 'database'],
  ['PGPASSWORD', 'database'],
  ['dbPassword', 'database'],
  ['POSTGRES_CONNECTION_STRING', 'database'],
  ['SMTP_PASSWORD', 'database'],
  ['JWT_SECRET', 'signing'],
  ['STRIPE_WEBHOOK_SECRET', 'signing'],
  ['GITHUB_APP_PRIVATE_KEY', 'signing'],
  ['AWS_SECRET_ACCESS_KEY', 'signing'],
  ['GITHUB_TOKEN', undefined],
  ['GRAPHQL_TOKEN', undefined],
  ['REDIS_API_KEY', undefined],
  ['DISCORD_WEBHOOK_URL', undefined],
])('%s: %s', (name, expected) => {
  expect(useOf(name)).toBe(expected);
});

test('a positional argument is told by what it refers to', () => {
  expect(useOf('', '${DATABASE_URL}', 'argument')).toBe('database');
  expect(useOf('', '${env:GITHUB_TOKEN}', 'argument')).toBeUndefined();
});

test('user information and connection strings open databases, whatever they are called', () => {
  expect(useOf('password', '', 'connection-string')).toBe('database');
  expect(useOf('', '', 'url-userinfo')).toBe('database');
});
