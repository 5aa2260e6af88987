import { isDeepStrictEqual } from 'node:util';
import type { KeptReference } from '../core/kept-reference.ts';
import { label } from '../core/label.ts';
import { type EntryWithReference, entriesWithReference } from '../fixers/entries-with-reference.ts';
import { labelOfReference } from '../fixers/reference-label.ts';
import { describeUse } from '../fixers/use-label.ts';
import { printable } from '../reporters/printable.ts';
import { type KeptCredential, seal, unseal } from '../vaults/envelope.ts';
import type { Vault } from '../vaults/vault.ts';
import type { SecretTask } from './secret.ts';
import { readPlaces } from './secret-places.ts';

/** Lets entries of configs use a value that was stored for others, once the person at the terminal has said so. */
export async function allowUse(
  task: SecretTask,
  reference: KeptReference,
  paths: readonly string[],
): Promise<0 | 1 | 2> {
  const { dialog, machine, openVault } = task;
  const name = labelOfReference(reference);
  const vault = openVault(reference.vault);
  const content = vault.read(reference.account);
  if (!content) {
    dialog.warn(`nothing is stored as ${name}.`);
    return 2;
  }
  const kept = unseal(content);
  const documents = await readPlaces(task, paths);
  const entries = entriesWithReference(documents, reference, machine);
  if (entries.length === 0) {
    dialog.warn(`no server of ${paths.length > 0 ? 'these files' : 'the known configs'} uses ${name}.`);
    return 2;
  }
  dialog.say(
    [
      name,
      `  is stored for${kept.uses.length === 0 ? ' no server' : ':'}`,
      ...kept.uses.map((use) => `    ${describeUse(use)}`),
      '',
    ].join('\n'),
  );
  return askEach(task, vault, reference.account, kept, entries);
}

function askEach(
  { dialog }: SecretTask,
  vault: Vault,
  account: string,
  before: KeptCredential,
  entries: readonly EntryWithReference[],
): 0 | 1 | 2 {
  let kept = before;
  let declined = false;
  for (const { facts, document, use } of entries) {
    const who = `server "${label(facts.server.name)}" of ${printable(document.path)}`;
    if ('problem' in use) {
      dialog.warn(`${who}: ${printable(use.problem)}.`);
      declined = true;
      continue;
    }
    if (kept.uses.some((known) => isDeepStrictEqual(known, use))) {
      dialog.say(`${who} may use it already.\n`);
      continue;
    }
    dialog.say(`${who} would use it as\n    ${describeUse(use)}\n`);
    if (dialog.ask('Type "yes" to allow that as well: ') !== 'yes') {
      declined = true;
      continue;
    }
    kept = { ...kept, uses: [...kept.uses, use] };
    const content = seal(kept);
    vault.store(account, content);
    if (!vault.read(account)?.equals(content)) {
      dialog.warn('the vault did not keep the change.');
      return 2;
    }
    dialog.say('Allowed.\n');
  }
  if (declined) dialog.say('Nothing else was allowed.\n');
  return declined ? 1 : 0;
}
