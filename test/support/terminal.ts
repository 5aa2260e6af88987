import {
  builtCli,
  hasCommand,
  NODE,
  type RunOptions,
  type RunResult,
  runProgram,
  temporaryFolder,
  writeInto,
} from './cli.ts';

/** For the title of tests that need a terminal: empty, or why they are skipped. */
export const noTerminal = hasCommand('expect') ? '' : ' (SKIPPED: no expect on PATH)';

/** A question, as a piece of its text, what a person types then, and a shell command that another program runs before. */
export type Answer = readonly [question: string, answer: string, meanwhile?: string];

/**
 * Runs the built command on a terminal of its own, with a person at it; `through`: words in front of the command line.
 * What both have written is on the screen.
 */
export async function runOnTerminal(
  args: readonly string[],
  answers: readonly Answer[],
  options: Omit<RunOptions, 'input' | 'node'> & { readonly through?: readonly string[] } = {},
): Promise<RunResult & { readonly screen: string }> {
  const words = [...(options.through ?? []), NODE, builtCli(), ...args].map(brace).join(' ');
  const script = [
    'set timeout 15',
    `spawn -noecho ${words}`,
    ...answers.flatMap(([question, answer, meanwhile]) => [
      `expect {\n-ex ${brace(question)} {}\neof { exit 97 }\ntimeout { exit 98 }\n}`,
      ...(meanwhile === undefined ? [] : [`exec /bin/sh -c ${brace(meanwhile)}`]),
      `send -- ${brace(answer)}`,
      'send -- "\\r"',
    ]),
    'expect {\neof {}\ntimeout { exit 98 }\n}',
    'catch wait result',
    'exit [lindex $result 3]',
  ].join('\n');
  const file = writeInto(temporaryFolder(), 'person.exp', `${script}\n`);
  const run = await runProgram('expect', ['-f', file], {
    ...options,
    env: { TERM: 'xterm', NO_COLOR: '1', ...options.env },
  });
  return { ...run, screen: run.stdout.replaceAll('\r\n', '\n') };
}

/** A word of Tcl in which nothing stands for anything else. */
function brace(word: string): string {
  return `{${word}}`;
}
