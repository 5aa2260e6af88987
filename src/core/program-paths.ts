import { posix, win32 } from 'node:path';
import type { OperatingSystem } from './host.ts';

/**
 * Where a program of a name may be, in the order of PATH. Folders that depend on where we stand are left out: a stranger's
 * project is no place to take a program from. `endings`: those of its file on Windows.
 */
export function programPaths(
  name: string,
  variables: Readonly<Record<string, string | undefined>>,
  os: OperatingSystem,
  endings: readonly string[] = ['.exe'],
): string[] {
  const { delimiter, isAbsolute, join } = os === 'windows' ? win32 : posix;
  const names = os === 'windows' ? endings.map((ending) => name + ending) : [name];
  return (variables['PATH'] ?? variables['Path'] ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => names.map((file) => join(folder, file)));
}
