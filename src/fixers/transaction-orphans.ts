import { label } from '../core/label.ts';
import { decodeBytes } from '../parsers/decode.ts';
import { type Journal, type JournalFile, type Kept, keyOf } from './journal.ts';
import type { Run } from './transaction-run.ts';
import { refersTo, type View } from './transaction-standing.ts';

/** A file of a journal, looked at. */
export interface ViewedFile extends View {
  readonly file: JournalFile;
}

/** All items of some files. */
export function keysOf(files: readonly JournalFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ items }) => items.map(keyOf)));
}

/**
 * Removes items that a run created for files that it does not hold for any more (`gone`), and gives those that their vault
 * did not remove. An item stays for good, and the user is told, where it may be the last that has the credential or where
 * something still asks for it.
 */
export function removeOrphans(
  orphans: readonly Kept[],
  gone: readonly ViewedFile[],
  { id }: Journal,
  run: Run,
): readonly Kept[] {
  if (orphans.length === 0) return [];
  const others = run.journals.list().filter((journal) => journal.id !== id);
  const elsewhere = keysOf(others.flatMap((journal) => ('damaged' in journal ? [] : journal.files)));
  const texts = new Map(gone.map(({ file, bytes }) => [file, bytes && decodeBytes(bytes)]));
  return orphans.filter((item) => {
    const owners = gone.filter(({ file }) => file.items.some((one) => keyOf(one) === keyOf(item)));
    const asked = owners.some(({ file }) => refersTo(texts.get(file) ?? '', item));
    // An owner that is not as before does not have the credential: it was not written, but others changed it.
    const last = owners.some(({ standing }) => standing !== 'before');
    if (asked || last || elsewhere.has(keyOf(item)) || others.some((journal) => 'damaged' in journal)) {
      const reason = asked ? 'the config still asks for it' : 'it may be needed';
      if (isThere(item, run)) run.tell(`${label(item.account)} stays in its vault: ${reason}.`);
      return false;
    }
    return !isRemoved(item, run);
  });
}

/** Also where nobody can tell. */
function isThere({ vault, account }: Kept, run: Run): boolean {
  try {
    return run.vault(vault).read(account) !== undefined;
  } catch {
    return true;
  }
}

function isRemoved({ vault, account }: Kept, run: Run): boolean {
  try {
    run.step('remove an item');
    run.vault(vault).remove(account);
    return true;
  } catch {
    return false;
  }
}
