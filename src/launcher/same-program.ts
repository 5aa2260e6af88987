import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withoutManagedVersion } from './without-managed-version.ts';

/**
 * Whether two absolute paths are one program: the same path, the same file of the same folder, or what an upgrade of it
 * through a manager of versions makes of it. Only folders are followed: a link to an interpreter in a folder of its own is
 * another program, as with the environments of Python.
 */
export function isSameProgram(kept: string, found: string, windows: boolean): boolean {
  const same = (one: string, other: string) =>
    windows ? one.toLowerCase() === other.toLowerCase() : one === other;
  const settled = (path: string) => withoutManagedVersion(inRealFolder(path));
  return (
    same(kept, found) ||
    same(withoutManagedVersion(kept), withoutManagedVersion(found)) ||
    same(settled(kept), settled(found))
  );
}

function inRealFolder(path: string): string {
  try {
    return join(realpathSync.native(dirname(path)), basename(path));
  } catch {
    return path;
  }
}
