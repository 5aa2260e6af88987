import type { ClassifiedSlot } from '../core/classified.ts';
import { isForeignHost } from '../credentials/home-domains.ts';
import { issuerById } from '../credentials/known-issuers.ts';
import type { ServerFacts } from './server-facts.ts';

/**
 * Does this slot send the credential of one service to a remote server of another? A server that documents that it takes
 * such credentials, or that belongs to the issuer, is none.
 */
export function sendsToStranger(classified: ClassifiedSlot, facts: ServerFacts): boolean {
  const { slot, verdict } = classified;
  const { launch, known } = facts;
  const { endpoint } = launch;
  if (endpoint?.reach !== 'public' || verdict.kind !== 'literal') return false;
  if (!isForeignHost(classified, endpoint.hostname) || !isSent(classified, facts)) return false;
  if (!known) return true;
  const { apiHost, provider, remote } = known.server;
  const header = slot.name.toLowerCase();
  if (header !== 'authorization' && remote?.secretHeaders.some((name) => name.toLowerCase() === header))
    return false;
  const issuer = issuerById(verdict.issuer ?? '');
  const isOwn = issuer && plain(provider).includes(plain(issuer.name));
  return !isOwn && (apiHost === undefined || isForeignHost(classified, apiHost));
}

/** In a header or a parameter, itself or by a reference of the entry to it: `--header "Authorization: ${AUTH}"`. */
function isSent(classified: ClassifiedSlot, { credentials, launch }: ServerFacts): boolean {
  const also = credentials.find(({ slot }) => slot === classified)?.also ?? [];
  return [classified, ...also].some(
    ({ slot }) =>
      (slot.kind === 'header' && slot.field !== 'env') ||
      (slot.kind === 'url-query' && slot.destination === launch.endpoint?.hostname),
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
