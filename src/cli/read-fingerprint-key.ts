import { closeSync, openSync, readSync } from 'node:fs';
import { label } from '../core/label.ts';
import { UsageError } from '../core/usage-error.ts';
import { SHORTEST_KEY } from '../credentials/secret-fingerprint.ts';

/** Anything longer is some other file, or a device that never ends. */
const LONGEST_KEY = 65_536;

/** The key in a file: all of its bytes, a line feed at the end included. Throws a UsageError that quotes none of them. */
export function readFingerprintKey(path: string): Uint8Array {
  const key = readBytes(path);
  if (!key) throw new UsageError(`The key file "${label(path)}" cannot be read.`);
  if (key.length < SHORTEST_KEY)
    throw new UsageError(`The key file "${label(path)}" has fewer than ${SHORTEST_KEY} bytes.`);
  if (key.length > LONGEST_KEY)
    throw new UsageError(`The key file "${label(path)}" has more than ${LONGEST_KEY} bytes.`);
  return key;
}

/** Up to one byte more than a key can have; pipes, as of `<(command)`, give theirs in pieces. */
function readBytes(path: string): Uint8Array | undefined {
  const buffer = Buffer.alloc(LONGEST_KEY + 1);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (let read = -1; read !== 0 && length < buffer.length; length += read)
        read = readSync(file, buffer, length, buffer.length - length, null);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
  return buffer.subarray(0, length);
}
