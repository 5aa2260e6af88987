import { readSync, writeSync } from 'node:fs';
import { isTerminal } from './terminal.ts';

/** What a command that changes things says and asks. */
export interface Dialog {
  /** A person can be asked: standard input and standard output are terminals. */
  readonly isPerson: boolean;
  /** Results, on standard output. */
  say(text: string): void;
  /** What went wrong, on standard error: one line, without the name of the program and the line feed. */
  warn(text: string): void;
  /** Asks for one line; '' when there is no more input. Only where there is a person. */
  ask(question: string): string;
}

/** More than any answer. */
const LONGEST_ANSWER = 1024;
const PAUSE = 20;

export function openDialog(): Dialog {
  const isPerson = isTerminal(0) && isTerminal(1);
  return {
    isPerson,
    say: (text) => writeNow(1, isPerson ? text : withoutCommands(text)),
    warn: (text) => writeNow(2, `mcp-lint: ${text}\n`),
    ask(question) {
      if (!isPerson) return '';
      writeNow(1, question);
      return readLine();
    },
  };
}

/** A log that is not looked at by a person may take lines for commands: `::error::` of GitHub, `##[error]` of Azure. */
function withoutCommands(text: string): string {
  return text.replace(/^([ \t]*)(?=::|##\[)/gm, '$1\u00b7');
}

/** What lets a change happen. */
export function isYes(answer: string): boolean {
  return /^y(?:es)?$/i.test(answer);
}

/** What is said before a question or a change has to be out by then: a full pipe is waited for. */
function writeNow(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      // A reader that is gone does not stop what its user asked for.
      if (!isBusy(error)) return;
    }
  }
}

function readLine(): string {
  const buffer = Buffer.alloc(1);
  const bytes: number[] = [];
  while (bytes.length < LONGEST_ANSWER) {
    try {
      if (readSync(0, buffer, 0, 1, null) === 0) break;
    } catch (error) {
      if (isBusy(error)) continue;
      break;
    }
    if (buffer[0] === 0x0a) break;
    bytes.push(buffer[0]!);
  }
  return Buffer.from(bytes).toString('utf8').trim();
}

/** Somebody made the terminal or the pipe one that never waits: waits for it here. */
function isBusy(error: unknown): boolean {
  if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return false;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  return true;
}
