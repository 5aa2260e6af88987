import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastPassing } from '../../src/core/last-passing.ts';

test('finds what looking at one after the other finds, and asks for nothing beyond the end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), fc.nat({ max: 20 }), (numbers, limit) => {
      const ordered = numbers.sort((a, b) => a - b);
      const asked: number[] = [];
      const found = lastPassing(ordered.length, (index) => {
        asked.push(index);
        return ordered[index]! <= limit;
      });
      expect(found).toBe(ordered.findLastIndex((number) => number <= limit));
      expect(asked.every((index) => index in ordered)).toBe(true);
      expect(asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2(ordered.length + 1)));
    }),
    { numRuns: 100 },
  );
});
