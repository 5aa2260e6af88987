import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { label } from '../core/label.ts';
import { localPackageProblem } from './local-package.ts';
import { ownWords } from './own-words.ts';
import { programName } from './program-name.ts';
import { type Call, foldersAbove, namesIn, textOf } from './project-folder.ts';
import { PROJECT_READERS, type ProjectReader } from './project-readers.ts';
import { pythonProblem } from './python-files.ts';

/** Programs that a command line starts stand among its first words: `env A=b mise exec -- npx -y server`. */
const BEGINNING = 24;

/**
 * How the folder that a start is asked for in could have something else run than what was stored for, as a clause with
 * labels only. Nothing in most folders. `home` is the user's own: nobody else puts files there.
 */
export function projectProblem(
  words: readonly string[],
  program: string,
  folder: string,
  home: string | undefined,
): string | undefined {
  const above = foldersAbove(folder, home);
  for (const call of callsIn(words)) {
    const problem =
      readerProblem(call, above) ??
      namedFileProblem(call, above) ??
      localPackageProblem(call, above) ??
      pythonProblem(call, above);
    if (problem !== undefined) return problem;
  }
  return shimProblem(program, above);
}

/** Whether any folder could: then a use keeps the one of its day. */
export function readsProject(words: readonly string[], program: string): boolean {
  return (
    isShim(program) ||
    callsIn(words).some(({ name }) => READS.test(name) || readersOf({ name, words }).length > 0)
  );
}

const READS = /^(?:npx|pnpx|bunx|npm|pnpm|yarn|bun|uvx|uv|(?:python|pypy|pythonw|py)[\d.]*t?)$/;

/** Every word may be a program; those of a script in one word, too. */
function callsIn(words: readonly string[]): readonly Call[] {
  const calls: Call[] = [];
  const scripts = words.slice(1, BEGINNING).filter((word) => /\s/.test(word) && word.length < 10_000);
  for (const line of [words, ...scripts.map((script) => script.split(/[\s;&|()'"`$]+/))]) {
    line.slice(0, BEGINNING).forEach((word, index) => {
      const name = programName(word);
      if (READS.test(name) || PROJECT_READERS.some(({ programs }) => programs.includes(name)))
        calls.push({ name, words: line.slice(index) });
    });
  }
  return calls;
}

function readersOf({ name, words }: Call): readonly ProjectReader[] {
  return PROJECT_READERS.filter(({ programs, subcommands, others = [], options }) => {
    if (!programs.includes(name)) return false;
    // An option with a value may stand before the subcommand, so that all words count.
    const first =
      subcommands && words.find((word, index) => index > 0 && [...subcommands, ...others].includes(word));
    return (
      (!subcommands || (first !== undefined && subcommands.includes(first))) &&
      (!options || words.some((word) => options.test(word.replace(/=.*/s, ''))))
    );
  });
}

function readerProblem(call: Call, above: readonly string[]): string | undefined {
  for (const { files, freedBy = [] } of readersOf(call)) {
    if (isFreed(call.words, freedBy)) continue;
    for (const folder of above) {
      const found = files.find((file) => existsSync(join(folder, file)));
      if (found !== undefined)
        return `${label(call.name)} does what ${label(found)} in ${label(folder)} says, and it was stored for another folder`;
    }
  }
  return undefined;
}

function isFreed(words: readonly string[], options: readonly string[]): boolean {
  const own = ownWords(words);
  return own.some((word, index) => {
    const name = options.find((option) => word === option || word.startsWith(`${option}=`));
    if (name === undefined) return false;
    return isAbsolute(word === name ? (own[index + 1] ?? '') : word.slice(name.length + 1));
  });
}

/** Behind the word, these run a file or a folder of the working directory that is called like the program: `uv run x`. */
const RUNS_NAMED: Readonly<Record<string, string>> = { pipx: 'run', uv: 'run' };

function namedFileProblem({ name, words }: Call, [folder]: readonly string[]): string | undefined {
  const subcommand = RUNS_NAMED[name];
  const at = words.indexOf(subcommand ?? '');
  const freed = isFreed(words, ['--directory']);
  if (subcommand === undefined || at === -1 || words[at - 1] === 'tool' || freed || folder === undefined)
    return undefined;
  const found = words
    .slice(at + 1)
    .find(
      (word) => word !== '' && !word.startsWith('-') && !isAbsolute(word) && existsSync(join(folder, word)),
    );
  return found && `${label(name)} would run ${label(found)} of the folder that it is started in`;
}

/** `~/.asdf/shims/npx` runs what the nearest `.tool-versions` names, which may be a path. */
function isShim(program: string): boolean {
  return /[/\\]shims[/\\][^/\\]+$/.test(program);
}

const TOOL_VERSIONS =
  /^(?:\.tool-versions|\.prototools|\.?mise(?:\.[\w-]+)?\.toml|\.(?:python|node|ruby|go|java)-version)$/;

function shimProblem(program: string, above: readonly string[]): string | undefined {
  if (!isShim(program)) return undefined;
  for (const folder of above) {
    const found = namesIn(folder).find(
      (name) => TOOL_VERSIONS.test(name) && /path:|[/\\]/.test(textOf(join(folder, name))),
    );
    if (found !== undefined) return `${label(found)} in ${label(folder)} names programs by their paths`;
  }
  return undefined;
}
