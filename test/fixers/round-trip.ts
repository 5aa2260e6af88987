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
import { accepts } from '../../src/fixers/accept.ts';
import { applyPlan } from '../../src/fixers/apply.ts';
import type { FixPlan } from '../../src/fixers/fix-plan.ts';
import { planFixes } from '../../src/fixers/plan.ts';
import { undoLast } from '../../src/fixers/undo.ts';
import { readConfigs } from '../../src/read-configs.ts';
import type { Vault, VaultId } from '../../src/vaults/vault.ts';
import { fakeVault } from '../support/fake-vault.ts';
import { machineAt } from '../support/transaction-plan.ts';

/** In memory where there is such a folder: a transaction waits for its disk again and again. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface RoundTrip {
  readonly plan: FixPlan;
  /** What went wrong. */
  readonly problems: readonly string[];
}

/**
 * Fixes a file in a home of its own with everything that can be fixed, looks that nothing is left to fix, puts `added`
 * behind it as somebody else would, and undoes the fix.
 */
export async function roundTrip(name: string, text: string, added = ''): Promise<RoundTrip> {
  const home = mkdtempSync(join(FOLDER, 'mcp-lint-round-trip-'));
  try {
    const path = join(home, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
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
    if (plan.files.length === 0) return { plan, problems: [] };
    const problems = applyPlan(plan, options).flatMap(({ failure }) => failure ?? []);
    const moved = plan.files.flatMap(({ moves }) => moves.map(({ item }) => item.text.reveal()));
    const journal = readJournals(home);
    if (moved.some((secret) => secret.length >= 8 && journal.includes(secret)))
      problems.push('in the journal');
    const again = await planOf(path, { machine, openVault });
    if (again.files.length > 0) problems.push('something is left to fix');
    const behind = Buffer.from(added);
    writeFileSync(path, Buffer.concat([readFileSync(path), behind]));
    if (problems.length === 0) {
      for (const { failure } of undoLast(options) ?? []) if (failure) problems.push(failure);
      if ([...vaults.values()].some(({ kept }) => kept.size > 0))
        problems.push('something is left in a vault');
      if (readJournals(home) !== '') problems.push('a journal is left');
    }
    if (!readFileSync(path).equals(Buffer.concat([original, behind]))) problems.push('other bytes');
    return { plan, problems };
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
