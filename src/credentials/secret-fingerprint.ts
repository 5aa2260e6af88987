import type { Secret } from '../core/secret.ts';

/** Short of this, a key can be found by trying. */
export const SHORTEST_KEY = 16;

/** Keeps the hashes apart from those that other programs make with the same key. */
const DOMAIN = 'mcp-lint credential fingerprint 1\0';
const FINGERPRINT_BYTES = 16;

/**
 * Keyed hashes, so that equal credentials are found without keeping or telling them. The key is made for one run and
 * never leaves it.
 */
export function secretFingerprints(): (secret: Secret) => string {
  let key: Uint8Array | undefined;
  return (secret) => {
    key ??= process.getBuiltinModule('node:crypto').randomBytes(32);
    return hash(key, secret).toString('base64');
  };
}

/**
 * Keyed hashes for reports: the same credential gives the same one in every run and on every machine with this key, and
 * without the key it can neither be made nor be tried against guesses.
 */
export function reportFingerprints(key: Uint8Array): (secret: Secret) => string {
  if (key.length < SHORTEST_KEY) throw new RangeError('The fingerprint key is too short');
  return (secret) => hash(key, secret).subarray(0, FINGERPRINT_BYTES).toString('base64url');
}

function hash(key: Uint8Array, secret: Secret): Buffer {
  const { createHmac } = process.getBuiltinModule('node:crypto');
  // UTF-16 tells halves of surrogate pairs apart, which UTF-8 cannot write.
  return createHmac('sha256', key).update(DOMAIN).update(secret.reveal(), 'utf16le').digest();
}
