import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Machine } from '../core/machine.ts';

/**
 * Absolute path of a program on the user's PATH. Folders that depend on where we stand are left out: a stranger's
 * project is no place to take a password manager from.
 */
export function findProgram(name: string, { os, variables }: Machine): string | undefined {
  const path = variables['PATH'] ?? variables['Path'] ?? '';
  const file = os === 'windows' ? `${name}.exe` : name;
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, file))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
