import { existsSync, writeFileSync } from 'node:fs';
import { accepts } from '../../src/fixers/accept.ts';
import { applyPlan } from '../../src/fixers/apply.ts';
import { undoLast } from '../../src/fixers/undo.ts';
import { fileVault } from './transaction-file-vault.ts';
import { machineAt, planByHand } from './transaction-plan.ts';

/** What a worker process does. It prints a `WorkerReport`. */
export interface Work {
  readonly action: 'fix' | 'undo';
  readonly home: string;
  readonly vault: string;
  readonly files: readonly string[];
  /** Number of the step before which the process kills itself, from 1. */
  readonly killAt?: number;
  /** Files that are made when the plan is there, and waited for before it is applied. */
  readonly gate?: { readonly ready: string; readonly open: string };
}

export interface WorkerReport {
  readonly failures: readonly (string | undefined)[];
  readonly changed: readonly boolean[];
  readonly notices: readonly string[];
  readonly steps: readonly string[];
}

const work: Work = JSON.parse(process.argv[2]!);
const steps: string[] = [];
const notices: string[] = [];
const options = {
  machine: machineAt(work.home),
  openVault: () => fileVault(work.vault),
  accepts,
  onNotice: (sentence: string) => void notices.push(sentence),
  onStep(step: string) {
    steps.push(step);
    if (steps.length === work.killAt) process.kill(process.pid, 'SIGKILL');
  },
};
const outcomes = work.action === 'fix' ? fix() : (undoLast(options) ?? []);
const report: WorkerReport = {
  failures: outcomes.map(({ failure }) => failure),
  changed: outcomes.map((outcome) => 'changed' in outcome && outcome.changed === true),
  notices,
  steps,
};
process.stdout.write(JSON.stringify(report));

function fix() {
  const files = work.files.map((file) => planByHand(file)).filter(({ moves }) => moves.length > 0);
  if (work.gate) {
    writeFileSync(work.gate.ready, '');
    while (!existsSync(work.gate.open)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  return applyPlan({ files, left: [] }, options);
}
