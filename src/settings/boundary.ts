import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statOf } from '../discover/stat-of.ts';

/**
 * The folder that files of a config may lie in: the root of its repository, the home folder, or that of the config when it lies in
 * neither. `folder` and `home` are absolute.
 */
export function boundaryOf(folder: string, home: string | undefined): string {
  for (let at = folder; ; at = dirname(at)) {
    if (at === home || statOf(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** The path with links followed; of what is not there, the same for the folder that it would be in. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), path.slice(dirname(path).length));
  }
}
