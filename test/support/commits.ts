import { chmodSync } from 'node:fs';
import { hasCommand, type RunOptions, type RunResult, runProgram, writeInto } from './cli.ts';

/** For the title of tests that need git: empty, or why they are skipped. */
export const noGit = hasCommand('git') ? '' : ' (SKIPPED: no git on PATH)';

/** Somebody who commits, without settings of their own. */
const SOMEBODY = {
  GIT_AUTHOR_NAME: 'n',
  GIT_AUTHOR_EMAIL: 'e@example.com',
  GIT_COMMITTER_NAME: 'n',
  GIT_COMMITTER_EMAIL: 'e@example.com',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Runs git, hooks included, as somebody would. */
export function runGit(
  cwd: string,
  args: readonly string[],
  { env, ...options }: RunOptions = {},
): Promise<RunResult> {
  return runProgram('git', args, { ...options, cwd, env: { ...SOMEBODY, ...env } });
}

/** The same, where it has to succeed; gives what it printed. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runGit(cwd, args);
  if (code !== 0) throw new Error(`git ${args[0]} fails: ${stderr}`);
  return stdout.trim();
}

/** Has git run a shell command before each commit. */
export function writeHook(gitFolder: string, command: string): void {
  chmodSync(writeInto(gitFolder, 'hooks/pre-commit', `#!/bin/sh\n${command}\n`), 0o755);
}
