import type { Secret } from '../core/secret.ts';
import { secretFingerprints } from './secret-fingerprint.ts';

/** What scrypt is given beside the credential. */
export interface HashSettings {
  /** 16 bytes or more, random. */
  readonly salt: Uint8Array;
  /** Cost, a power of two; 128 times `cost` times `blockSize` bytes of memory are used. */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** Each of them takes a quarter of a second: more than that are in no project, but in a file that is to keep us busy. */
const MOST_CREDENTIALS = 500;

/** Keeps the hashes apart from those that other programs make of the same. */
const DOMAIN = 'mcp-lint baseline 1\0';
const KEY_BYTES = 32;
const HASH_BYTES = 16;

/**
 * Slow hashes of credentials: who has one, the settings and a list of likely passwords needs as long for each guess as we do.
 * `place` is hashed along, so that the same credential in two places has two hashes. Each credential is worked on once.
 * Nothing when there are too many of them.
 */
export function slowHashes(
  settings: HashSettings,
): (secret: Secret, place: string) => Promise<string | undefined> {
  const { createHmac } = process.getBuiltinModule('node:crypto');
  const idOf = secretFingerprints();
  const keys = new Map<string, Promise<Buffer>>();
  return async (secret, place) => {
    const id = idOf(secret);
    const key = keys.get(id) ?? (keys.size < MOST_CREDENTIALS ? deriveKey(secret, settings) : undefined);
    if (!key) return undefined;
    keys.set(id, key);
    const hash = createHmac('sha256', await key)
      .update(DOMAIN)
      .update(place)
      .digest();
    return hash.subarray(0, HASH_BYTES).toString('base64url');
  };
}

function deriveKey(
  secret: Secret,
  { salt, cost, blockSize, parallelization }: HashSettings,
): Promise<Buffer> {
  const { scrypt } = process.getBuiltinModule('node:crypto');
  // UTF-16 tells halves of surrogate pairs apart, which UTF-8 cannot write.
  const text = Buffer.from(secret.reveal(), 'utf16le');
  // What it needs by RFC 7914, and as much again for what OpenSSL counts beside.
  const maxmem = 2 * 128 * blockSize * (cost + parallelization);
  return new Promise((done, failed) => {
    scrypt(text, salt, KEY_BYTES, { cost, blockSize, parallelization, maxmem }, (error, key) =>
      error ? failed(error) : done(key),
    );
  });
}
