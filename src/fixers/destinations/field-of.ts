import type { Field } from '../../core/host.ts';
import type { LocatedText } from '../../core/located-text.ts';
import type { Server } from '../../core/model.ts';
import { textsOfEntry } from '../../servers/entry-texts.ts';
import type { ServerFacts } from '../../servers/server-facts.ts';
import type { InlineCredential } from '../inline-credential.ts';

/** The field of an entry that the string with a credential is in, as tables of hosts call it; nothing for other members. */
export function fieldOf({ server }: ServerFacts, { holder, slot }: InlineCredential): Field | undefined {
  const fields = known.get(server) ?? new Map(textsOfEntry(server).map(({ text, field }) => [text, field]));
  known.set(server, fields);
  const found = fields.get(holder.text);
  if (found) return found;
  // Of a key that stands twice only the last is among the texts.
  const { field } = slot.slot;
  return field === 'other' ? undefined : field;
}

/** Every credential of an entry asks. */
const known = new WeakMap<Server, ReadonlyMap<LocatedText, Field>>();
