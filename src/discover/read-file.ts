import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { Problem } from '../core/report.ts';

/** More than any host reads; beyond it Buffer and string limits are near. */
const MAX_BYTES = 1 << 29;
const MAX_ATTEMPTS = 3;

export interface FileContent {
  readonly bytes: Buffer;
  /** Permission bits; absent on Windows, where they say nothing. */
  readonly mode?: number;
}

/**
 * Reads a regular file as it stands at one moment: hosts rewrite their configs while we look. Never blocks on FIFOs and
 * devices.
 */
export function readConfigFile(path: string): FileContent | { readonly problem: Problem } {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { problem: problemOf(error) };
  }
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = fstatSync(descriptor);
      if (!before.isFile()) return { problem: { code: 'not-a-file', message: describeKind(before) } };
      if (before.size > MAX_BYTES) return { problem: { code: 'unreadable', message: 'larger than 512 MiB' } };
      const bytes = readWhole(descriptor, before.size);
      const after = fstatSync(descriptor);
      if (bytes.length === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs) {
        return { bytes, ...(constants.O_NONBLOCK !== undefined && { mode: before.mode & 0o777 }) };
      }
    }
    return { problem: { code: 'changed-while-read', message: 'the file kept changing while it was read' } };
  } catch (error) {
    return { problem: problemOf(error) };
  } finally {
    closeSync(descriptor);
  }
}

/** Up to `size` bytes and one more, so that a file that grew is noticed. */
function readWhole(descriptor: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, filled);
    if (count === 0 || filled + count === buffer.length) return buffer.subarray(0, filled + count);
    filled += count;
  }
}

function describeKind(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

/** Messages of the system quote paths; codes do not. */
function problemOf(error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { code: 'not-found', message: 'no such file or folder' };
  if (code === 'EISDIR') return { code: 'not-a-file', message: 'a folder' };
  if (code === 'ENXIO') return { code: 'not-a-file', message: 'a socket or device' };
  if (code === 'ELOOP') return { code: 'unreadable', message: 'a loop of symbolic links' };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'unreadable', message: 'permission denied' };
  return { code: 'unreadable', message: `cannot be read (${code ?? 'unknown error'})` };
}
