import { decodeBytes } from '../parsers/decode.ts';
import { onePasswordReference } from '../vaults/one-password.ts';
import { formatReference } from '../vaults/reference.ts';
import type { JournalFile, Kept } from './journal.ts';
import { hashOf, hashOfSecretBytes } from './transaction-hash.ts';
import { keptSpellings } from './transaction-parcel.ts';
import { writtenEntries } from './transaction-restore.ts';
import type { Run } from './transaction-run.ts';
import { readTarget } from './write-file.ts';

/**
 * How a file of a journal is now: as before the fix or restored, as the fix wrote it, changed with all that the fix wrote
 * still there, or anything else.
 */
export type Standing = 'before' | 'after' | 'changed' | 'unclear';

export interface View {
  readonly standing: Standing;
  /** Nothing of a file that is gone or cannot be read. */
  readonly bytes?: Buffer;
}

/** Looks at a file. `id` is that of its journal. Never throws. */
export function viewFile(file: JournalFile, id: string, run: Run): View {
  let bytes: Buffer;
  try {
    ({ bytes } = readTarget(file.path));
  } catch {
    return { standing: 'unclear' };
  }
  return { standing: standingOf(file, id, bytes, run), bytes };
}

/** The same, of bytes at hand. */
export function standingOf(file: JournalFile, id: string, bytes: Buffer, run: Run): Standing {
  if (hashOf(bytes) === file.hashAfter) return 'after';
  const hash = hashOfSecretBytes(bytes, id);
  if (hash === file.hashBefore || hash === file.restored) return 'before';
  const written = writtenEntries(file, bytes);
  if (written === 'all') return 'changed';
  return written === 'none' && holdsAgain(file, bytes, run) ? 'before' : 'unclear';
}

/** Whether a text names an item of a vault. */
export function refersTo(text: string, item: Kept): boolean {
  const reference = referenceTo(item);
  return (
    reference !== undefined && (text.includes(reference) || text.includes(reference.replaceAll('/', '\\/')))
  );
}

/** As a config names an item. Items of the other vaults are not named one by one. */
function referenceTo(item: Kept): string | undefined {
  if (item.vault === 'keychain' || item.vault === 'pass') return formatReference(item);
  return item.vault === '1password' ? onePasswordReference(item.account) : undefined;
}

/** Every credential that was moved, or was about to be, stands in the file, and nothing there asks a vault for it. */
function holdsAgain({ items }: JournalFile, bytes: Buffer, run: Run): boolean {
  const text = decodeBytes(bytes);
  try {
    return items.every(
      (item) =>
        keptSpellings(run.vault(item.vault), item.account).some((one) => text.includes(one.reveal())) &&
        !refersTo(text, item),
    );
  } catch {
    return false;
  }
}
