import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface Search {
  /** Absolute folders, first to last. */
  readonly folders: readonly string[];
  /** That a path with a slash starts from. */
  readonly folder: string;
  readonly windows: boolean;
  /** `PATHEXT` of Windows. */
  readonly extensions?: string | undefined;
}

export type FoundProgram = { readonly path: string } | { readonly problem: 'missing' | 'not executable' };

const EXTENSIONS = '.COM;.EXE;.BAT;.CMD';

/**
 * The file that a command names, as execvp(3) finds it: a file that may not be executed is passed over, and told of when
 * there is no other. On Windows never in the working directory, which Windows itself searches first.
 */
export function findProgram(command: string, { folders, folder, windows, extensions }: Search): FoundProgram {
  const { join, resolve } = windows ? win32 : posix;
  if (command === '') return { problem: 'missing' };
  const isPath = windows ? /[/\\]/.test(command) : command.includes('/');
  const candidates = isPath ? [resolve(folder, command)] : folders.map((searched) => join(searched, command));
  let refused = false;
  for (const candidate of candidates) {
    for (const path of windows ? withExtensions(candidate, extensions ?? EXTENSIONS) : [candidate]) {
      const kind = kindOf(path, windows);
      if (kind === 'program') return { path };
      refused ||= kind === 'not executable';
    }
  }
  return { problem: refused ? 'not executable' : 'missing' };
}

function withExtensions(path: string, extensions: string): readonly string[] {
  const all = extensions.split(';').filter((extension) => extension.startsWith('.'));
  const has = all.some((extension) => path.toLowerCase().endsWith(extension.toLowerCase()));
  return has ? [path] : all.map((extension) => path + extension.toLowerCase());
}

function kindOf(path: string, windows: boolean): 'program' | 'not executable' | 'missing' {
  try {
    if (!statSync(path).isFile()) return 'not executable';
    if (!windows) accessSync(path, constants.X_OK);
    return 'program';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'not executable' : 'missing';
  }
}
