import type { LocatedText } from '../core/located-text.ts';
import type { Path, Slot, Word } from '../core/model.ts';
import { append } from './append.ts';
import type { Carrier } from './carrier.ts';
import { decompose, decomposeHeader } from './decompose.ts';
import { type ProgramFacts, programName, readProgramFacts } from './program.ts';
import { splitShell } from './shell-words.ts';

const POSIX_SHELLS = ['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'fish'];
const POWERSHELLS = ['powershell', 'pwsh'];
const COMMAND_FLAG = /^(?:-[a-z]*c|-command|--command)$/i;
const CMD_FLAG = /^\/[ckrs]$/i;
const HEADER_FLAG = /^(?:--?headers?|-H|--add-header|--http-header)$/;
const ENV_FLAG = /^(?:-e|--env|--env-var|--build-arg|--set|--set-string|-D|--define)$/;
const USER_FLAG = /^(?:-u|--user|--proxy-user|--basic-auth|--auth)$/;
/** Addresses in stores of secrets: what stands in front of the colon is no user. */
const STORE =
  /^(?:arn|vault|key(?:chain|ring)|mcpm|env|(?:go)?pass|secret(?:ref)?|aws-?sm|ssm|sops|file|op):/i;
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_.-]{0,127})=(?=[^=])/;
const POWERSHELL_ASSIGNMENT = /^\$env:([A-Za-z_][A-Za-z0-9_]{0,127})=?/i;
const FLAG_WITH_VALUE = /^(--?[A-Za-z][A-Za-z0-9_.:-]{0,80}?)=([\s\S]*)$/;
const FLAG = /^--?[A-Za-z]/;
/** A word that can only be the next flag, not a value that happens to start with a dash. */
const PLAIN_FLAG = /^--?[A-Za-z][A-Za-z-]{0,40}$|^--?[A-Za-z][A-Za-z0-9_-]{0,60}=/;
/** Flags that only look as if a value followed. */
const VALUELESS = /^--(?:no-.*|.*-(?:stdin|prompt))$/;
const MAX_DEPTH = 4;
/** `powershell -NoProfile -ExecutionPolicy Bypass -Command …` */
const MAX_SHELL_FLAGS = 8;
/** Flags whose value is a command line (`supergateway --stdio 'npx …'`). */
const COMMAND_LINE_FLAG = /^--?(?:stdio|cmd|command|exec|run)$/;

/** The slots of a command line: flags, assignments, headers, scripts inside it, and positional arguments. */
export function slotsOfCommandLine(words: readonly Word[], depth = 0): Slot[] {
  const slots: Slot[] = [];
  const programs = readProgramFacts(words);
  for (let index = 0; index < words.length; ) {
    const step =
      readScript(words, index, depth) ??
      readFlag(words, index, programs) ??
      readPositional(words, index, programs);
    append(slots, step.slots);
    index += step.length;
  }
  return slots;
}

/** What some words at a position gave, and how many they were. */
interface Step {
  readonly slots: Slot[];
  readonly length: number;
}

/** `sh -c 'script'`, `cmd /c "script"`, `powershell -Command "script"`: the script is a command line of its own. */
function readScript(words: readonly Word[], index: number, depth: number): Step | undefined {
  if (depth >= MAX_DEPTH) return undefined;
  const program = programName(words[index]!.text);
  const next = words[index + 1]?.text.reveal() ?? '';
  if (program === 'cmd' && CMD_FLAG.test(next)) return readShellScript(words, index + 2, false, depth);
  const shell = POSIX_SHELLS.includes(program);
  if (!shell && !POWERSHELLS.includes(program)) return undefined;
  const near = words.slice(index + 1, index + 1 + MAX_SHELL_FLAGS);
  const flag = near.findIndex((word) => COMMAND_FLAG.test(word.text.reveal()));
  return flag === -1 ? undefined : readShellScript(words, index + flag + 2, shell, depth, flag + 2);
}

function readShellScript(
  words: readonly Word[],
  at: number,
  backslash: boolean,
  depth: number,
  skipped = 2,
): Step {
  const script = words[at];
  if (!script || !/\s|=/.test(script.text.reveal())) return { slots: [], length: skipped };
  return { slots: slotsOfScriptWord(script, backslash, depth), length: skipped + 1 };
}

function slotsOfScriptWord({ text, path }: Word, backslash: boolean, depth: number): Slot[] {
  return splitShell(text, { backslash }).flatMap((command) =>
    slotsOfCommandLine(
      command.map((word, index) => ({ text: word, path: [...path, `#${index}`] })),
      depth + 1,
    ),
  );
}

function readFlag(words: readonly Word[], index: number, programs: ProgramFacts): Step | undefined {
  const { text, path } = words[index]!;
  const source = text.reveal();
  if (!source.startsWith('-') || !FLAG.test(source)) return undefined;
  if (/^-\S+\s/.test(source) && !FLAG_WITH_VALUE.test(source))
    return { slots: slotsOfFlagAndValue(words[index]!), length: 1 };
  const joined = source.includes('=') && FLAG_WITH_VALUE.exec(source);
  if (joined && !/^-[eD][A-Z_]/.test(source)) {
    const value = { text: text.slice(source.length - joined[2]!.length), path };
    return { slots: slotsOfFlag(joined[1]!, value), length: 1 };
  }
  if (/^-[eD][A-Za-z_][A-Za-z0-9_.-]*=/.test(source))
    return { slots: slotsOfFlag('-e', { text: text.slice(2), path }), length: 1 };
  if (isGluedSecret(source, programs))
    return { slots: slotsOfFlag('--password', { text: text.slice(2), path }), length: 1 };

  const value = words[index + 1];
  const next = value?.text.reveal() ?? '';
  if (
    !value ||
    VALUELESS.test(source) ||
    (next.startsWith('-') && (PLAIN_FLAG.test(next) || isGluedSecret(next, programs)))
  )
    return { slots: [], length: 1 };
  if (COMMAND_LINE_FLAG.test(source) && /\s/.test(next))
    return { slots: slotsOfScriptWord(value, true, 0), length: 2 };
  // `wsl -e bash -lc '…'`: the word behind it starts a program.
  if (source === '-e' && !next.includes('=') && POSIX_SHELLS.includes(programName(value.text)))
    return { slots: [], length: 1 };
  // `--headers Authorization 'Bearer x'` and `--env NAME x` (mcp-proxy) take two arguments.
  const second = words[index + 2];
  if (second && HEADER_FLAG.test(source) && /^[A-Za-z][A-Za-z0-9_-]+$/.test(next)) {
    return { slots: decomposeHeader(second.text, carrierOf('header', next, second.path)), length: 3 };
  }
  if (second && ENV_FLAG.test(source) && programs.bridge && /^[A-Z][A-Z0-9_]+$/.test(next)) {
    return { slots: decompose(second.text, carrierOf('assignment', next, second.path)), length: 3 };
  }
  const flag = programs.secretFlags.some((known) => known.flag === source) ? '--password' : source;
  return { slots: slotsOfFlag(flag, value), length: 2 };
}

/** `-pVALUE` of MySQL. */
function isGluedSecret(source: string, programs: ProgramFacts): boolean {
  return programs.secretFlags.some(
    ({ flag, glued }) =>
      glued && source.length > 2 && source.startsWith(flag) && !source.startsWith(`${flag}ass`),
  );
}

/** `--header Authorization: Bearer x` or `--token x` in one argument. */
function slotsOfFlagAndValue({ text, path }: Word): Slot[] {
  const source = text.reveal();
  const flag = source.slice(0, source.search(/\s/));
  const value = text.slice(flag.length).trim();
  if (HEADER_FLAG.test(flag)) return slotsOfHeaderArgument(value, path);
  const words = splitShell(text, { backslash: true })[0] ?? [];
  return slotsOfCommandLine(words.map((word, at) => ({ text: word, path: [...path, `#${at}`] })));
}

function slotsOfFlag(flag: string, { text, path }: Word): Slot[] {
  const source = text.reveal();
  if (HEADER_FLAG.test(flag)) return slotsOfHeaderArgument(text, path);
  const assignment = readAssignment(source);
  if (assignment && (ENV_FLAG.test(flag) || !/^[a-z]+=/.test(source))) {
    return decompose(text.slice(assignment[0].length), carrierOf('assignment', assignment[1]!, path));
  }
  const user =
    USER_FLAG.test(flag) && !STORE.test(source)
      ? /^[A-Za-z][^:\s{"]{0,127}:(?=[^/\s])(?!\d+$)/.exec(source)
      : null;
  if (user) return decompose(text.slice(user[0].length), carrierOf('flag', 'password', path));
  return decompose(text, carrierOf('flag', flag.replace(/^-+/, ''), path));
}

/** The `KEY=` of `KEY=value`; a connection string (`Server=…;Password=…`) is no assignment. */
function readAssignment(source: string): RegExpExecArray | null {
  const isConnectionString =
    source.includes(';') && /;[^;=]+=/.test(source) && !/^[A-Z][A-Z0-9_]*=/.test(source);
  return isConnectionString || !source.includes('=') ? null : ASSIGNMENT.exec(source);
}

/** `Name: value`, `Name:value`, `Name=value`, or a JSON mapping of names to values. */
function slotsOfHeaderArgument(text: LocatedText, path: Path): Slot[] {
  const match = /^["']?([A-Za-z][A-Za-z0-9_-]{0,80})\s*[:=]\s*/.exec(text.reveal());
  if (!match) return decompose(text, carrierOf('header', 'headers', path));
  return decomposeHeader(text.slice(match[0].length), carrierOf('header', match[1]!, path));
}

/** `KEY=value`, `$env:KEY = 'value'`, a URL, a connection string, or anything else. */
function readPositional(words: readonly Word[], index: number, programs: ProgramFacts): Step {
  const { text, path } = words[index]!;
  const source = text.reveal();
  const variable = source.startsWith('$') && POWERSHELL_ASSIGNMENT.exec(source);
  if (variable) {
    const rest = source.slice(variable[0].length);
    const spaced = rest === '' && words[index + 1]?.text.reveal() === '=' ? words[index + 2] : undefined;
    const value = spaced?.text ?? text.slice(variable[0].length);
    const slots = decompose(value, carrierOf('assignment', variable[1]!, spaced?.path ?? path));
    return { slots, length: spaced ? 3 : 1 };
  }
  const assignment = readAssignment(source);
  // `ssh host 'KEY=value command'`: a script without a shell's name before it.
  if (
    assignment &&
    programs.remoteShell &&
    /^[A-Za-z_][A-Za-z0-9_]*=(?:\S+|'[^']*'|"[^"]*")\s+[A-Za-z./]/.test(source)
  ) {
    return readShellScript(words, index, true, 0, 0);
  }
  if (assignment) {
    const carrier = carrierOf('assignment', assignment[1]!, path);
    return { slots: decompose(text.slice(assignment[0].length), carrier), length: 1 };
  }
  return {
    slots: decompose(text, { ...carrierOf('argument', '', path), endpoint: programs.bridge }),
    length: 1,
  };
}

function carrierOf(kind: Carrier['kind'], name: string, path: Path): Carrier {
  return { kind, field: 'args', name, path, depth: 0 };
}
