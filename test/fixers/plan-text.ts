import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Machine } from '../../src/core/machine.ts';
import { accepts } from '../../src/fixers/accept.ts';
import type { FilePlan, FixPlan } from '../../src/fixers/fix-plan.ts';
import { type FixRequest, planFixes } from '../../src/fixers/plan.ts';
import { splice } from '../../src/fixers/splice.ts';
import { type ReadOptions, readConfigs } from '../../src/read-configs.ts';
import { RULES } from '../../src/rules/rules.ts';
import { removeAfterTests } from '../support/cli.ts';
import { fillExample } from '../support/examples.ts';
import { type FakeVault, fakeVault } from '../support/fake-vault.ts';

/** Programs that servers are started with in these tests, and our own. */
const PROGRAMS = ['npx', 'uvx', 'docker', 'sh', 'node', 'srv', 'sudo', 'mcp-lint'];

/** Where they are, while `planTexts` is used: gone after the tests of a file. */
export const BIN = join(realpathSync.native(tmpdir()), `mcp-lint-plan-bin-${process.pid}`);

function makePrograms(): void {
  if (existsSync(BIN)) return;
  removeAfterTests(BIN);
  for (const name of PROGRAMS) write(join(BIN, name), '#!/bin/sh\n', 0o755);
}

/** A plan for files that are written out in a test, and what it makes of them. */
export interface PlannedTexts {
  readonly plan: FixPlan;
  readonly vault: FakeVault;
  /** Of the files, with credentials in the place of tags. */
  readonly before: Readonly<Record<string, string>>;
  /** The same behind the fix; files without one are missing. */
  readonly after: Readonly<Record<string, string>>;
  /** Account, destination and kept text of every item. */
  readonly kept: readonly string[];
  readonly steps: readonly string[];
  readonly warnings: readonly string[];
  /** Why something is left. */
  readonly left: readonly string[];
  /** Folder that the files were in. */
  readonly folder: string;
}

export type PlanOptions = Partial<Omit<FixRequest, 'machine' | 'openVault'>> & {
  readonly vault?: FakeVault;
  readonly machine?: Partial<Machine>;
  readonly read?: Partial<ReadOptions>;
};

/**
 * Plans files in a folder that is the home of a user, with `{{sample:…}}` and `{{opaque:…}}` filled in. Every plan is
 * carried out on paper, and what it gives has to be accepted.
 */
export async function planTexts(
  files: Readonly<Record<string, string>>,
  { vault = fakeVault(), machine, read, ...options }: PlanOptions = {},
): Promise<PlannedTexts> {
  makePrograms();
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'mcp-lint-plan-')));
  try {
    const before = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, fillExample(text.replaceAll('{{folder}}', folder))]),
    );
    for (const [name, text] of Object.entries(before)) write(join(folder, name), text, 0o600);
    const results = await readConfigs(
      Object.keys(files),
      { cwd: folder, home: folder, keepBytes: true, ...read },
      RULES,
    );
    const plan = planFixes(results, {
      machine: {
        os: 'linux',
        home: folder,
        variables: { HOME: '/home/me', PATH: BIN },
        cwd: folder,
        ...machine,
      },
      openVault: () => vault,
      safety: 'safe',
      only: [],
      launcher: ['mcp-lint'],
      ...options,
    });
    return { plan, vault, before, folder, ...resultsOf(plan) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The only file of a plan. */
export async function planText(
  file: string,
  text: string,
  options?: PlanOptions,
): Promise<Omit<PlannedTexts, 'before' | 'after'> & { readonly before: string; readonly after: string }> {
  const planned = await planTexts({ [file]: text }, options);
  const before = planned.before[file]!;
  return { ...planned, before, after: planned.after[file] ?? before };
}

/** The file that a plan gives. */
export function textAfter(file: FilePlan): Buffer {
  return splice(file.bytes, file.document.document, file.edits);
}

function write(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

function resultsOf(plan: FixPlan): Pick<PlannedTexts, 'after' | 'kept' | 'steps' | 'warnings' | 'left'> {
  const after: Record<string, string> = {};
  for (const file of plan.files) {
    const bytes = textAfter(file);
    if (!accepts(file, bytes)) throw new Error(`what becomes of ${file.document.path} is not accepted`);
    after[file.document.path] = bytes.toString();
  }
  const moves = plan.files.flatMap((file) => file.moves);
  return {
    after,
    kept: moves.map(({ destination, item }) => `${destination.id} ${item.account} ${item.text.reveal()}`),
    steps: plan.files.flatMap((file) => file.steps),
    warnings: plan.files.flatMap((file) => file.warnings),
    left: plan.left.map(({ reason }) => reason),
  };
}
