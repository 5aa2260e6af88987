import type { ClassifiedSlot } from '../core/classified.ts';
import { label } from '../core/label.ts';
import type { SlotField } from '../core/model.ts';
import { isSpeakable, labelOfSlot } from '../credentials/slot-label.ts';

const NOUNS: Readonly<Record<SlotField, string>> = {
  env: 'the environment variable',
  headers: 'the header',
  args: 'the argument',
  url: 'the URL',
  other: 'the setting',
};

/** `GitHub's`, `Cloudflare Workers'`. */
export function ownedBy(name: string): string {
  if (name === '') return "the vendor's";
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

/** How many names a sentence takes. */
const MOST_NAMES = 3;

/** `the environment variable API_KEY and 2 others`. */
export function placesOf(slots: readonly ClassifiedSlot[]): string {
  const names = [
    ...new Set(
      slots.map(({ slot }) =>
        `${slot.kind === 'header' ? NOUNS.headers : NOUNS[slot.field]} ${labelOfSlot(slot)}`.trimEnd(),
      ),
    ),
  ];
  return listOf(names);
}

/** Names of variables; those that may be no names are counted. */
export function namesOf(names: readonly string[]): string {
  return listOf(names.map((name) => (isSpeakable(name) ? label(name) : 'a variable')));
}

function listOf(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} others`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
