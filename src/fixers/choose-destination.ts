import type { Machine } from '../core/machine.ts';
import type { Destination, DestinationId } from './destination.ts';
import { DESTINATIONS } from './destinations.ts';
import type { FixEntry, InlineCredential } from './inline-credential.ts';

/** What decides where credentials go. */
export interface Choice {
  readonly machine: Machine;
  readonly to?: DestinationId;
  readonly safety: 'safe' | 'all';
  /** Why a destination, or its vault, cannot be used on this machine. */
  missing(destination: Destination): string | undefined;
  /** Why a destination turned out not to work for an entry. */
  failed(destination: Destination, entry: FixEntry): string | undefined;
}

/** The syntax of the file has no way to say what a destination wants; nor what another would. */
export const UNWRITABLE = 'it is written in a form that cannot be changed';

/** The best place for a credential, or why there is none: a clause that says what else there is. */
export function chooseDestination(
  credential: InlineCredential,
  entry: FixEntry,
  choice: Choice,
): Destination | { readonly reason: string } {
  const against = (destination: Destination) =>
    destination.declines(credential, entry, choice.machine) ??
    choice.failed(destination, entry) ??
    choice.missing(destination);
  if (choice.to !== undefined) {
    const wanted = DESTINATIONS.find(({ id }) => id === choice.to)!;
    const reason = against(wanted);
    return reason === undefined ? wanted : { reason };
  }
  const automatic = DESTINATIONS.filter((destination) => destination.automatic);
  const reasons = new Map<DestinationId, string>();
  let failure: string | undefined;
  for (const destination of automatic) {
    if (choice.safety === 'safe' && destination.safety !== 'safe') continue;
    const reason = against(destination);
    if (reason === undefined) return destination;
    reasons.set(destination.id, reason);
    // It would have been the place.
    if (reason === choice.failed(destination, entry)) failure ??= reason;
  }
  const closest = failure ?? closestOf(reasons, credential, entry);
  if (closest === UNWRITABLE) return { reason: closest };
  const other = automatic.find((destination) => against(destination) === undefined);
  return { reason: other ? `${closest}; --fix=all takes a ${other.title} for it` : closest };
}

/** Of several reasons the one of the place that is there for such credentials. */
function closestOf(
  reasons: ReadonlyMap<DestinationId, string>,
  { slot }: InlineCredential,
  { facts }: FixEntry,
): string {
  const isHeader = facts.server.words.length === 0 && slot.slot.field === 'headers';
  if (!isHeader) return reasons.get('keychain')!;
  // Most hosts have variables for headers, if anything.
  return reasons.get('env') ?? reasons.get('headers-helper')!;
}
