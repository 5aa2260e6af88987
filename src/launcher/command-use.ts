import { label } from '../core/label.ts';
import type { CommandUse } from '../core/use.ts';
import { type Environment, variableOfStart } from './environment.ts';
import { type FoundProgram, findProgram } from './find-program.ts';
import { withoutVersions } from './package-words.ts';
import { projectProblem, readsProject } from './project-files.ts';
import { realFolder } from './project-folder.ts';
import { hasRelativePaths } from './relative-words.ts';
import { isSameProgram } from './same-program.ts';
import { allowedFolders, allowedPath, isPath, recordFolders, searchedFolders } from './search-path.ts';
import { differentVariable, recordVariables, variablesLeftOut } from './variables.ts';

/** A start of a program, as a config describes it or as the launcher is asked for it. */
export interface Start {
  /** Program and arguments, as the host hands them on; references as references. */
  readonly words: readonly string[];
  /** `env NAME` or `argument`. */
  readonly place: string;
  /** Variables that the entry sets, references as references. Of a start that is asked for: all variables. */
  readonly environment: Environment;
  /** Variables around it, on the day of storing. */
  readonly surroundings: Environment;
  /** Folder that it is started in, where that is known. */
  readonly folder?: string;
}

/**
 * What a start is, so that it can be told from others later. `program` is empty when it is not on PATH, `folder` when the
 * command line needs one and none is known: such a use allows nothing.
 */
export function useOfStart(start: Start, windows: boolean): CommandUse {
  const found = programOf(start, searchedFolders(start, windows), windows);
  const program = 'path' in found ? found.path : '';
  const folder = folderOf(start, program);
  return {
    kind: 'command',
    place: start.place,
    program,
    words: withoutVersions(start.words),
    ...(folder !== undefined && { folder }),
    variables: [...recordVariables(start, windows), ...recordFolders(start, windows)],
  };
}

function folderOf({ words, folder }: Start, program: string): string | undefined {
  if (hasRelativePaths(words)) return folder ?? '';
  return readsProject(words, program) ? folder : undefined;
}

/** How a start differs from the use that was allowed, as one clause with labels only; nothing when it does not. */
export function differenceFrom(use: CommandUse, asked: Start, windows: boolean): string | undefined {
  return (
    differentPlace(use, asked) ??
    differentWords(use.words, withoutVersions(asked.words)) ??
    differentVariable(use, asked, windows) ??
    differentProgram(use, asked, windows) ??
    differentFolder(use, asked, windows)
  );
}

function differentPlace(use: CommandUse, { place }: Start): string | undefined {
  return place === use.place ? undefined : `it was stored for ${label(use.place)}, not for ${label(place)}`;
}

/** Words are not printed: a credential may be left among them. */
function differentWords(kept: readonly string[], asked: readonly string[]): string | undefined {
  const index = asked.findIndex((word, at) => word !== kept[at]);
  if (index === -1 && asked.length === kept.length) return undefined;
  if (index === 0) return `it was stored for ${label(kept[0] ?? '')}, not for ${label(asked[0]!)}`;
  if (kept.length !== asked.length)
    return `it was stored for a command line of ${kept.length} words, not of ${asked.length}`;
  return `argument ${index} of ${label(asked[0]!)} is not the one that it was stored for`;
}

function differentProgram(use: CommandUse, asked: Start, windows: boolean): string | undefined {
  if (use.program === '') return 'its program was not there when it was stored';
  const found = programOf(asked, allowedFolders(use, asked, windows), windows);
  if (!('path' in found))
    return `${label(asked.words[0]!)} is in none of the folders of PATH that were there when it was stored`;
  return isSameProgram(use.program, found.path, windows)
    ? undefined
    : `it was stored for ${label(use.program)}, not for ${label(found.path)}`;
}

function differentFolder(use: CommandUse, asked: Start, windows: boolean): string | undefined {
  const folder = asked.folder ?? '';
  if (use.folder && realFolder(use.folder) === realFolder(folder)) return undefined;
  if (hasRelativePaths(asked.words))
    return use.folder
      ? `it was stored for the folder ${label(use.folder)}, and this is ${label(folder)}`
      : 'its command line has relative paths, and the folder that they start from was not known when it was stored';
  const home = variableOfStart(asked, windows ? 'USERPROFILE' : 'HOME', windows);
  return asked.folder === undefined ? undefined : projectProblem(asked.words, use.program, folder, home);
}

/** What the server of a start without a difference gets to see: everything but what could redirect it. */
export function environmentOf(use: CommandUse, asked: Start, windows: boolean): Environment {
  const leftOut = variablesLeftOut(use, asked, windows);
  const path = allowedPath(use, asked, windows);
  return Object.fromEntries(
    Object.entries(asked.environment)
      .filter(([name]) => !leftOut.has(name))
      .map(([name, value]) => [name, isPath(name, windows) ? path : value]),
  );
}

/** The file that a start runs, searched for in `folders`. */
export function programOf(start: Start, folders: readonly string[], windows: boolean): FoundProgram {
  return findProgram(start.words[0] ?? '', {
    folders,
    folder: start.folder ?? '/',
    windows,
    extensions: variableOfStart(start, 'PATHEXT', windows),
  });
}
