import type { LocatedText } from '../core/located-text.ts';
import type { Path, Slot } from '../core/model.ts';
import type { Carrier } from './carrier.ts';
import { decompose, decomposeHeader } from './decompose.ts';
import { splitShell } from './shell-words.ts';

/** One word of a command line and the way to it. */
export interface Word {
  readonly text: LocatedText;
  readonly path: Path;
}

const POSIX_SHELLS = ['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'fish'];
const POWERSHELLS = ['powershell', 'pwsh'];
const COMMAND_FLAG = /^(?:-[a-z]*c|-command|--command)$/i;
const CMD_FLAG = /^\/[ckrs]$/i;
const HEADER_FLAG = /^(?:--?headers?|-H|--add-header|--http-header)$/;
const ENV_FLAG = /^(?:-e|--env|--env-var|--build-arg|--set|--set-string|-D|--define)$/;
const USER_FLAG = /^(?:-u|--user|--proxy-user|--basic-auth|--auth)$/;
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_.-]{0,127})=(?=[^=])/;
const POWERSHELL_ASSIGNMENT = /^\$env:([A-Za-z_][A-Za-z0-9_]{0,127})=?/i;
const FLAG_WITH_VALUE = /^(--?[A-Za-z][A-Za-z0-9_.:-]{0,80}?)=([\s\S]*)$/;
const FLAG = /^--?[A-Za-z]/;
/** A word that can only be the next flag, not a value that happens to start with a dash. */
const PLAIN_FLAG = /^--?[A-Za-z][A-Za-z-]{0,40}$|^--?[A-Za-z][A-Za-z0-9_-]{0,60}=/;
/** Flags that only look as if a value followed. */
const VALUELESS = /^--(?:no-.*|.*-(?:stdin|prompt))$/;
const MAX_DEPTH = 4;

/** The slots of a command line: flags, assignments, headers, scripts inside it, and positional arguments. */
export function slotsOfCommandLine(words: readonly Word[], depth = 0): Slot[] {
  const slots: Slot[] = [];
  for (let index = 0; index < words.length; ) {
    const step = readScript(words, index, depth) ?? readFlag(words, index) ?? readPositional(words, index);
    slots.push(...step.slots);
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
  const flag = words.findIndex((word, at) => at > index && COMMAND_FLAG.test(word.text.reveal()));
  return flag === -1 ? undefined : readShellScript(words, flag + 1, shell, depth, flag + 1 - index);
}

function readShellScript(words: readonly Word[], at: number, backslash: boolean, depth: number, skipped = 2): Step {
  const script = words[at];
  if (!script || !/\s|=/.test(script.text.reveal())) return { slots: [], length: skipped };
  const slots = splitShell(script.text, { backslash }).flatMap((command) =>
    slotsOfCommandLine(
      command.map((text, word) => ({ text, path: [...script.path, `#${word}`] })),
      depth + 1,
    ),
  );
  return { slots, length: skipped + 1 };
}

/** Name of the program that a word starts: no folder, no extension. */
export function programName(word: LocatedText): string {
  const name = word.reveal().replaceAll('\\', '/').split('/').at(-1)!;
  return (name.includes('.') ? name.replace(/\.(?:exe|cmd|bat|ps1)$/i, '') : name).toLowerCase();
}

function readFlag(words: readonly Word[], index: number): Step | undefined {
  const { text, path } = words[index]!;
  const source = text.reveal();
  if (!source.startsWith('-') || !FLAG.test(source)) return undefined;
  if (/^-\S+\s/.test(source) && !FLAG_WITH_VALUE.test(source)) {
    const inner = splitShell(text, { backslash: true })[0] ?? [];
    return { slots: slotsOfCommandLine(inner.map((word, at) => ({ text: word, path: [...path, `#${at}`] }))), length: 1 };
  }
  const joined = source.includes('=') && FLAG_WITH_VALUE.exec(source);
  if (joined && !/^-e[A-Z_]/.test(source)) {
    const value = { text: text.slice(source.length - joined[2]!.length), path };
    return { slots: slotsOfFlag(joined[1]!, value), length: 1 };
  }
  const glued = /^(?:-[eD])(?=[A-Za-z_][A-Za-z0-9_.-]*=)|^-p(?=\S)/.exec(source);
  if (glued) {
    const value = { text: text.slice(2), path };
    if (glued[0] !== '-p') return { slots: slotsOfFlag('-e', value), length: 1 };
    return { slots: isMysqlLike(words) ? slotsOfFlag('--password', value) : [], length: 1 };
  }
  const value = words[index + 1];
  if (VALUELESS.test(source)) return { slots: [], length: 1 };
  if (!value || (value.text.reveal().startsWith('-') && PLAIN_FLAG.test(value.text.reveal()))) return { slots: [], length: 1 };
  // `--headers Authorization 'Bearer x'` (mcp-proxy) takes two arguments.
  const second = words[index + 2];
  if (HEADER_FLAG.test(source) && second && /^[A-Za-z][A-Za-z0-9_-]+$/.test(value.text.reveal())) {
    const carrier = carrierOf('header', value.text.reveal(), second.path);
    return { slots: decomposeHeader(second.text, carrier), length: 3 };
  }
  return { slots: slotsOfFlag(source, value), length: 2 };
}

function isMysqlLike(words: readonly Word[]): boolean {
  return words.some((word) => /^(?:mysql|mariadb|mysqldump|mongo|mongosh)$/.test(programName(word.text)));
}

function slotsOfFlag(flag: string, { text, path }: Word): Slot[] {
  const source = text.reveal();
  if (HEADER_FLAG.test(flag)) return slotsOfHeaderArgument(text, path);
  const assignment = readAssignment(source);
  if (assignment && (ENV_FLAG.test(flag) || !/^[a-z]+=/.test(source))) {
    return decompose(text.slice(assignment[0].length), carrierOf('assignment', assignment[1]!, path));
  }
  const user = USER_FLAG.test(flag) && !source.startsWith('arn:') ? /^[A-Za-z][^:\s{"]{0,127}:(?=[^/\s])(?!\d+$)/.exec(source) : null;
  if (user) return decompose(text.slice(user[0].length), carrierOf('flag', 'password', path));
  return decompose(text, carrierOf('flag', flag.replace(/^-+/, ''), path));
}

/** The `KEY=` of `KEY=value`; a connection string (`Server=…;Password=…`) is no assignment. */
function readAssignment(source: string): RegExpExecArray | null {
  const isConnectionString = source.includes(';') && /;[^;=]+=/.test(source) && !/^[A-Z][A-Z0-9_]*=/.test(source);
  return isConnectionString || !source.includes('=') ? null : ASSIGNMENT.exec(source);
}

/** `Name: value`, `Name:value`, `Name=value`, or a JSON mapping of names to values. */
function slotsOfHeaderArgument(text: LocatedText, path: Path): Slot[] {
  const match = /^["']?([A-Za-z][A-Za-z0-9_-]{0,80})\s*[:=]\s*/.exec(text.reveal());
  if (!match) return decompose(text, carrierOf('header', 'headers', path));
  return decomposeHeader(text.slice(match[0].length), carrierOf('header', match[1]!, path));
}

/** `KEY=value`, `$env:KEY = 'value'`, a URL, a connection string, or anything else. */
function readPositional(words: readonly Word[], index: number): Step {
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
  if (assignment && words.some((word) => programName(word.text) === 'ssh') && /^[A-Za-z_][A-Za-z0-9_]*=(?:\S+|'[^']*'|"[^"]*")\s+[A-Za-z./]/.test(source)) {
    return readShellScript(words, index, true, 0, 0);
  }
  if (assignment) {
    const carrier = carrierOf('assignment', assignment[1]!, path);
    return { slots: decompose(text.slice(assignment[0].length), carrier), length: 1 };
  }
  return { slots: decompose(text, { ...carrierOf('argument', '', path), endpoint: isBridge(words) }), length: 1 };
}

/** Programs that forward stdio to the URL among their arguments. */
function isBridge(words: readonly Word[]): boolean {
  const mayBe = (text: string) => text.includes('mcp-') || text === 'supergateway' || text.startsWith('supergateway@');
  return words.some((word) => mayBe(word.text.reveal()) && /^(?:mcp-remote|supergateway|mcp-proxy|@[\w-]+\/mcp-remote)(?:@[\w.-]+)?$/.test(word.text.reveal()));
}

function carrierOf(kind: Carrier['kind'], name: string, path: Path): Carrier {
  return { kind, field: 'args', name, path, depth: 0 };
}
