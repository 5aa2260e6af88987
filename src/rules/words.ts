import type { ClassifiedSlot } from '../core/classified.ts';
import { label } from '../core/label.ts';
import type { SlotKind } from '../core/model.ts';
import { labelOfSlot } from '../credentials/slot-label.ts';

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
  const noun = NOUNS[slot.kind];
  const dashes =
    slot.kind === 'flag' && slot.name !== 'password' ? (slot.name.length === 1 ? '-' : '--') : '';
  const name = NAMELESS.has(slot.kind) || slot.name === '' ? noun : `${noun} ${dashes}${labelOfSlot(slot)}`;
  return server ? `${name} of server "${label(server.name)}"` : name;
}
