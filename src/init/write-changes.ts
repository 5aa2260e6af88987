import { chmodSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './change.ts';
import type { Project } from './project.ts';

/** Nothing was written. The message names the file and says why. */
export class SetupFailure extends Error {
  override readonly name = 'SetupFailure';
}

/** Writes all changes or, with a SetupFailure, none. No file that is there is overwritten but for the lines that were shown. */
export function writeChanges(project: Project, changes: readonly Change[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const change of changes) {
      try {
        writeChange(project, change, undo);
      } catch (error) {
        if (error instanceof SetupFailure) throw error;
        const { code } = error as NodeJS.ErrnoException;
        throw new SetupFailure(`${change.path} cannot be written (${code ?? 'unknown error'})`);
      }
    }
  } catch (error) {
    for (const step of undo.reverse()) attempt(step);
    throw error;
  }
}

function writeChange(
  project: Project,
  { path, before, after, executable }: Change,
  undo: (() => void)[],
): void {
  const found = project.find(path);
  if (found.kind === 'unusable') throw new SetupFailure(`${path} cannot be written: ${found.why}`);
  const now = found.kind === 'text' ? found.text : undefined;
  if (now !== before) throw new SetupFailure(`${path} changed meanwhile`);
  const file = join(project.root, path);
  if (before === undefined) {
    makeFolders(dirname(file), undo);
    // Never over a file that came meanwhile.
    writeFileSync(file, after, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
    undo.push(() => rmSync(file));
  } else {
    replace(file, after);
    undo.push(() => replace(file, before));
  }
}

/** Each folder that is not there, the outermost first. */
function makeFolders(folder: string, undo: (() => void)[]): void {
  if (lstatSync(folder, { throwIfNoEntry: false })) return;
  makeFolders(dirname(folder), undo);
  mkdirSync(folder);
  undo.push(() => rmdirSync(folder));
}

/** All of the text or none of it; the mode stays. */
function replace(file: string, text: string): void {
  const temporary = `${file}.mcp-lint.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
    chmodSync(temporary, lstatSync(file).mode & 0o7777);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The first failure is the one that is told.
  }
}
