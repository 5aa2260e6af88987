import type { Machine } from '../core/machine.ts';
import type { Journal } from '../fixers/journal.ts';
import { stateFolder } from '../fixers/state-folder.ts';
import { type DamagedJournal, hasJournals, Journals } from '../fixers/transaction-journals.ts';

/** The journals of fixes that are not undone, oldest first; nothing where they cannot be read. */
export function readJournals(machine: Machine): readonly (Journal | DamagedJournal)[] | undefined {
  const folder = stateFolder(machine);
  try {
    return hasJournals(folder) ? new Journals(folder, () => {}).list() : [];
  } catch {
    return undefined;
  }
}
