import type { Secret } from '../core/secret.ts';
import { type Journal, type JournalFile, type KeptPiece, keyOf } from './journal.ts';
import { labelOfReference } from './reference-label.ts';
import { replacedIn } from './replace-item.ts';
import { stateFolder } from './state-folder.ts';
import { Failure, sentenceOf } from './transaction-failure.ts';
import { hashOfSecretBytes } from './transaction-hash.ts';
import { hasJournals } from './transaction-journals.ts';
import { keptSpelling } from './transaction-parcel.ts';
import { restoreAnchored, restoreExactly } from './transaction-restore.ts';
import { inTransaction, type Run, type TransactionOptions } from './transaction-run.ts';
import { settle } from './transaction-settle.ts';
import { standingOf } from './transaction-standing.ts';
import { checkReplaceable, readTarget, replaceFile, temporaryBeside } from './write-file.ts';

export interface UndoOptions extends TransactionOptions {
  /** The run that its user agreed to undo: when another one is the last by then, nothing is undone. */
  readonly id?: string;
}

export interface UndoOutcome {
  /** As in the journal. */
  readonly path: string;
  /** Why it was left as it is; nothing when it is as before the fix. */
  readonly failure?: string;
}

/**
 * Undoes the last run that is not undone, file by file; what it created in vaults is removed when its files are in place.
 * Nothing when there is no such run. Never throws.
 */
export function undoLast(options: UndoOptions): readonly UndoOutcome[] | undefined {
  const folder = stateFolder(options.machine);
  try {
    return hasJournals(folder) ? inTransaction(options, (run) => undoNewest(run, options.id)) : undefined;
  } catch (error) {
    return [{ path: folder, failure: sentenceOf(error) }];
  }
}

function undoNewest(run: Run, id: string | undefined): readonly UndoOutcome[] | undefined {
  const newest = run.journals.list().at(-1);
  if (!newest || (id !== undefined && newest.id !== id)) return undefined;
  if ('damaged' in newest)
    return [{ path: run.journals.pathOf(newest.id), failure: 'The journal of the last fix is damaged.' }];
  let journal: Journal = newest;
  const outcomes: UndoOutcome[] = [];
  for (const [index, { path }] of newest.files.entries()) {
    try {
      journal = undoFile(journal, index, run);
      outcomes.push({ path });
    } catch (error) {
      outcomes.push({ path, failure: sentenceOf(error) });
    }
  }
  try {
    settle(journal, run);
  } catch {
    // The files are in place; the next run settles the rest.
  }
  return outcomes;
}

/** Gives the journal as it is then. Throws when the file is as it was. */
function undoFile(journal: Journal, index: number, run: Run): Journal {
  run.step('read the file');
  const file = journal.files[index]!;
  const target = readTarget(file.path);
  const standing = standingOf(file, journal.id, target.bytes, run);
  if (standing === 'before') return journal;
  const replaced = replacedIn(file, journal);
  if (replaced)
    throw new Failure(
      `${labelOfReference(replaced)} was given another value since, by "mcp-lint secret set": nothing of it was undone.`,
    );
  checkReplaceable(target);
  const bytes = restore(file, standing === 'after', target.bytes, run);
  const restored = hashOfSecretBytes(bytes, journal.id);
  if (standing === 'after' && restored !== file.hashBefore)
    throw new Failure('What its vault keeps is not what stood in it.');
  const files = journal.files.with(index, { ...file, restored });
  const undoing: Journal = { ...journal, state: 'undoing', files };
  run.journals.write(undoing);
  replaceFile(target, bytes, temporaryBeside(file.path, journal.id, index), run.step);
  return undoing;
}

function restore(file: JournalFile, unchanged: boolean, bytes: Buffer, run: Run): Buffer {
  const spellings = new Map<string, Secret>();
  const spellingOf = (item: KeptPiece) => {
    const key = `${item.verbatim ?? false} ${keyOf(item)}`;
    const known = spellings.get(key);
    if (known) return known;
    run.step('read an item');
    const spelling = keptSpelling(run.vault(item.vault), item);
    spellings.set(key, spelling);
    return spelling;
  };
  return unchanged ? restoreExactly(bytes, file.edits, spellingOf) : restoreAnchored(file, bytes, spellingOf);
}
