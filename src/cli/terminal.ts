import { fstatSync, statSync } from 'node:fs';

/**
 * Does a descriptor lead to a terminal? Only then, or where it could, `node:tty` is asked: it loads all of Node's
 * streams and sockets, a tenth of a short run.
 */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isCharacterDevice() || stats.rdev === nullDevice()) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}
