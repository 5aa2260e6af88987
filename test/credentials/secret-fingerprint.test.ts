import { createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { reportFingerprints, secretFingerprints } from '../../src/credentials/secret-fingerprint.ts';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
const key = fc.uint8Array({ minLength: 16, maxLength: 80 });

describe('of one run', () => {
  test('equal for equal credentials and for no others', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const fingerprintOf = secretFingerprints();
        expect(fingerprintOf(new Secret(left))).toBe(fingerprintOf(new Secret(left)));
        expect(fingerprintOf(new Secret(left)) === fingerprintOf(new Secret(right))).toBe(left === right);
      }),
    );
  });

  test('another one in each run', () => {
    const secret = new Secret('the same in both');
    expect(secretFingerprints()(secret)).not.toBe(secretFingerprints()(secret));
  });
});

describe('for reports', () => {
  test('the same with the same key, wherever it is made', () => {
    fc.assert(
      fc.property(key, text, (bytes, secret) => {
        const here = reportFingerprints(bytes)(new Secret(secret));
        expect(reportFingerprints(Uint8Array.from(bytes))(new Secret(secret))).toBe(here);
        expect(here).toMatch(/^[A-Za-z0-9_-]{22}$/);
      }),
    );
  });

  test('different with another key, and for another credential', () => {
    fc.assert(
      fc.property(key, key, text, text, (one, other, left, right) => {
        const fingerprint = reportFingerprints(one)(new Secret(left));
        const sameKey = Buffer.from(one).equals(Buffer.from(other));
        // HMAC pads short keys with zeros.
        fc.pre(sameKey || (one.at(-1) !== 0 && other.at(-1) !== 0));
        expect(reportFingerprints(other)(new Secret(left)) === fingerprint).toBe(sameKey);
        expect(reportFingerprints(one)(new Secret(right)) === fingerprint).toBe(left === right);
      }),
    );
  });

  test('no hash that can be made without the key, and none that another program makes with it', () => {
    const bytes = randomBytes(32);
    const secret = 'of some length';
    const fingerprint = reportFingerprints(bytes)(new Secret(secret));
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        const plain = createHash(algorithm).update(secret).digest(encoding);
        const keyed = createHmac(algorithm, bytes).update(secret).digest(encoding);
        expect(plain.includes(fingerprint) || fingerprint.includes(plain)).toBe(false);
        expect(keyed.includes(fingerprint) || fingerprint.includes(keyed)).toBe(false);
      }
    }
  });

  test('a key that could be found by trying is refused, and not quoted', () => {
    const short = Buffer.from('fifteen bytes!!');
    expect(() => reportFingerprints(short)).toThrow(RangeError);
    expect(() => reportFingerprints(short)).not.toThrow(/fifteen/);
  });
});
