import { contains } from '../core/range.ts';
import { saysNothing } from '../credentials/placeholder.ts';
import { unbrokeredStandIns } from './broker-entry.ts';
import type { HeldCredential } from './held-credentials.ts';
import { indirectCredentials } from './indirect-credentials.ts';
import type { ServerFacts } from './server-facts.ts';

/**
 * The credentials of a server that somebody has yet to fill in. Words such as `none` are a choice, and where a broker
 * or a proxy on this machine puts the credential in, the placeholder is meant to stay.
 */
export function leftPlaceholders(facts: ServerFacts): HeldCredential[] {
  const left = facts.credentials.filter(
    ({ slot, how }) => how === 'placeholder' && !saysNothing(slot.slot.value.reveal()),
  );
  if (left.length === 0 || facts.launch.wrappers.some(({ kind }) => kind === 'broker')) return [];
  if (indirectCredentials(facts).localProxy) return [];
  // What is meant for a broker that nothing starts is another rule's.
  const meant = unbrokeredStandIns(facts);
  return left.filter(({ slot }) => !meant.some(({ range }) => contains(range, slot.slot.value.range)));
}
