import type { KeptReference } from '../core/kept-reference.ts';
import type { Secret } from '../core/secret.ts';
import { labelOfReference } from '../fixers/reference-label.ts';
import { copyToClipboard } from '../vaults/clipboard.ts';
import { unseal } from '../vaults/envelope.ts';
import { printSecret } from '../vaults/print-secret.ts';
import type { SecretTask } from './secret.ts';

/** Puts a value into the clipboard, for the person at the terminal. */
export function copySecret(task: SecretTask, reference: KeptReference): 1 | 0 | 2 {
  const { dialog, machine } = task;
  const secret = confirmed(task, reference, 'copy it to the clipboard, where every program can read it');
  if (typeof secret === 'number') return secret;
  const who = copyToClipboard(secret, machine, dialog.say);
  dialog.say(
    who === 'clipboard'
      ? 'Copied to the clipboard. Copy something else when you have pasted it, and delete it from the history of the clipboard.\n'
      : 'The terminal was asked to copy it (OSC 52); not every terminal does. Copy something else when you have pasted it.\n',
  );
  return 0;
}

/** Prints a value on the terminal, for the person at it. */
export function showSecret(task: SecretTask, reference: KeptReference): 0 | 1 | 2 {
  const { dialog } = task;
  const secret = confirmed(task, reference, 'show it on this screen');
  if (typeof secret === 'number') return secret;
  if (!printSecret(secret, dialog.say)) {
    dialog.warn('it has control characters, which a terminal would obey: use "mcp-lint secret copy".');
    return 2;
  }
  dialog.say('Clear the screen and its history when you have read it.\n');
  return 0;
}

/** What is kept, once the person has said so; else an exit code. */
function confirmed(task: SecretTask, reference: KeptReference, what: string): Secret | 1 | 2 {
  const { dialog, openVault } = task;
  const content = openVault(reference.vault).read(reference.account);
  if (!content) {
    dialog.warn(`nothing is stored as ${labelOfReference(reference)}.`);
    return 2;
  }
  const kept = unseal(content);
  if (dialog.ask(`${labelOfReference(reference)}\nType "yes" to ${what}: `) === 'yes') return kept.secret;
  dialog.say('Nothing was done.\n');
  return 1;
}
