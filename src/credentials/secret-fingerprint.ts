import { createHmac, randomBytes } from 'node:crypto';
import type { Secret } from '../core/secret.ts';

/**
 * Keyed hashes, so that equal credentials are found without keeping or telling them. The key is made for one run and
 * never leaves it.
 */
export function secretFingerprints(key?: Uint8Array): (secret: Secret) => string {
  let ownKey = key;
  return (secret) => {
    ownKey ??= randomBytes(32);
    return createHmac('sha256', ownKey).update(secret.reveal()).digest('base64url');
  };
}
