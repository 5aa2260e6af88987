import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { label } from '../core/label.ts';
import { UsageError } from '../core/usage-error.ts';
import { isBelow, leadsOut } from '../discover/within.ts';

/** The folders that a step may read from and write to. All absolute and without links. */
export interface Workspace {
  /** Where repositories are checked out, and where paths start from. */
  readonly root: string;
  /** A folder of the runner for files of the job. */
  readonly temporary?: string;
}

/** Throws a UsageError for a path or a glob that names something outside of the workspace. */
export function checkPaths(paths: readonly string[], { root }: Workspace): void {
  for (const path of paths) {
    const absolute = resolve(root, path);
    if (!isBelow(root, absolute) || leadsOut(absolute, root))
      throw new UsageError(`The path "${label(path)}" leads out of the workspace.`);
  }
}

/** A file of results that does not exist yet. */
export interface ResultFile {
  /** As outputs have it: relative to the workspace where it is below that, else absolute. */
  readonly path: string;
  write(text: string): void;
}

/**
 * Takes what a pull request has put in the place of a file of results away, so that no later step takes it for ours; a link is
 * taken away as well, and not followed. Throws a UsageError for a place outside of the workspace.
 */
export function prepareResultFile(path: string, { root, temporary }: Workspace): ResultFile {
  const absolute = resolve(root, path);
  const allowed = [root, ...(temporary === undefined ? [] : [temporary])].find((folder) =>
    isBelow(folder, absolute),
  );
  if (allowed === undefined || absolute === allowed || isOfGit(relative(allowed, absolute)))
    throw new UsageError(`The file "${label(path)}" is not in the workspace.`);
  const folder = makeFolder(dirname(absolute), allowed, path);
  const target = join(folder, basename(absolute));
  if (lstatSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`The file "${label(path)}" is a folder.`);
  rmSync(target, { force: true });
  return {
    path,
    write(text) {
      const draft = `${target}.tmp`;
      rmSync(draft, { force: true, recursive: true });
      writeFileSync(draft, text, { flag: 'wx' });
      renameSync(draft, target);
    },
  };
}

/** What git keeps is nobody's place for results; letters count alike, as on macOS and Windows. */
function isOfGit(path: string): boolean {
  return path.split(sep).some((name) => name.toLowerCase() === '.git');
}

/** The folder of a file of results, made if need be; no link in its path leads out of the folder that is allowed. */
function makeFolder(folder: string, allowed: string, path: string): string {
  const refuse = (): never => {
    throw new UsageError(
      `The file "${label(path)}" leads out of the workspace, or its folder cannot be made.`,
    );
  };
  for (let at = folder; isBelow(allowed, at); at = dirname(at)) {
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (!stats) continue;
    if (leadsOut(at, allowed)) refuse();
    break;
  }
  try {
    mkdirSync(folder, { recursive: true });
    const real = realpathSync.native(folder);
    return isBelow(allowed, real) ? real : refuse();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return refuse();
  }
}
