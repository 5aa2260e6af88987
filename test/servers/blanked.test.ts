import { expect, test } from 'vitest';
import { isBlanked } from '../../src/servers/blanked.ts';

const HOST = { blanked: { fields: ['env'], names: ['OWN_KEY', 'A_*_B'] } } as const;

test.each([
  ['OWN_KEY', true],
  ['OWN_KEY_2', false],
  ['A_x_B', true],
  ['A__B', true],
  ['A_B', false],
  ['a_x_b', false],
])('%s is put as nothing: %s', (name, expected) => {
  expect(isBlanked(HOST, 'env', name)).toBe(expected);
});

test('in other fields, and by hosts without such names, every name gets its value', () => {
  expect(isBlanked(HOST, 'headers', 'OWN_KEY')).toBe(false);
  expect(isBlanked({}, 'env', 'OWN_KEY')).toBe(false);
});
