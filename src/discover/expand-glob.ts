import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

export interface Expansion {
  /** Sorted; paths relative to the current folder, or absolute as the pattern is. */
  readonly entries: readonly { readonly path: string; readonly folder: boolean }[];
  /** False when a folder could not be listed. */
  readonly complete: boolean;
}

/** The regular files and the folders that a glob stands for, hidden ones included. */
export async function expandGlob(pattern: string, cwd: string): Promise<Expansion> {
  const { default: glob } = await import('fast-glob');
  // Patterns are written with `/`; on Windows people write `\` all the same, where it is no escape.
  const source = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const list = (suppressErrors: boolean) =>
    glob(source, {
      cwd,
      dot: true,
      onlyFiles: false,
      objectMode: true,
      followSymbolicLinks: false,
      ignore: ['**/.git/**', '**/node_modules/**'],
      suppressErrors,
    });
  let complete = true;
  const found = await list(false).catch(() => {
    complete = false;
    return list(true);
  });
  const entries = found
    .map(({ path, dirent }) => ({
      path,
      folder: dirent.isDirectory(),
      file: dirent.isFile() || isLinkToFile(dirent, cwd, path),
    }))
    .filter(({ folder, file }) => folder || file)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { entries, complete };
}

function isLinkToFile(dirent: { isSymbolicLink(): boolean }, cwd: string, path: string): boolean {
  if (!dirent.isSymbolicLink()) return false;
  try {
    return statSync(resolve(cwd, path)).isFile();
  } catch {
    return false;
  }
}
