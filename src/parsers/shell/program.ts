import type { ShellWord } from './command.ts';
import { countAssignments } from './variables.ts';

/** A command without what only wraps it. */
export interface Invocation {
  /** `NAME=value` in front. */
  readonly assignments: readonly ShellWord[];
  /** Name of the program or package: no folder, extension, scope of versions. */
  readonly program: string;
  /** What is behind the program. */
  readonly words: readonly ShellWord[];
  /** The whole line from the first program, runner included. */
  readonly line: readonly ShellWord[];
  /** A runner of packages is in front. */
  readonly runner: boolean;
}

const WRAPPERS = new Set(
  '$ % ❯ ! { time sudo exec command nohup then do else if while elif until eval call'.split(' '),
);
/** Runners of packages, by the words that make them one. */
const RUNNERS: readonly (readonly string[])[] = [
  ['npx'],
  ['bunx'],
  ['pnpx'],
  ['uvx'],
  ['npm', 'exec'],
  ['npm', 'x'],
  ['bun', 'x'],
  ['pnpm', 'dlx'],
  ['pnpm', 'exec'],
  ['yarn', 'dlx'],
  ['pipx', 'run'],
  ['uv', 'run'],
  ['uv', 'tool', 'run'],
  ['poetry', 'run'],
  ['deno', 'run'],
  ['python', '-m'],
  ['python3', '-m'],
];
/** Options of runners that take a word. */
const WITH_VALUE = new Set([
  '-p',
  '--package',
  '--from',
  '--with',
  '--with-editable',
  '--python',
  '--directory',
  '--project',
  '--env-file',
  '--index-url',
]);

/** What a command comes down to; nothing when it starts nothing. */
export function invocationOf(all: readonly ShellWord[]): Invocation | undefined {
  let at = 0;
  while (at < all.length && WRAPPERS.has(plainName(all[at]!))) at += 1;
  if (plainName(all[at]) === 'env') {
    at += 1;
    while (/^-/.test(all[at]?.text.reveal() ?? '')) at += 1;
  }
  const assigned = countAssignments(all.slice(at));
  const assignments = all.slice(at, at + assigned);
  const line = all.slice(at + assigned);
  if (line.length === 0) return undefined;
  const runner = RUNNERS.find((names) => names.every((name, index) => plainName(line[index]) === name));
  let program = runner ? runner.length : 0;
  if (runner) program = behindOptions(line, program);
  const word = line[program];
  if (!word) return undefined;
  return {
    assignments,
    program: nameOf(word),
    words: line.slice(program + 1),
    line,
    runner: runner !== undefined,
  };
}

function behindOptions(line: readonly ShellWord[], from: number): number {
  let at = from;
  while (at < line.length) {
    const word = line[at]!.text.reveal();
    if (word === '--') at += 1;
    else if (!word.startsWith('-')) break;
    else at += WITH_VALUE.has(word) ? 2 : 1;
  }
  return at;
}

function plainName(word: ShellWord | undefined): string {
  return word === undefined || word.text.length > 64 ? '' : nameOf(word);
}

/** `/usr/bin/claude`, `claude.exe`, `@anthropic-ai/claude-code@latest`: a package keeps its scope. */
function nameOf({ text }: ShellWord): string {
  const source = text.reveal();
  if (source.length > 200) return '';
  const name = /^@[\w.-]+\/[\w.-]+/.exec(source)?.[0] ?? source.split(/[/\\]/).at(-1)!;
  return name
    .replace(/\.(?:exe|cmd|bat|ps1)$/i, '')
    .replace(/(?<=.)(?:@|[=<>~]=)[\w.*-]*$/, '')
    .toLowerCase();
}
