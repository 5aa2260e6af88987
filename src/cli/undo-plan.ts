import { type Journal, type Kept, keyOf } from '../fixers/journal.ts';
import { labelOfReference } from '../fixers/reference-label.ts';
import { replacedIn } from '../fixers/replace-item.ts';
import type { DamagedJournal } from '../fixers/transaction-journals.ts';
import { printable } from '../reporters/printable.ts';

/** What undoing a fix would do: files, and what goes back into them. Ends in a newline. */
export function undoPlan(journal: Journal | DamagedJournal): string {
  if ('damaged' in journal) return DAMAGED;
  const { files, items } = journal;
  return [
    headOf(journal),
    ...files.flatMap((file) => {
      const stays = replacedIn(file, journal)
        ? 'stays as it is, since a value of it is another now'
        : undefined;
      return [
        `  ${printable(file.path)}: ${stays ?? 'goes back to clear text'}`,
        ...file.items.map((item) => `    ${labelOfReference(item)}`),
      ];
    }),
    ...(items.length > 0 ? ['What was stored for it is then removed from its vault.'] : []),
    '',
  ].join('\n');
}

/** What forgetting a fix would do. Ends in a newline. */
export function forgetPlan(journal: Journal | DamagedJournal): string {
  const end = 'It can never be undone then. What is stored for it stays in its vault.\n';
  if ('damaged' in journal) return `${DAMAGED}${end}`;
  const files = journal.files.flatMap(({ path, items }) => [
    `  ${printable(path)}: stays as it is`,
    ...items.map((item) => `    ${labelOfReference(item)}`),
  ]);
  return [headOf(journal), ...files, end].join('\n');
}

/** What is still in vaults when a fix is forgotten. Ends in a newline. */
export function forgottenText(journal: Journal | DamagedJournal): string {
  const kept = 'damaged' in journal ? [] : journal.files.flatMap(({ items }) => items);
  const items = new Map(kept.map((item): [string, Kept] => [keyOf(item), item]));
  if (items.size === 0) return 'The fix is forgotten.\n';
  const lines = [...items.values()].map((item) => `  ${labelOfReference(item)}\n`);
  return `The fix is forgotten. Still stored:\n${lines.join('')}`;
}

const DAMAGED = 'The journal of the last fix is damaged.\n';

function headOf({ time, state }: Journal): string {
  const day = time.replace('T', ' ').slice(0, 16);
  return `The last fix${state === 'done' ? '' : ', which was interrupted'}: ${printable(day)} UTC`;
}
