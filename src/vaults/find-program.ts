import { accessSync, constants, statSync } from 'node:fs';
import type { Machine } from '../core/machine.ts';
import { programPaths } from '../core/program-paths.ts';

/** Absolute path of a program on the user's PATH. */
export function findProgram(name: string, { os, variables }: Machine): string | undefined {
  return programPaths(name, variables, os).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
