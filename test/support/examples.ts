import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '../../src/core/report.ts';
import type { Levels } from '../../src/core/settings.ts';
import type { Example } from '../../src/rules/rule.ts';
import { lint } from '../../src/run.ts';
import { prng, sample } from './samples.ts';

/** An example with its tags replaced by credentials made from a fixed seed; equal opaque names give equal credentials. */
export function fillExample(text: string): string {
  const random = prng(20_261_123);
  const opaque = (seed: () => number) =>
    Array.from({ length: 32 }, () => '0123456789abcdef'[Math.floor(seed() * 16)]).join('');
  return text
    .replace(/\{\{sample:([a-z0-9-]+)\}\}/g, (_, format: string) => sample(format, random))
    .replace(/\{\{opaque(?::([a-z]))?\}\}/g, (_, name: string | undefined) =>
      opaque(name === undefined ? random : prng(name.charCodeAt(0))),
    );
}

/** Lints an example where it would lie: its files in a new folder that is the home of a user. */
export async function lintExample(example: Example, levels: Levels = {}): Promise<Report> {
  const { file, text, beside = [], git, mode = 0o600 } = example;
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'mcp-lint-example-')));
  try {
    for (const one of [{ file, text }, ...beside]) {
      const path = join(folder, one.file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, fillExample(one.text), { mode: 0o600 });
    }
    chmodSync(join(folder, file), mode);
    // A file that others may read lies where they may go.
    if ((mode & 0o044) !== 0) chmodSync(folder, 0o755);
    if (git !== undefined) {
      runGit(folder, 'init', '--quiet');
      if (git === 'tracked') runGit(folder, 'add', '--all');
    }
    return await lint([file, ...beside.map((one) => one.file)], { cwd: folder, home: folder, levels });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function runGit(folder: string, ...args: readonly string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', args, { cwd: folder, env, stdio: 'pipe' });
}
