import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Dialect, dialectOf } from '../../src/core/dialect.ts';
import { accepts } from '../../src/fixers/accept.ts';
import { applyPlan } from '../../src/fixers/apply.ts';
import type { FixPlan } from '../../src/fixers/fix-plan.ts';
import { planFixes } from '../../src/fixers/plan.ts';
import { undoLast } from '../../src/fixers/undo.ts';
import { readConfigs } from '../../src/read-configs.ts';
import type { Vault, VaultId } from '../../src/vaults/vault.ts';
import { generate, type Sample } from '../eval/generate.ts';
import { fakeVault } from '../support/fake-vault.ts';
import { machineAt } from '../support/transaction-plan.ts';

/** In memory where there is such a folder: a transaction waits for its disk again and again. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** `.ci/run` has a thousand made. */
const COUNT = Number(process.env['MCP_LINT_CONFIGS'] ?? 100);

test(`${COUNT} random configs are fixed, have nothing left to fix, and are put back to the byte`, {
  timeout: 600_000,
}, async () => {
  const problems: string[] = [];
  const made = new Map<Dialect, number>();
  const fixed = new Map<Dialect, number>();
  const count = (counts: Map<Dialect, number>, dialect: Dialect) =>
    counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
  for (const [index, sample] of generate(20_261_123, COUNT).entries()) {
    const found = await roundTrip(sample, index % 3 === 0);
    count(made, dialectOf(sample.path));
    if (found !== undefined) count(fixed, dialectOf(sample.path));
    for (const problem of found ?? []) problems.push(`${sample.path}: ${problem}`);
  }
  expect(problems).toEqual([]);
  // The others have no credential that can be moved.
  for (const dialect of ['json', 'toml', 'yaml', 'script'] as const)
    expect(fixed.get(dialect) ?? 0, dialect).toBeGreaterThan(made.get(dialect)! / 2);
  for (const dialect of ['markdown', 'shell'] as const) expect(fixed.get(dialect)).toBeUndefined();
});

/** What is put behind a fixed file, where a line end is not enough for a change. */
const ADDED: Readonly<Partial<Record<Dialect, string>>> = {
  toml: '\n# more\n',
  yaml: '\n# more\n',
  script: '\n// more\n',
};

/** What went wrong with a config; nothing when there was nothing to fix. */
async function roundTrip(sample: Sample, isChanged: boolean): Promise<string[] | undefined> {
  const home = mkdtempSync(join(FOLDER, 'mcp-lint-random-'));
  try {
    const path = join(home, sample.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (sample.bom ? '\ufeff' : '') + sample.text);
    const original = readFileSync(path);
    const vaults = new Map<VaultId, ReturnType<typeof fakeVault>>();
    const openVault = (id: VaultId): Vault => {
      const vault = vaults.get(id) ?? fakeVault(id);
      vaults.set(id, vault);
      return vault;
    };
    const machine = machineAt(home);
    const options = { machine, openVault, accepts };
    const plan = await planOf(path, { machine, openVault });
    if (plan.files.length === 0) return undefined;
    const problems = applyPlan(plan, options).flatMap(({ failure }) => failure ?? []);
    const moved = plan.files.flatMap(({ moves }) => moves.map(({ item }) => item.text.reveal()));
    const journal = readJournals(home);
    if (moved.some((secret) => secret.length >= 8 && journal.includes(secret)))
      problems.push('in the journal');
    const again = await planOf(path, { machine, openVault });
    if (again.files.length > 0) problems.push('something is left to fix');
    // Undoing finds every entry again where something else was added.
    const added = Buffer.from(isChanged ? (ADDED[dialectOf(path)] ?? '\n') : '');
    writeFileSync(path, Buffer.concat([readFileSync(path), added]));
    if (problems.length === 0) {
      for (const { failure } of undoLast(options) ?? []) if (failure) problems.push(failure);
      if ([...vaults.values()].some(({ kept }) => kept.size > 0))
        problems.push('something is left in a vault');
      if (readJournals(home) !== '') problems.push('a journal is left');
    }
    if (!readFileSync(path).equals(Buffer.concat([original, added]))) problems.push('other bytes');
    return problems;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

type Surroundings = Pick<Parameters<typeof planFixes>[1], 'machine' | 'openVault'>;

async function planOf(path: string, { machine, openVault }: Surroundings): Promise<FixPlan> {
  const { home } = machine;
  const results = await readConfigs([path], { cwd: home, home, keepBytes: true }, []);
  const programs = results.flatMap(
    ({ linted }) => linted?.servers.map(({ server }) => server.words[0]?.text.reveal() ?? '') ?? [],
  );
  for (const name of ['mcp-lint', ...programs]) install(name, join(home, 'bin'));
  const request = { openVault, safety: 'all', only: [], launcher: ['mcp-lint'] } as const;
  return planFixes(results, { ...request, machine: { ...machine, variables: { PATH: join(home, 'bin') } } });
}

/** A program by its name, so that what starts it can be bound to it. */
function install(name: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (/^[\w.-]+$/.test(name)) writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 });
}

function readJournals(home: string): string {
  const folder = join(home, '.local/state/mcp-lint/journals');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}
