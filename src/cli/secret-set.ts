import { isDeepStrictEqual } from 'node:util';
import type { KeptReference } from '../core/kept-reference.ts';
import { label } from '../core/label.ts';
import { Secret } from '../core/secret.ts';
import type { Use } from '../core/use.ts';
import { entriesWithReference } from '../fixers/entries-with-reference.ts';
import { formOf } from '../fixers/kept-form.ts';
import { labelOfAccount, labelOfReference } from '../fixers/reference-label.ts';
import { replaceItem } from '../fixers/replace-item.ts';
import { describeUse } from '../fixers/use-label.ts';
import { printable } from '../reporters/printable.ts';
import { type KeptCredential, seal, unseal } from '../vaults/envelope.ts';
import { VaultError } from '../vaults/vault.ts';
import { askHidden } from './ask-hidden.ts';
import { loadDialects } from './load-dialects.ts';
import type { SecretTask } from './secret.ts';
import { readPlaces } from './secret-places.ts';

/**
 * Takes a new value from the person at the terminal and keeps it for the uses of the old one. Where nothing is kept yet,
 * for those of the entries that name the reference, once the person has said so.
 */
export async function setSecret(
  task: SecretTask,
  reference: KeptReference,
  paths: readonly string[],
): Promise<0 | 1 | 2> {
  const { dialog, machine, openVault } = task;
  const before = openVault(reference.vault).read(reference.account);
  const kept = before && undamaged(before);
  const uses = kept ? tellUses(task, reference, kept) : await agreedUses(task, reference, paths);
  if (typeof uses === 'number') return uses;
  const secret = await askHidden(questionFor(reference, kept), dialog);
  if (!(secret instanceof Secret) || kept?.secret.equals(secret)) {
    if (secret) dialog.warn(`${'problem' in secret ? secret.problem : 'that is kept already'}.`);
    dialog.say('Nothing was changed.\n');
    return 1;
  }
  await loadDialects(machine);
  const failure = replaceItem(
    reference,
    { before, content: seal({ secret, uses }) },
    { machine, openVault, onNotice: (sentence) => dialog.warn(printable(sentence)) },
  );
  if (failure !== undefined) {
    dialog.warn(printable(failure));
    return 2;
  }
  dialog.say('Kept. Start the server again, so that it gets the new value.\n');
  return 0;
}

/** Nothing for what is of no use any more, but in the way. */
function undamaged(content: Secret): KeptCredential | undefined {
  try {
    return unseal(content);
  } catch (error) {
    if (error instanceof VaultError && error.kind === 'damaged') return undefined;
    throw error;
  }
}

function tellUses(
  { dialog }: SecretTask,
  reference: KeptReference,
  { uses }: KeptCredential,
): readonly Use[] {
  const lines = uses.map((use) => `    ${describeUse(use)}\n`).join('');
  dialog.say(`${labelOfReference(reference)}\n${lines && `  is kept for\n${lines}`}`);
  return uses;
}

/** What entries of configs would do with the value, one by one; else an exit code. */
async function agreedUses(
  task: SecretTask,
  reference: KeptReference,
  paths: readonly string[],
): Promise<readonly Use[] | 1 | 2> {
  const { dialog, machine } = task;
  const name = labelOfReference(reference);
  const entries = entriesWithReference(await readPlaces(task, paths), reference, machine);
  if (entries.length === 0) {
    const where = paths.length > 0 ? 'these files' : 'the known configs';
    dialog.warn(`nothing is stored as ${name}, and no server of ${where} uses it.`);
    return 2;
  }
  dialog.say(`Nothing that can be used is stored as ${name}.\n`);
  const agreed: Use[] = [];
  for (const { facts, document, use } of entries) {
    const who = `server "${label(facts.server.name)}" of ${printable(document.path)}`;
    if ('problem' in use) {
      dialog.warn(`${who}: ${printable(use.problem)}.`);
    } else if (!agreed.some((known) => isDeepStrictEqual(known, use))) {
      dialog.say(`${who} would use it as\n    ${describeUse(use)}\n`);
      if (dialog.ask('Type "yes" to keep a value for that: ') === 'yes') agreed.push(use);
    }
  }
  if (agreed.length > 0) return agreed;
  dialog.say('Nothing was changed.\n');
  return 1;
}

/** A person knows the credential; what is kept is the whole value that it stood in. */
function questionFor({ account }: KeptReference, kept: KeptCredential | undefined): string {
  const name = labelOfAccount(account).split('/').at(-1)!;
  const form = kept && formOf(kept.secret);
  if (kept && form === undefined) return `New value of ${name} (it is not shown): `;
  return `The whole value of ${name}, as it stood in the config${form === undefined ? '' : `, ${form}`} (it is not shown): `;
}
