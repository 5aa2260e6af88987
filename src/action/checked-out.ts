import { relative, resolve } from 'node:path';
import { findRepository } from '../discover/git-repository.ts';
import { isBelow } from '../discover/within.ts';
import type { Workspace } from './workspace.ts';

/**
 * The folder that paths of the report start from: the workspace, or the folder in it that a workflow has checked the
 * repository out into, if all paths lie there. GitHub takes paths of annotations and of SARIF from the top of the repository.
 */
export function checkedOutFolder(paths: readonly string[], { root }: Workspace): string {
  if (findRepository(root) !== undefined) return root;
  const absolute = paths.map((path) => resolve(root, path));
  const found = findRepository(absolute[0] ?? root);
  if (found === undefined || found === 'unknown') return root;
  return absolute.every((path) => isBelow(found.root, path)) ? found.root : root;
}

/** Paths of the workspace as they are from a folder in it. */
export function pathsFrom(folder: string, paths: readonly string[], { root }: Workspace): string[] {
  return folder === root ? [...paths] : paths.map((path) => relative(folder, resolve(root, path)) || '.');
}
