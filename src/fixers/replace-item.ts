import type { Secret } from '../core/secret.ts';
import type { Vault } from '../vaults/vault.ts';
import { type Journal, type JournalFile, type Kept, keyOf } from './journal.ts';
import { stateFolder } from './state-folder.ts';
import { Failure, sentenceOf } from './transaction-failure.ts';
import { hasJournals } from './transaction-journals.ts';
import { keysOf } from './transaction-orphans.ts';
import { inTransaction, type Run, type TransactionOptions } from './transaction-run.ts';

interface Replacement {
  /** What the vault keeps now, as it was read; nothing where there is no such item. */
  readonly before: Secret | undefined;
  readonly content: Secret;
}

/**
 * Puts something else in the place of what a vault keeps. Fixes that moved the item are told before, so that undoing them
 * neither puts a value into a file that never stood there nor removes the only copy of it. Gives why all is as it was, one
 * sentence; nothing when it is done. Never throws.
 */
export function replaceItem(
  item: Kept,
  replacement: Replacement,
  options: TransactionOptions,
): string | undefined {
  try {
    if (hasJournals(stateFolder(options.machine)))
      inTransaction(options, (run) => replaceTold(item, replacement, run));
    else replace(options.openVault(item.vault), item.account, replacement);
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** The item of a file that has got another value since its fix. */
export function replacedIn({ items }: JournalFile, { replaced = [] }: Journal): Kept | undefined {
  const keys = new Set(replaced.map(keyOf));
  return items.find((item) => keys.has(keyOf(item)));
}

function replaceTold(item: Kept, replacement: Replacement, run: Run): void {
  const concerned = run.journals
    .list()
    .flatMap((journal) => ('damaged' in journal || !keysOf(journal.files).has(keyOf(item)) ? [] : [journal]));
  for (const journal of concerned) run.journals.write(told(journal, item));
  try {
    replace(run.vault(item.vault), item.account, replacement);
  } catch (error) {
    if (!(error instanceof HalfDone)) for (const journal of concerned) run.journals.write(journal);
    throw error;
  }
}

function told(journal: Journal, item: Kept): Journal {
  const others = (items: readonly Kept[]) => items.filter((one) => keyOf(one) !== keyOf(item));
  return {
    ...journal,
    items: others(journal.items),
    replaced: [...others(journal.replaced ?? []), item],
  };
}

/** What was kept could not be put back. */
class HalfDone extends Failure {}

/** Throws a Failure or a VaultError when the vault keeps what it kept, a HalfDone when nobody knows. */
function replace(vault: Vault, account: string, { before, content }: Replacement): void {
  if (!isSame(vault.read(account), before))
    throw new Failure(`What ${vault.title} keeps there was changed meanwhile, and was left alone.`);
  try {
    vault.store(account, content);
    if (!isSame(vault.read(account), content))
      throw new Failure(`${vault.title} did not keep what it was given.`);
  } catch (error) {
    if (isPutBack(vault, account, before)) throw error;
    throw new HalfDone(`${sentenceOf(error)} What it kept before could not be put back.`);
  }
}

function isPutBack(vault: Vault, account: string, before: Secret | undefined): boolean {
  try {
    if (isSame(vault.read(account), before)) return true;
    if (before) vault.store(account, before);
    else vault.remove(account);
    return isSame(vault.read(account), before);
  } catch {
    return false;
  }
}

function isSame(kept: Secret | undefined, wanted: Secret | undefined): boolean {
  return kept === undefined || wanted === undefined ? kept === wanted : kept.equals(wanted);
}
