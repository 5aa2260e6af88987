import type { FixReport } from '../core/fix-report.ts';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import { suggest, UsageError } from '../core/usage-error.ts';
import { accepts } from '../fixers/accept.ts';
import { applyPlan, type FileOutcome } from '../fixers/apply.ts';
import type { FixPlan } from '../fixers/fix-plan.ts';
import { type FixRequest, planFixes } from '../fixers/plan.ts';
import { reportPlan } from '../fixers/plan-report.ts';
import { type ReadOptions, readConfigs } from '../read-configs.ts';
import type { FileResult } from '../report.ts';
import { type FixLook, fixLook } from '../reporters/fix-look.ts';
import { outcomePretty } from '../reporters/fix-outcome-pretty.ts';
import { countMoves, planPretty, summarizePlan } from '../reporters/fix-plan-pretty.ts';
import { printable } from '../reporters/printable.ts';
import { plural } from '../reporters/summarize.ts';
import { RULES } from '../rules/rules.ts';
import { VaultError } from '../vaults/vault.ts';
import type { Arguments } from './arguments.ts';
import { type Dialog, isYes, openDialog } from './dialog.ts';
import { readFixRequest } from './fix-request.ts';
import { loadDialects } from './load-dialects.ts';
import { vaultsOf } from './vaults-of.ts';

/** What `mcp-lint fix` works on. */
export interface FixJob {
  readonly args: Arguments;
  readonly machine: Machine;
  /** The paths of the user, or the known places. */
  request(): Promise<{ readonly paths: readonly string[]; readonly options: ReadOptions }>;
  readonly onProgress: NonNullable<ReadOptions['onProgress']>;
  /** Absolute paths of Node.js and of the file that the command starts. */
  readonly node: string;
  readonly script: string;
  readonly color: boolean;
  /** Told whenever all is read. */
  onRead(): void;
  debug(line: string): void;
}

/** A host that rewrites its file again and again is not raced where nobody looks on. */
const MOST_ROUNDS = 3;

/** Exit code: 0 nothing is left to fix, 1 credentials stay, 2 something could not be read or changed. */
export async function runFix(job: FixJob): Promise<0 | 1 | 2> {
  const { args, color } = job;
  if (args.paths.includes('-')) throw new UsageError('Standard input cannot be fixed: name a file.');
  const requested = await job.request();
  const request = readFixRequest(job, vaultsOf(job.machine), requested.options.settings?.fixTo);
  const look = fixLook(color ? (await import('picocolors')).default.createColors(true) : undefined);
  const dialog = openDialog();
  try {
    return await new FixRun(job, request, look, dialog).run(requested);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    dialog.warn(error.sentence);
    return 2;
  }
}

/** Rounds of reading, planning, asking and changing, until no file changed in between. */
class FixRun {
  readonly #job: FixJob;
  readonly #request: FixRequest;
  readonly #look: FixLook;
  readonly #dialog: Dialog;
  /** Without a question nobody has to see what is agreed to. */
  readonly #silent: boolean;
  #failed = false;
  #left = 0;

  constructor(job: FixJob, request: FixRequest, look: FixLook, dialog: Dialog) {
    this.#job = job;
    this.#request = request;
    this.#look = look;
    this.#dialog = dialog;
    this.#silent = job.args.quiet && job.args.yes && !job.args.dryRun;
  }

  async run({ options, paths: first }: Awaited<ReturnType<FixJob['request']>>): Promise<0 | 1 | 2> {
    let paths = first;
    for (let round = 1; paths.length > 0; round++) {
      const plan = await this.#plan(paths, options);
      const report = reportPlan(plan);
      this.#left += report.left.length;
      this.#say(this.#planText(report));
      if (plan.files.length === 0) break;
      if (!this.#isAgreed(report)) return this.#failed ? 2 : 1;
      const targets = plan.files.map(({ document }) => document.absolute);
      await loadDialects(this.#job.machine, targets);
      const changed = this.#apply(plan, report);
      if (round >= MOST_ROUNDS && this.#job.args.yes) {
        this.#giveUp(changed);
        break;
      }
      paths = changed.map(({ file }) => file.document.absolute);
    }
    if (this.#failed) return 2;
    return this.#left > 0 ? 1 : 0;
  }

  async #plan(paths: readonly string[], options: ReadOptions): Promise<FixPlan> {
    const { onProgress, onRead } = this.#job;
    // What a rule says is only asked for where a rule is named.
    const isNamed = RULES.some(({ meta }) => this.#request.only.includes(meta.id));
    const results = await readConfigs(
      paths,
      { ...options, keepBytes: true, onProgress },
      isNamed ? RULES : [],
    );
    onRead();
    if (results.every(({ problem }) => !problem)) this.#checkNames(results);
    for (const { path, problem } of results) {
      if (!problem) continue;
      this.#failed = true;
      const place = problem.line === undefined ? '' : `:${problem.line}:${problem.column}`;
      this.#dialog.warn(`${printable(path)}${place}: ${problem.message}.`);
    }
    return planFixes(results, this.#request);
  }

  /** A name that is spelt wrong must not look like a clean file. Throws a UsageError. */
  #checkNames(results: readonly FileResult[]): void {
    const servers = results.flatMap(({ linted }) => linted?.servers.map(({ server }) => server.name) ?? []);
    const known = [...RULES.map(({ meta }) => meta.id), ...new Set(servers)];
    for (const name of this.#request.only) {
      if (known.some((one) => name === one || name.startsWith(`${one}.`))) continue;
      throw new UsageError(
        `Option "--only" names no rule and no server of these files; got "${label(name)}".${suggest(name, known)}`,
      );
    }
  }

  #planText(report: FixReport): string {
    const { length } = this.#request.only;
    if (report.files.length + report.left.length === 0) {
      // What was not read is not called clean.
      if (this.#failed) return '';
      return length > 0 ? 'Nothing to fix of what "--only" names.\n' : 'Nothing to fix.\n';
    }
    return `${planPretty(report, this.#look)}\n${summarizePlan(report)}\n`;
  }

  #isAgreed(report: FixReport): boolean {
    const { yes, dryRun } = this.#job.args;
    if (dryRun) {
      this.#say('Nothing was changed, because of "--dry-run".\n');
      return false;
    }
    if (yes) return true;
    if (!this.#dialog.isPerson) {
      this.#dialog.warn('nothing was changed: there is no terminal to ask on. "--yes" fixes without asking.');
      return false;
    }
    const agreed = isYes(this.#dialog.ask(`Apply ${these(countMoves(report))}? [y/N] `));
    if (!agreed) this.#say('Nothing was changed.\n');
    return agreed;
  }

  /** Gives the files that are to be planned again. */
  #apply(plan: FixPlan, report: FixReport): readonly FileOutcome[] {
    const { machine, debug } = this.#job;
    const outcomes = applyPlan(plan, {
      machine,
      openVault: this.#request.openVault,
      accepts,
      onStep: debug,
      onNotice: (sentence) => this.#dialog.warn(sentence),
    });
    const changed = outcomes.filter((outcome) => outcome.changed);
    const settled = outcomes.filter((outcome) => !outcome.changed);
    const told = settled.map(({ file, failure }) => ({
      path: file.document.path,
      ...(failure !== undefined && { failure }),
    }));
    for (const { path, failure } of told) {
      if (failure === undefined) continue;
      this.#failed = true;
      this.#dialog.warn(`${printable(path)}: ${failure}`);
    }
    const fixed = report.files.filter(({ path }) =>
      told.some((one) => one.path === path && one.failure === undefined),
    );
    // Who has configs start it through npx, a hook above all, has no other command either.
    const program = this.#job.args.launcher === 'npx' ? 'npx mcp-lint' : 'mcp-lint';
    if (fixed.length > 0) this.#say(`\n${outcomePretty(fixed, this.#look, program)}`);
    for (const { file } of changed) {
      this.#dialog.warn(
        `${printable(file.document.path)} changed meanwhile and was left alone: looking again.`,
      );
      this.#left -= report.left.filter(({ path }) => path === file.document.path).length;
    }
    return changed;
  }

  #giveUp(changed: readonly FileOutcome[]): void {
    for (const { file } of changed) {
      this.#failed = true;
      this.#dialog.warn(`${printable(file.document.path)} keeps changing: it is as it was.`);
    }
  }

  #say(text: string): void {
    if (!this.#silent) this.#dialog.say(text);
  }
}

function these(count: number): string {
  return count === 1 ? 'this change' : `these ${plural(count, 'change')}`;
}
