import { appendFileSync } from 'node:fs';
import { writeAll } from '../cli/write.ts';
import { label } from '../core/label.ts';
import { isUsageError } from '../core/usage-error.ts';
import { readConfigFile } from '../discover/read-file.ts';
import { annotate } from '../reporters/github.ts';
import { runAction } from './run-action.ts';

const COULD_NOT = 2;

/** The only file of the action that touches the process: what the runner gives it, the log, and the exit code. */
async function main(): Promise<void> {
  const { env } = process;
  process.exitCode = await runAction({
    variables: env,
    cwd: process.cwd(),
    payload: readText(env['GITHUB_EVENT_PATH']),
    log: (text) => writeAll(1, text),
    addOutputs: (text) => append(env['GITHUB_OUTPUT'], text),
    addSummary: (text) => append(env['GITHUB_STEP_SUMMARY'], text),
  });
}

function readText(path: string | undefined): string {
  const content = path ? readConfigFile(path) : undefined;
  return content && 'bytes' in content ? content.bytes.toString('utf8') : '';
}

/** Old servers of GitHub have no such files. */
function append(path: string | undefined, text: string): void {
  if (path) appendFileSync(path, text);
}

/** Messages of unexpected errors may quote a config: only the kind of error is told. */
function fail(error: unknown): void {
  process.exitCode = COULD_NOT;
  const name = error instanceof Error ? error.constructor.name : 'unknown error';
  const message = isUsageError(error)
    ? error.message
    : `Internal error (${label(name)}), nothing can be said about the files. Please report it.`;
  writeAll(1, annotate('error', message));
}

process.on('uncaughtException', fail);
main().catch(fail);
