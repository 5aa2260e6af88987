import { realpathSync } from 'node:fs';
import type { Machine } from '../core/machine.ts';
import { UsageError } from '../core/usage-error.ts';
import { findRepository, type GitRepository, readRepositoryConfig } from '../discover/git-repository.ts';
import type { Change, Part } from '../init/change.ts';
import { planParts } from '../init/parts.ts';
import { Project } from '../init/project.ts';
import { SetupFailure, writeChanges } from '../init/write-changes.ts';
import { fixLook } from '../reporters/fix-look.ts';
import { printable } from '../reporters/printable.ts';
import { plural } from '../reporters/summarize.ts';
import type { Arguments } from './arguments.ts';
import { type Dialog, isYes, openDialog } from './dialog.ts';
import { adviceOn, FirstDay, wantsBaseline } from './init-baseline.ts';
import { changesText } from './init-text.ts';
import { DEFAULT_BASELINE } from './use-baseline.ts';

/** What `mcp-lint init` works on. */
export interface InitJob {
  readonly args: Arguments;
  readonly machine: Machine;
  readonly color: boolean;
}

/** Exit code: 0 all is set up, 1 nothing was written because somebody said so, 2 it could not be done. */
export async function runInit(job: InitJob): Promise<0 | 1 | 2> {
  if (job.args.paths.length > 0)
    throw new UsageError('"mcp-lint init" takes no paths: it sets up the repository of the current folder.');
  const dialog = openDialog();
  const repository = findRepository(realpathSync.native(job.machine.cwd));
  if (repository === undefined || repository === 'unknown') {
    dialog.warn('no git repository here: run it in the folder of your project, after "git init".');
    return 2;
  }
  return new InitRun(job, dialog, repository).run();
}

class InitRun {
  readonly #job: InitJob;
  readonly #dialog: Dialog;
  readonly #project: Project;
  readonly #gitConfig: string;

  constructor(job: InitJob, dialog: Dialog, repository: GitRepository) {
    this.#job = job;
    this.#dialog = dialog;
    this.#project = new Project(repository.root);
    this.#gitConfig = readRepositoryConfig(repository);
  }

  async run(): Promise<0 | 1 | 2> {
    const hasBaseline = this.#project.text(DEFAULT_BASELINE) !== undefined;
    const planned = planParts(this.#project, this.#gitConfig, hasBaseline ? DEFAULT_BASELINE : undefined);
    const problems = planned.flatMap(({ problem = [] }) => problem);
    for (const problem of problems) this.#dialog.warn(`${printable(problem)} Nothing was written.`);
    if (problems.length > 0) return 2;
    const firstDay = new FirstDay(this.#project.root, this.#job.machine);
    // Who has a config has been through this.
    const isFirst = !hasBaseline && planned.some(({ settings, change }) => settings && change);
    const count = isFirst ? await firstDay.countFindings() : 0;
    const withBaseline = count > 0 && this.#mayAskForBaseline() && wantsBaseline(count, this.#dialog);
    const parts = withBaseline ? planParts(this.#project, this.#gitConfig, DEFAULT_BASELINE) : planned;
    const changes = parts.flatMap(({ change = [] }) => change);
    await this.#show(parts, changes);
    if (changes.length > 0) {
      const agreed = this.#isAgreed(changes.length);
      if (agreed !== true) return agreed;
      const files = [...(withBaseline ? [DEFAULT_BASELINE] : []), ...changes.map(({ path }) => path)];
      if (!this.#write(changes, withBaseline ? await firstDay.writeBaseline() : undefined)) return 2;
      this.#dialog.say(`Written: ${files.map(printable).join(', ')}.\n`);
    }
    const next = [...parts.flatMap((part) => part.next ?? []), ...(withBaseline ? [] : adviceOn(count))];
    if (changes.length + next.length === 0) this.#dialog.say('Nothing to do.\n');
    if (next.length > 0) this.#dialog.say(`\nNext:\n${next.map(asItem).join('')}`);
    return 0;
  }

  #mayAskForBaseline(): boolean {
    const { yes, dryRun } = this.#job.args;
    return this.#dialog.isPerson && !yes && !dryRun && !this.#project.has(DEFAULT_BASELINE);
  }

  async #show(parts: readonly Part[], changes: readonly Change[]): Promise<void> {
    const paint = this.#job.color ? (await import('picocolors')).default.createColors(true) : undefined;
    if (changes.length > 0) this.#dialog.say(`${changesText(changes, fixLook(paint))}\n`);
    const kept = parts.flatMap((part) => part.kept ?? []);
    if (kept.length > 0)
      this.#dialog.say(`There already, and left alone: ${kept.map(printable).join(', ')}.\n`);
  }

  /** Whether the changes are to be written, or the exit code when they are not. */
  #isAgreed(count: number): true | 0 | 1 | 2 {
    const { dryRun, yes } = this.#job.args;
    if (dryRun) {
      this.#dialog.say('Nothing was written, because of "--dry-run".\n');
      return 0;
    }
    if (yes) return true;
    if (!this.#dialog.isPerson) {
      this.#dialog.warn(
        'nothing was written: there is no terminal to ask on. "--yes" writes without asking.',
      );
      return 2;
    }
    if (isYes(this.#dialog.ask(`Write ${plural(count, 'file')}? [y/N] `))) return true;
    this.#dialog.say('Nothing was written.\n');
    return 1;
  }

  #write(changes: readonly Change[], takeBack: (() => void) | undefined): boolean {
    try {
      writeChanges(this.#project, changes);
      return true;
    } catch (error) {
      takeBack?.();
      if (!(error instanceof SetupFailure)) throw error;
      this.#dialog.warn(`${printable(error.message)}. Nothing was written.`);
      return false;
    }
  }
}

/** A sentence of a list; more lines of it stand below its beginning. */
function asItem(sentence: string): string {
  return `  - ${sentence.trimEnd().replaceAll('\n', '\n    ')}\n`;
}
