import type { KeptReference } from '../core/kept-reference.ts';
import { labelOfReference } from '../fixers/reference-label.ts';
import { printable } from '../reporters/printable.ts';
import { formatReference } from '../vaults/reference.ts';
import { isYes } from './dialog.ts';
import type { SecretTask } from './secret.ts';
import { pathsByReference, readPlaces } from './secret-places.ts';

/** Removes a value from its vault, unless a config still needs it. */
export async function removeSecret(task: SecretTask, reference: KeptReference): Promise<0 | 1 | 2> {
  const { dialog, args, openVault } = task;
  const vault = openVault(reference.vault);
  const name = labelOfReference(reference);
  if (!vault.read(reference.account)) {
    dialog.warn(`nothing is stored as ${name}.`);
    return 2;
  }
  const paths = pathsByReference(await readPlaces(task)).get(formatReference(reference)) ?? [];
  if (!args.yes) {
    for (const path of paths) dialog.warn(`${printable(path)} still names it.`);
    if (paths.length > 0) {
      dialog.warn(
        'nothing was removed: a server would start without its secret. "--yes" removes it all the same.',
      );
      return 1;
    }
    if (!dialog.isPerson) {
      dialog.warn('nothing was removed: there is no terminal to ask on. "--yes" removes without asking.');
      return 1;
    }
    if (!isYes(dialog.ask(`Remove ${name}? This cannot be undone. [y/N] `))) {
      dialog.say('Nothing was removed.\n');
      return 1;
    }
  }
  vault.remove(reference.account);
  dialog.say(`Removed ${name}.\n`);
  return 0;
}
