import { accessSync, constants, realpathSync, statSync } from 'node:fs';

/** What is where, as far as programs are looked for. */
export interface Disk {
  isFile(path: string): boolean;
  /** A file that may be executed. */
  isProgram(path: string): boolean;
  /** Where links lead; nothing when there is no such file. */
  realPath(path: string): string | undefined;
}

/** That of this machine. */
export const DISK: Disk = {
  isFile,
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return isFile(path);
    } catch {
      return false;
    }
  },
  realPath(path) {
    try {
      return realpathSync(path);
    } catch {
      return undefined;
    }
  },
};

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
