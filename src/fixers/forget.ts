import { type Journal, keyOf } from './journal.ts';
import { stateFolder } from './state-folder.ts';
import { sentenceOf } from './transaction-failure.ts';
import { type DamagedJournal, hasJournals } from './transaction-journals.ts';
import { keysOf } from './transaction-orphans.ts';
import { inTransaction, type Run, type TransactionOptions } from './transaction-run.ts';

export interface ForgetOptions extends TransactionOptions {
  /** The run that its user agreed to forget: when another one is the last by then, nothing is done. */
  readonly id: string;
}

/**
 * Deletes the journal of the last run, which is never undone then. Its files stay as they are and its items in their
 * vaults, whatever older runs are undone later. Never throws.
 */
export function forgetLast(options: ForgetOptions): 'forgotten' | 'nothing' | { readonly failure: string } {
  try {
    if (!hasJournals(stateFolder(options.machine))) return 'nothing';
    return inTransaction(options, (run) => forgetNewest(run, options.id));
  } catch (error) {
    return { failure: sentenceOf(error) };
  }
}

function forgetNewest(run: Run, id: string): 'forgotten' | 'nothing' {
  const journals = run.journals.list();
  const newest = journals.at(-1);
  if (newest?.id !== id) return 'nothing';
  for (const older of journals) {
    if (older === newest || 'damaged' in older) continue;
    const changed = withoutItemsOf(newest, older);
    if (changed !== older) run.journals.write(changed);
  }
  run.journals.remove(id);
  return 'forgotten';
}

/** The older run no longer removes what the forgotten one's files ask for; of a damaged one nobody knows what that is. */
function withoutItemsOf(forgotten: Journal | DamagedJournal, older: Journal): Journal {
  const keys = 'damaged' in forgotten ? undefined : keysOf(forgotten.files);
  const items = older.items.filter((item) => keys?.has(keyOf(item)) === false);
  return items.length === older.items.length ? older : { ...older, items };
}
