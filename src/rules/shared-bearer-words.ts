import type { ClassifiedSlot } from '../core/classified.ts';
import { label } from '../core/label.ts';
import type { LocatedText } from '../core/located-text.ts';
import { formatById, issuerById } from '../credentials/known-issuers.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { DocumentFacts, Draft } from './rule.ts';
import { placeOf } from './words.ts';

/** One place where a credential is written. */
export interface Use {
  readonly document: DocumentFacts;
  readonly slot: ClassifiedSlot;
  readonly secret: LocatedText;
  readonly facts?: ServerFacts;
}

/** What a finding about uses of a credential says. */
export type Words = Pick<Draft, 'severity' | 'message' | 'why' | 'advice'>;

/** A server of somebody else gets it. */
export function wordsForStranger({ slot, facts }: Use): Words {
  const owner = issuerOf(slot) ?? 'its issuer';
  const host = label(facts?.launch.endpoint?.hostname ?? '');
  return {
    severity: 'error',
    message: `${nameOf(slot)} in ${placeOf(slot)} is sent to ${host}, which is not known to be ${owner}'s`,
    why: `Whoever runs that server can use ${owner} in your name. The entry makes the client send a token that was not issued for this server, which the specification forbids.`,
    advice: `Delete it here and revoke it. Use ${owner}'s own server, or a credential that this server issues.`,
  };
}

/** One OAuth client at several authorization servers. */
export function wordsForClient({ document, slot }: Use, places: readonly Use[][]): Words {
  return {
    severity: 'warning',
    message: `One OAuth client secret is used by ${countPlaces(places)} with different addresses, first in ${placeOf(slot)}`,
    why: 'A client secret belongs to the authorization server that issued it. Unless all of them use that one, which a config cannot show, the entries make the client present it to another, which the specification forbids since its revision of 2026-07-28.',
    advice: `Register a client with each authorization server, without a secret where it allows that. ${document.host.advice[slot.slot.field]}`,
  };
}

/** Several servers or files have it. */
export function wordsForShared({ document, slot }: Use, places: readonly Use[][]): Words {
  return {
    severity: 'warning',
    message: `${nameOf(slot)} is shared by ${countPlaces(places)}, first in ${placeOf(slot)}`,
    why: 'When one of them leaks it, all of them have to be changed, and its issuer cannot tell which of them did what.',
    advice: `Make a credential for each of them, with only the rights that it needs, and revoke this one. ${document.host.advice[slot.slot.field]}`,
  };
}

/** Several people have the file. */
export function wordsForFile(uses: readonly Use[]): Words {
  const { document, slot } = uses[0]!;
  const reason = document.host.distributed ? 'is there to be given to others' : 'is tracked by git';
  const what =
    uses.length === 1
      ? `${nameOf(slot)} in ${placeOf(slot)} is`
      : `${uses.length} credentials, first in ${placeOf(slot)}, are`;
  return {
    severity: 'warning',
    message: `${what} shared by all who get this file, which ${reason}`,
    why: 'Nobody can be shut out without shutting out all, and an issuer cannot tell who used its credential.',
    advice: `Let each person have a credential of their own, and revoke what is written here. ${document.host.advice[slot.slot.field]}`,
  };
}

/** `3 servers in 2 files`, `2 places in 1 file`. */
function countPlaces(places: readonly Use[][]): string {
  const noun = places.every(([use]) => use?.facts) ? 'servers' : 'places';
  const files = new Set(places.map(([use]) => use!.document)).size;
  return `${places.length} ${noun} in ${files} ${files === 1 ? 'file' : 'files'}`;
}

function nameOf({ verdict }: ClassifiedSlot): string {
  if (verdict.kind === 'literal' && verdict.ownFormat) return label(verdict.ownFormat.title);
  const known =
    verdict.kind === 'literal' && verdict.format !== undefined ? formatById(verdict.format) : undefined;
  return known && known.issuer.hosts.length > 0
    ? `${known.issuer.name} ${known.format.kind}`
    : 'A credential';
}

function issuerOf({ verdict }: ClassifiedSlot): string | undefined {
  return verdict.kind === 'literal' && verdict.issuer !== undefined
    ? issuerById(verdict.issuer)?.name
    : undefined;
}
