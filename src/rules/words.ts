import type { ClassifiedSlot } from '../core/classified.ts';
import { type Label, label } from '../core/label.ts';
import type { Package } from '../core/launch.ts';
import type { Slot, SlotKind } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import { isSpeakable, labelOfSlot } from '../credentials/slot-label.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import type { RelatedPlace } from './rule.ts';

const NOUNS: Readonly<Record<SlotKind, string>> = {
  env: 'the environment variable',
  header: 'the header',
  argument: 'an argument',
  flag: 'the argument',
  assignment: 'the command line variable',
  'url-userinfo': 'the user information of a URL',
  'url-query': 'the URL parameter',
  'url-path': 'the path of a URL',
  'connection-string': 'the connection string member',
  'embedded-json': 'the JSON member',
  'reference-default': 'the default of',
  'input-default': 'the default of the prompt',
  oauth: 'the OAuth setting',
  property: 'the setting',
};

const NAMELESS: ReadonlySet<SlotKind> = new Set(['argument', 'url-userinfo', 'url-path']);

/** Says where a slot is: `the header Authorization of server "github"`. */
export function placeOf({ slot, server }: ClassifiedSlot): string {
  const name = placeInEntry(slot);
  return server ? `${name} of server "${label(server.name)}"` : name;
}

/** The same without the server, where a sentence has named it: `the header Authorization`. */
export function placeInEntry(slot: Slot): string {
  const noun = NOUNS[slot.kind];
  const dashes =
    slot.kind === 'flag' && slot.name !== 'password' ? (slot.name.length === 1 ? '-' : '--') : '';
  if (NAMELESS.has(slot.kind) || slot.name === '') return noun;
  const name = labelOfSlot(slot);
  return slot.kind === 'flag' && /^\*+$/.test(name) ? NOUNS.argument : `${noun} ${dashes}${name}`;
}

const WAYS = {
  literal: 'written in this file',
  reference: 'by reference',
  prompt: 'asked from the user',
  placeholder: 'still a placeholder',
} as const satisfies Readonly<Record<HeldCredential['how'], string>>;

/** Says how many credentials there are and how they are given: `2 credentials (1 written in this file, 1 by reference)`. */
export function countHeld(credentials: readonly HeldCredential[]): string {
  const ways = (Object.keys(WAYS) as HeldCredential['how'][])
    .map((how) => ({ how, count: credentials.filter((one) => one.how === how).length }))
    .filter(({ count }) => count > 0);
  if (credentials.length === 1) return `a credential, ${ways.map(({ how }) => WAYS[how]).join()}`;
  const parts = ways.map(({ how, count }) =>
    ways.length === 1 ? `all ${WAYS[how]}` : `${count} ${WAYS[how]}`,
  );
  return `${credentials.length} credentials, ${parts.join(', ')}`;
}

/** Where each credential behind the first stands, for a finding that is about all of a server's. */
export function relatedHeld(credentials: readonly HeldCredential[]): RelatedPlace[] {
  return credentials.slice(1).map(({ slot, how }) => ({
    range: rangeOf(slot),
    message: `${placeInEntry(slot.slot)}, ${WAYS[how]}`,
  }));
}

/** The credential alone where one is written, the whole value of the slot where not. */
export function rangeOf({ slot, verdict }: ClassifiedSlot): Range {
  return verdict.kind === 'literal' ? verdict.secret.range : slot.value.range;
}

/** The name of a package as it may be printed: in an odd command line a value can stand where the name is looked for. */
export function labelOfPackage({ name }: Package): Label | undefined {
  return /\/|mcp/i.test(name) || isSpeakable(name) ? label(name) : undefined;
}
