import type { Machine } from '../core/machine.ts';
import { UsageError } from '../core/usage-error.ts';
import { forgetLast } from '../fixers/forget.ts';
import type { Journal } from '../fixers/journal.ts';
import type { DamagedJournal } from '../fixers/transaction-journals.ts';
import type { TransactionOptions } from '../fixers/transaction-run.ts';
import { type UndoOutcome, undoLast } from '../fixers/undo.ts';
import { printable } from '../reporters/printable.ts';
import type { Arguments } from './arguments.ts';
import { type Dialog, isYes, openDialog } from './dialog.ts';
import { loadDialects } from './load-dialects.ts';
import { readJournals } from './read-journals.ts';
import { forgetPlan, forgottenText, undoPlan } from './undo-plan.ts';
import { vaultsOf } from './vaults-of.ts';

/** What `mcp-lint undo` works on. */
export interface UndoJob {
  readonly args: Arguments;
  readonly machine: Machine;
  debug(line: string): void;
}

/** Exit code: 0 the last fix is undone or forgotten, or there was none; 1 nothing was changed; 2 it could not be done. */
export async function runUndo({ args, machine, debug }: UndoJob): Promise<0 | 1 | 2> {
  if (args.paths.length > 0)
    throw new UsageError('"mcp-lint undo" takes no paths: it undoes the whole of the last fix.');
  const dialog = openDialog();
  const journals = readJournals(machine);
  const last = journals?.at(-1);
  if (!last) {
    if (journals) dialog.say(`There is no fix to ${args.forget ? 'forget' : 'undo'}.\n`);
    else dialog.warn('the journals of fixes cannot be read.');
    return journals ? 0 : 2;
  }
  dialog.say(args.forget ? forgetPlan(last) : undoPlan(last));
  if (!isAgreed(args, dialog)) return 1;
  const options = {
    machine,
    openVault: vaultsOf(machine),
    id: last.id,
    onStep: debug,
    onNotice: (sentence: string) => dialog.warn(printable(sentence)),
  };
  await loadDialects(machine);
  if (args.forget) return forget(last, options, dialog);
  const outcomes = undoLast(options);
  if (!outcomes) dialog.say('Nothing was left to undo.\n');
  if (tell(outcomes ?? [], dialog)) return 0;
  if (journals!.length > 1)
    dialog.warn('fixes before this one can be undone once it is given up: "mcp-lint undo --forget".');
  return 2;
}

function forget(
  last: Journal | DamagedJournal,
  options: TransactionOptions & { readonly id: string },
  dialog: Dialog,
): 0 | 2 {
  const outcome = forgetLast(options);
  if (outcome === 'forgotten') dialog.say(forgottenText(last));
  else if (outcome === 'nothing') dialog.say('Nothing was left to forget.\n');
  else dialog.warn(printable(outcome.failure));
  return typeof outcome === 'string' ? 0 : 2;
}

function isAgreed(args: Arguments, dialog: Dialog): boolean {
  const [question, does] = args.forget
    ? ['Forget this fix? [y/N] ', 'forgets']
    : ['Undo this fix? [y/N] ', 'undoes'];
  if (args.dryRun) {
    dialog.say('Nothing was changed, because of "--dry-run".\n');
    return false;
  }
  if (args.yes) return true;
  if (!dialog.isPerson) {
    dialog.warn(`nothing was changed: there is no terminal to ask on. "--yes" ${does} without asking.`);
    return false;
  }
  const agreed = isYes(dialog.ask(question));
  if (!agreed) dialog.say('Nothing was changed.\n');
  return agreed;
}

/** Whether all went well. */
function tell(outcomes: readonly UndoOutcome[], dialog: Dialog): boolean {
  for (const { path, failure } of outcomes) {
    if (failure === undefined) dialog.say(`${printable(path)} is as it was before the fix.\n`);
    else dialog.warn(printable(`${path}: ${failure}`));
  }
  return outcomes.every(({ failure }) => failure === undefined);
}
