import type { Assignment } from '../core/launch.ts';
import type { Word } from '../core/model.ts';
import { programName } from '../slots/program.ts';
import { splitShell } from '../slots/shell-words.ts';
import { readAssignments } from './assignment.ts';

/** The command of a script that starts the server, and the variables that the script sets on the way to it. */
export interface ScriptReading {
  readonly words: readonly Word[];
  readonly assignments: readonly Assignment[];
}

const SEPARATOR = /^(?:&&|\|\|?|[;&])$/;
const EXPORTS = ['export', 'set', 'setx', 'declare', 'typeset', 'readonly', 'local'];
/** Commands that start no server: builtins, ends of blocks, and filters at the end of a pipe. */
const PASSING = new Set(
  (
    'cd chdir pushd popd source . export set setx unset declare typeset readonly local alias echo @echo printf true false : sleep mkdir rm cp mv ' +
    'touch ls test [ [[ wait kill trap ulimit umask exit return fi done esac for case read chcp clear cls title tee cat grep egrep sed awk jq head ' +
    'tail tr sort logger wc pwd which shift break continue rem'
  ).split(' '),
);

/** The commands of one text that a shell reads. */
export function commandsOfScript({ text, path }: Word, backslash: boolean): Word[][] {
  return splitShell(text, { backslash }).map((command) =>
    command.map((word, index) => ({ text: word, path: [...path, `#${index}`] })),
  );
}

/**
 * The commands of arguments that a shell joins and reads again (`cmd /c`, `ssh host`). The first may be a whole script;
 * a path with spaces stays one word.
 */
export function commandsOfWords(words: readonly Word[], backslash: boolean): Word[][] {
  const [first, ...rest] = words;
  if (!first) return [];
  const source = first.text.reveal();
  if (/[\s;&|]/.test(source) && !/^"?[A-Za-z]:\\[^&|;"]*\.(?:exe|cmd|bat|com|ps1)"?$/i.test(source)) {
    const commands = commandsOfScript(first, backslash);
    const last = commands.at(-1);
    if (last) last.push(...rest);
    return commands;
  }
  const commands: Word[][] = [[]];
  for (const word of words) {
    if (SEPARATOR.test(word.text.length > 2 ? '' : word.text.reveal())) commands.push([]);
    else commands.at(-1)!.push(word);
  }
  return commands.filter((command) => command.length > 0);
}

/** The last command that starts something: `cd x && source .env; npx y | tee log` starts `npx y`. */
export function readScript(commands: readonly Word[][]): ScriptReading | undefined {
  const assignments: Assignment[] = [];
  let found: readonly Word[] | undefined;
  for (const command of commands) {
    const own = readAssignments(command);
    const words = withoutRedirections(command.slice(own.length));
    if (words.length === 0) assignments.push(...own);
    else if (EXPORTS.includes(programName(words[0]!.text))) assignments.push(...readAssignments(words, 1));
    else if (startsSomething(words[0]!)) found = command.slice(0, own.length).concat(words);
  }
  const words = found ?? commands.at(-1);
  return words && { words, assignments };
}

function startsSomething({ text }: Word): boolean {
  const name = text.length > 64 ? '' : programName(text);
  return !PASSING.has(name) && !/^\d+$/.test(name) && !/^\$env:/i.test(name);
}

/** `2>/dev/null`, `> log`, `<input`. */
function withoutRedirections(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const match = /^\d?(?:>>?|<)(?!\()/.exec(words[index]!.text.reveal());
    if (!match) kept.push(words[index]!);
    else if (match[0].length === words[index]!.text.length) index += 1;
  }
  return kept;
}
