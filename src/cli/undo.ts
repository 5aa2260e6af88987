import type { Machine } from '../core/machine.ts';
import type { Journal } from '../fixers/journal.ts';
import { labelOfReference } from '../fixers/reference-label.ts';
import { type UndoOutcome, undoLast } from '../fixers/undo.ts';
import { printable } from '../reporters/printable.ts';
import type { Arguments } from './arguments.ts';
import { type Dialog, isYes, openDialog } from './dialog.ts';
import { readJournals } from './read-journals.ts';
import { UsageError } from './usage-error.ts';
import { vaultsOf } from './vault-access.ts';

/** What `mcp-lint undo` works on. */
export interface UndoJob {
  readonly args: Arguments;
  readonly machine: Machine;
  debug(line: string): void;
}

/** Exit code: 0 the last fix is undone, or there was none; 1 nothing was changed; 2 it could not be undone. */
export function runUndo({ args, machine, debug }: UndoJob): 0 | 1 | 2 {
  if (args.paths.length > 0)
    throw new UsageError('"mcp-lint undo" takes no paths: it undoes the whole of the last fix.');
  const dialog = openDialog();
  const journals = readJournals(machine);
  const last = journals?.at(-1);
  if (!last) {
    if (journals) dialog.say('There is no fix to undo.\n');
    else dialog.warn('the journals of fixes cannot be read.');
    return journals ? 0 : 2;
  }
  dialog.say('damaged' in last ? 'The journal of the last fix is damaged.\n' : planOf(last));
  if (!isAgreed(args, dialog)) return 1;
  const outcomes = undoLast({
    machine,
    openVault: vaultsOf(machine),
    id: last.id,
    onStep: debug,
    onNotice: (sentence) => dialog.warn(printable(sentence)),
  });
  if (!outcomes) dialog.say('Nothing was left to undo.\n');
  return tell(outcomes ?? [], dialog) ? 0 : 2;
}

function isAgreed({ yes, dryRun }: Arguments, dialog: Dialog): boolean {
  if (dryRun) {
    dialog.say('Nothing was changed, because of "--dry-run".\n');
    return false;
  }
  if (yes) return true;
  if (!dialog.isPerson) {
    dialog.warn('nothing was changed: there is no terminal to ask on. "--yes" undoes without asking.');
    return false;
  }
  const agreed = isYes(dialog.ask('Undo this fix? [y/N] '));
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

/** Files, and what goes back into them. */
function planOf({ time, state, files, items }: Journal): string {
  const day = time.replace('T', ' ').slice(0, 16);
  return [
    `The last fix${state === 'done' ? '' : ', which was interrupted'}: ${printable(day)} UTC`,
    ...files.flatMap(({ path, items: kept }) => [
      `  ${printable(path)}: goes back to clear text`,
      ...kept.map((item) => `    ${labelOfReference(item)}`),
    ]),
    ...(items.length > 0 ? ['What was stored for it is then removed from its vault.'] : []),
    '',
  ].join('\n');
}
