import { constants } from 'node:os';
import { isatty } from 'node:tty';
import { label } from '../core/label.ts';
import type { Environment } from './environment.ts';
import { surelyExecutable } from './executable-format.ts';
import { EXIT, Refusal } from './refusal.ts';

/** A program about to be started. */
export interface Program {
  /** Absolute. */
  readonly path: string;
  /** Name that it is called by, and its arguments. */
  readonly words: readonly string[];
  readonly environment: Environment;
}

/**
 * Has this process go on as another program, or stand in for it until its end. `beforeGone` is called when all is done that
 * has to be done before.
 */
export async function become(program: Program, beforeGone: () => void): Promise<void> {
  if (canReplace(program)) replaceProcess(program, beforeGone);
  await standIn(program, beforeGone);
}

/** In Node.js from 22.15 and 23.11 on, not on Windows (https://nodejs.org/api/process.html#processexecvefile-args-env). */
const { execve } = process as {
  execve?: (file: string, args: readonly string[], environment: Environment) => never;
};

/** More is refused by some systems (`E2BIG`), which spawning reports as an error. */
const MOST_BYTES = 128 * 1024;

function canReplace({ path, words, environment }: Program): boolean {
  if (process.platform === 'win32' || execve === undefined) return false;
  const bytes = [...words, ...Object.entries(environment).flat()].reduce(
    (sum, text) => sum + Buffer.byteLength(text ?? '') + 1,
    0,
  );
  return bytes < MOST_BYTES && surelyExecutable(path, process.execPath);
}

/** Comes back only when it is not possible. */
function replaceProcess({ path, words, environment }: Program, beforeGone: () => void): void {
  beforeGone();
  // Node.js ignores these for itself, and what is ignored would stay so in the new program; what is handled would not.
  const handled = ['SIGPIPE', 'SIGXFSZ'] as const;
  const ignore = () => {};
  for (const signal of handled) process.on(signal, ignore);
  try {
    execve?.call(process, path, words, { ...environment });
  } catch {
    for (const signal of handled) process.off(signal, ignore);
  }
}

const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;
/** A terminal sends these to all of its programs itself. */
const BY_TERMINAL: readonly string[] = ['SIGINT', 'SIGQUIT'];

/** Starts the program as a child with our own streams, and ends as it ends. */
async function standIn({ path, words, environment }: Program, beforeGone: () => void): Promise<void> {
  const { spawn } =
    process.platform === 'win32' ? await import('./spawn-windows.ts') : await import('node:child_process');
  const [argv0 = path, ...args] = words;
  let child: ReturnType<typeof spawn>;
  try {
    child = spawn(path, args, {
      stdio: 'inherit',
      env: { ...environment },
      windowsHide: true,
      ...(process.platform !== 'win32' && { argv0 }),
    });
  } catch (error) {
    throw refusalOf(argv0, error as NodeJS.ErrnoException);
  }
  const forwarded = FORWARDED.map((signal) => {
    const forward = () => {
      if (!(BY_TERMINAL.includes(signal) && onTerminal())) child.kill(signal);
    };
    process.on(signal, forward);
    return { signal, forward };
  });
  beforeGone();
  await new Promise<void>((done, failed) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      // A signal that could not be sent is an error of the child, too.
      if (child.pid === undefined) failed(refusalOf(argv0, error));
    });
    child.on('exit', (code, signal) => {
      for (const { signal: name, forward } of forwarded) process.off(name, forward);
      if (signal === null) process.exitCode = code ?? 1;
      else dieBy(signal);
      done();
    });
  });
}

/** Asked only when it matters: what tells takes milliseconds to load. */
function onTerminal(): boolean {
  return [0, 1, 2].some((descriptor) => isatty(descriptor));
}

/** As the server did, so that the host sees the same. */
function dieBy(signal: NodeJS.Signals): void {
  process.exitCode = 128 + constants.signals[signal];
  process.kill(process.pid, signal);
  // It arrives a moment later, or never where it is one that ends no process.
  setTimeout(() => {}, 100);
}

/** Messages of Node.js may quote the environment. */
function refusalOf(command: string, { code }: NodeJS.ErrnoException): Refusal {
  if (code === 'ENOENT')
    return new Refusal(
      EXIT.notFound,
      `${label(command)}: it, or the interpreter that it names, is not there.`,
    );
  const why =
    code === 'E2BIG' ? 'its arguments and environment are too long' : 'this file cannot be executed';
  return new Refusal(EXIT.notExecutable, `${label(command)}: ${why}.`);
}
