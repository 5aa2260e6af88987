import { label } from '../../core/label.ts';
import { isForeignHost } from '../../credentials/home-domains.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { BEARER, BEARER_APIS, KEY_FORMS, type KeyForm, NO_HEADER } from './key-forms.ts';

/** The API that a broker is to send a credential to. */
export interface Api {
  /** Lower case, without a port. */
  readonly host: string;
  readonly form: KeyForm;
  /** Nobody says how it takes its key: that it is a bearer token is assumed. */
  readonly assumed: boolean;
}

/**
 * The API of a credential: that which the user gave, or the one of the catalogue where there is no doubt that this
 * credential is for it. Else why there is none, as a clause.
 */
export function apiOf(
  credential: InlineCredential,
  { facts }: FixEntry,
  given: string | undefined,
): Api | { readonly reason: string } {
  const known = facts.known?.server;
  const host = given ?? known?.apiHost;
  if (host === undefined)
    return { reason: 'it is not known which API it is for: give its host with --api-host' };
  if (host.includes('*'))
    return {
      reason: `the API has a host of its own for each account (${label(host)}): give yours with --api-host`,
    };
  if (given === undefined && (known!.secretEnv.length > 1 || !known!.secretEnv.includes(credential.name)))
    return {
      reason: `the server takes several credentials, and it is not known whether this one is for ${label(host)}: give the host of its API with --api-host`,
    };
  if (isForeignHost(credential.slot, host)) return { reason: `it is no credential for ${label(host)}` };
  const reason = NO_HEADER[host];
  if (reason !== undefined) return { reason };
  const form = KEY_FORMS[host] ?? BEARER;
  return { host, form, assumed: form === BEARER && !BEARER_APIS.includes(host) };
}
