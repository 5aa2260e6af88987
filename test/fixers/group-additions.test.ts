import { expect, test } from 'vitest';
import { groupAdditions } from '../../src/fixers/group-additions.ts';

const at = (index: number, value: string) => ({ index, value });

test('new items go behind the last old one before them that stays, in their order', () => {
  const added = [at(0, 'a'), at(1, 'b'), at(2, 'c'), at(2, 'd'), at(5, 'e')];
  expect([...groupAdditions(added, [1, 3])]).toEqual([
    [undefined, [at(0, 'a'), at(1, 'b')]],
    [1, [at(2, 'c'), at(2, 'd')]],
    [3, [at(5, 'e')]],
  ]);
});

test('where nothing stays, all of them are one group', () => {
  expect([...groupAdditions([at(0, 'a'), at(3, 'b')], [])]).toEqual([[undefined, [at(0, 'a'), at(3, 'b')]]]);
  expect(groupAdditions([], [0]).size).toBe(0);
});
