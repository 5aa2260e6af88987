import { spawnSync } from 'node:child_process';
import { Secret } from '../core/secret.ts';

export interface ProgramRun {
  /** Absolute path. */
  readonly program: string;
  /** Everybody on the machine can read them: never a secret. */
  readonly args: readonly string[];
  /** All that the program gets to see. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Its standard input; empty without. */
  readonly input?: Secret;
  /** An open file that is its standard input, in the place of `input`. */
  readonly inputFrom?: number;
  /** Nobody is to see its standard output, and it may be more than we would take. */
  readonly dropOutput?: true;
  /** Until it is killed; 60 without, since it may be waiting for its user to unlock something. */
  readonly seconds?: number;
}

export interface ProgramEnd {
  /** Exit code, or why there is none: `cut off` when it said too much, was late, or was killed. */
  readonly code: number | 'not started' | 'cut off';
  readonly output: Secret;
  /** What it says of errors: to be matched, never passed on, since it may quote what it was given. */
  readonly errors: Secret;
}

const MOST_BYTES = 1 << 20;

/** Runs another program and waits for its end, without a shell. Never throws. */
export function runProgram(run: ProgramRun): ProgramEnd {
  const { status, stdout, stderr, error } = spawnSync(run.program, run.args, {
    env: { ...run.environment },
    input: run.input?.reveal() ?? '',
    stdio: [run.inputFrom ?? 'pipe', run.dropOutput ? 'ignore' : 'pipe', 'pipe'],
    timeout: (run.seconds ?? 60) * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  });
  return { code: status ?? whyNone(error), output: textOf(stdout), errors: textOf(stderr) };
}

function whyNone(error: NodeJS.ErrnoException | undefined): 'not started' | 'cut off' {
  const ran = error === undefined || error.code === 'ETIMEDOUT' || error.code === 'ENOBUFS';
  return ran || error.code === 'EPIPE' ? 'cut off' : 'not started';
}

function textOf(bytes: Buffer | null): Secret {
  return new Secret(bytes?.toString('utf8') ?? '');
}
