import { expect, test } from 'vitest';
import { firstEndingBehind } from '../../src/core/range.ts';

const RANGES = [
  { start: 1, end: 3 },
  { start: 3, end: 4 },
  { start: 7, end: 9 },
];

test.each([
  [0, 0],
  [2, 0],
  [3, 1],
  [4, 2],
  [6, 2],
  [8, 2],
  [9, 3],
])('behind %i ends the range number %i first', (offset, expected) => {
  expect(firstEndingBehind(RANGES, offset)).toBe(expected);
});

test('of no ranges none ends behind an offset', () => {
  expect(firstEndingBehind([], 0)).toBe(0);
});
