import { createHash, scryptSync } from 'node:crypto';

/** SHA-256, hexadecimal. */
export function hashOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * A hash for bytes of which only a secret is not known to who reads a journal: each guess at it costs some milliseconds,
 * so that a weak password cannot be found from it. `salt` is the id of the journal.
 */
export function hashOfSecretBytes(bytes: Buffer, salt: string): string {
  return scryptSync(hashOf(bytes), salt, 32, { N: 1 << 12 }).toString('hex');
}
