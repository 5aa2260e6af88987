import { rmSync } from 'node:fs';
import { label } from '../core/label.ts';
import { type Journal, type JournalFile, type Kept, keyOf } from './journal.ts';
import { sentenceOf } from './transaction-failure.ts';
import { keysOf, removeOrphans, type ViewedFile } from './transaction-orphans.ts';
import type { Run } from './transaction-run.ts';
import { viewFile } from './transaction-standing.ts';
import { temporaryBeside } from './write-file.ts';

/** Settles what runs have left that were stopped in the middle. What cannot be settled is told and waits. */
export function settlePending(run: Run): void {
  for (const journal of run.journals.list()) {
    if ('damaged' in journal) {
      run.tell(
        `A journal is damaged, and what it tells of cannot be undone: ${run.journals.pathOf(journal.id)}.`,
      );
    } else if (journal.state !== 'done') {
      try {
        for (const { file, standing } of settle(journal, run)) {
          if (standing === 'unclear')
            run.tell(
              `${label(file.path)} changed after work on it was interrupted; all that it held is in its vault.`,
            );
        }
      } catch (error) {
        run.tell(`An interrupted run could not be settled. ${sentenceOf(error)}`);
      }
    }
  }
}

/**
 * Brings a journal to what the files are like, and gives those that the fix holds for. Of files that are as before, the
 * items are removed that the run created and that nothing needs: such a file has the credentials itself. `unwritten` is a
 * file that was certainly not changed. Throws a Failure when the journal cannot be written.
 */
export function settle(journal: Journal, run: Run, unwritten?: JournalFile): readonly ViewedFile[] {
  run.step('settle');
  const files = journal.files.map((file, index): ViewedFile => {
    removeTemporary(file, journal.id, index);
    return { file, ...viewFile(file, journal.id, run) };
  });
  const isGone = ({ file, standing }: ViewedFile) => file === unwritten || standing === 'before';
  const standing = files.filter((file) => !isGone(file));
  const inUse = keysOf(standing.map(({ file }) => file));
  const orphans = journal.items.filter((item) => !inUse.has(keyOf(item)));
  // An orphan that stays for now keeps its file in the journal, so that the next run looks at the file again.
  const left = removeOrphans(orphans, files.filter(isGone), journal, run);
  const kept = journal.files.filter((file, index) => !isGone(files[index]!) || ownsOneOf(file, left));
  if (kept.length === 0) {
    run.journals.remove(journal.id);
  } else {
    const items = journal.items.filter((item) => inUse.has(keyOf(item)) || left.includes(item));
    const stopped = journal.state === 'done' ? 'undoing' : journal.state;
    run.journals.write({ ...journal, state: left.length > 0 ? stopped : 'done', files: kept, items });
  }
  return standing;
}

function removeTemporary(file: JournalFile, id: string, index: number): void {
  try {
    rmSync(temporaryBeside(file.path, id, index), { force: true });
  } catch {
    // Its folder is read-only or gone; the file itself is looked at next.
  }
}

function ownsOneOf(file: JournalFile, items: readonly Kept[]): boolean {
  const own = keysOf([file]);
  return items.some((item) => own.has(keyOf(item)));
}
