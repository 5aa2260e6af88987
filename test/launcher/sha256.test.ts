import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/launcher/sha256.ts';

const expected = (text: string) => createHash('sha256').update(text).digest('base64url');

test('hashes are those of the standard, around the ends of blocks too', () => {
  for (let length = 0; length < 300; length++)
    expect(sha256('x'.repeat(length))).toBe(expected('x'.repeat(length)));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === expected(text)));
});
