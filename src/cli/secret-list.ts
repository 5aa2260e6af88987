import { type Kept, keyOf } from '../fixers/journal.ts';
import { labelOfReference } from '../fixers/reference-label.ts';
import { printable } from '../reporters/printable.ts';
import { formatReference } from '../vaults/reference.ts';
import { VaultError, type VaultId } from '../vaults/vault.ts';
import { readJournals } from './read-journals.ts';
import type { SecretTask } from './secret.ts';
import { pathsByReference, readPlaces } from './secret-places.ts';

const OURS: readonly VaultId[] = ['keychain', 'pass'];

/** References of all that is kept for configs, each with the files that name it; never what is kept. */
export async function listSecrets(task: SecretTask): Promise<0 | 2> {
  const { dialog } = task;
  const journals = readJournals(task.machine);
  if (!journals) dialog.warn('the journals of fixes cannot be read.');
  const stored = (journals ?? []).flatMap((journal) =>
    'damaged' in journal ? [] : journal.files.flatMap(({ items }) => items),
  );
  const listed = new Map<VaultId, ReadonlySet<string>>();
  let failed = !journals;
  for (const vault of OURS) {
    const isUsed = vault === 'keychain' || stored.some((item) => item.vault === vault);
    const accounts = listVault(vault, task, isUsed);
    if (accounts) listed.set(vault, new Set(accounts));
    else failed ||= isUsed;
  }
  const items = new Map<string, Kept>(stored.map((item) => [keyOf(item), item]));
  for (const [vault, accounts] of listed)
    for (const account of accounts) items.set(keyOf({ vault, account }), { vault, account });
  if (items.size === 0) {
    dialog.say(failed ? '' : 'Nothing is stored.\n');
    return failed ? 2 : 0;
  }
  const places = pathsByReference(await readPlaces(task));
  for (const item of [...items.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const isGone = listed.get(item.vault)?.has(item.account) === false;
    const paths = places.get(formatReference(item)) ?? [];
    dialog.say(
      [
        labelOfReference(item),
        ...paths.map((path) => `    ${printable(path)}`),
        ...(paths.length === 0 ? ['    no known config names it'] : []),
        ...(isGone ? ['    it is not there any more'] : []),
        '',
      ].join('\n'),
    );
  }
  return failed ? 2 : 0;
}

/** Nothing where a vault cannot be asked; that is told where the vault matters. */
function listVault(
  id: VaultId,
  { openVault, dialog }: SecretTask,
  matters: boolean,
): readonly string[] | undefined {
  try {
    const vault = openVault(id);
    const missing = vault.missing();
    if (missing === undefined) return vault.list?.();
    if (matters) dialog.warn(`${vault.title}: ${missing}.`);
    return undefined;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    if (matters) dialog.warn(error.sentence);
    return undefined;
  }
}
