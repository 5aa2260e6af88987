import { knownServerById } from '../catalog/catalog.ts';
import type { KnownServer } from '../catalog/known-server.ts';
import type { HostFile } from '../core/host.ts';
import { localUseOf } from '../servers/local-use.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { type Held, readHeld } from './held.ts';

/** What OAuth a service offers, and how clients are registered with it. */
export type OAuthOffer = 'cimd' | 'dcr' | 'preregistered' | 'some' | 'none' | 'unknown';

/** The facts that the decision table asks for, as far as a config and the catalogue show them. */
export interface Situation {
  readonly transport: 'stdio' | 'http';
  /** How the server is handed a credential. */
  readonly held: 'none' | 'literal' | 'indirect' | 'placeholder';
  readonly brokered: 'yes' | 'no';
  /** OAuth of the remote server that the vendor runs for the same service. */
  readonly vendorRemote: OAuthOffer;
  readonly selfLogin: 'yes' | 'no';
  /** A reason to keep the value out of the process: it expires, there are several accounts, or another server of the file reads files. */
  readonly exposed: 'yes' | 'no';
  /** A broker can put the credential in: it travels in an HTTPS request. */
  readonly brokerable: 'yes' | 'no';
  /** OAuth of the server that is called. */
  readonly offers: OAuthOffer;
  readonly clientSecret: 'literal' | 'none';
  /** The config says that the host signs in. */
  readonly signsIn: 'yes' | 'no';
  readonly population: 'public' | 'private' | 'local' | 'unknown';
  /** Several people, when the file is one that is usually shared. */
  readonly users: 'one' | 'many';
}

/** What the situation is, and the facts behind it that advice speaks of. */
export interface Assessment {
  readonly situation: Situation;
  readonly held: Held;
  /** The catalogue's row whose remote server would do. */
  readonly vendor?: KnownServer;
}

/** So many servers of a file are looked at for each; nobody configures more by hand. */
const MOST_BESIDE = 64;

/** What is around a server; where it is not known, the file is taken to be this user's. */
export interface Context {
  /** The servers of the file; this one may be among them. */
  readonly beside?: readonly ServerFacts[];
  readonly scope?: HostFile['scope'];
  readonly held?: Held;
}

/** Sums up one server. */
export function assess(facts: ServerFacts, context: Context): Assessment {
  const { held = readHeld(facts) } = context;
  const beside = (context.beside ?? []).slice(0, MOST_BESIDE).filter((other) => other !== facts);
  const { launch, known, server } = facts;
  const remote = launch.endpoint !== undefined || server.url !== undefined;
  const vendor = remote ? undefined : vendorOf(facts);
  const called = known?.by === 'url' ? known.server : undefined;
  const situation: Situation = {
    transport: remote ? 'http' : 'stdio',
    held: heldAs(held),
    brokered: isBrokered(facts, held) ? 'yes' : 'no',
    vendorRemote: vendor ? offerOf(vendor) : 'none',
    selfLogin: known?.server.selfLogin === undefined ? 'no' : 'yes',
    exposed: expires(held) || hasTwin(facts, beside) || isReadable(held, beside) ? 'yes' : 'no',
    brokerable: isBrokerable(held) ? 'yes' : 'no',
    offers: called ? offerOf(called) : 'unknown',
    clientSecret: held.oauth.some(({ how }) => how === 'literal') ? 'literal' : 'none',
    signsIn: signsIn(held) ? 'yes' : 'no',
    population: called || vendor ? 'public' : populationOf(facts),
    users: isShared(facts, context) ? 'many' : 'one',
  };
  return { situation, held, ...(vendor && { vendor }) };
}

function heldAs({ state }: Held): Situation['held'] {
  if (state === undefined) return 'none';
  return state === 'literal' || state === 'placeholder' ? state : 'indirect';
}

function isBrokered({ launch }: ServerFacts, { indirect, standIns, state }: Held): boolean {
  if (state !== undefined && state !== 'placeholder') return false;
  if (launch.wrappers.some(({ kind }) => kind === 'broker')) return true;
  return standIns.length > 0 || (indirect.localProxy && state === 'placeholder');
}

function vendorOf({ known }: ServerFacts): KnownServer | undefined {
  if (!known) return undefined;
  const successor =
    known.server.successor === undefined ? undefined : knownServerById(known.server.successor);
  return [known.server, successor].find((server) => server !== undefined && isOffered(offerOf(server)));
}

function offerOf({ remote }: KnownServer): OAuthOffer {
  switch (remote?.auth) {
    case 'oauth-cimd':
      return 'cimd';
    case 'oauth-dcr':
      return 'dcr';
    case 'oauth-preregistered':
      return 'preregistered';
    default:
      return remote?.oauth ? 'some' : remote ? 'none' : 'unknown';
  }
}

function isOffered(offer: OAuthOffer): boolean {
  return offer !== 'none' && offer !== 'unknown';
}

function expires({ keys }: Held): boolean {
  return keys.some(
    ({ slot: { verdict } }) =>
      verdict.kind === 'literal' &&
      (verdict.traits.includes('short-lived') || verdict.traits.includes('expired')),
  );
}

/** The same server a second time, with a credential of its own: two accounts. */
function hasTwin({ known, launch }: ServerFacts, beside: readonly ServerFacts[]): boolean {
  return beside.some((other) => {
    if (other.credentials.length === 0) return false;
    if (known) return other.known?.server.id === known.server.id;
    return launch.package !== undefined && other.launch.package?.name === launch.package.name;
  });
}

/** Another server reads files, or runs programs that see the environment of processes as well. */
function isReadable({ state }: Held, beside: readonly ServerFacts[]): boolean {
  return beside.some(({ known }) => {
    const reach = known?.server.localReach;
    return reach === 'shell' || (reach === 'files' && state === 'literal');
  });
}

function signsIn({ settings, oauth }: Held): boolean {
  return (
    oauth.length > 0 || settings.clientId !== undefined || settings.registersItself || settings.asksForOAuth
  );
}

function isShared({ host }: ServerFacts, { scope }: Context): boolean {
  const ofProjects =
    scope === undefined ? host.files.every((file) => file.scope !== 'user') : scope !== 'user';
  return host.shared && ofProjects;
}

/** Brokers put values into HTTPS requests: no database, no key that works on this machine. */
function isBrokerable({ keys, indirect }: Held): boolean {
  return (
    indirect.files.length === 0 &&
    keys.length > 0 &&
    !keys.some(({ slot: { slot } }) => localUseOf(slot) !== undefined)
  );
}

function populationOf({ launch }: ServerFacts): Situation['population'] {
  const reach = launch.endpoint?.reach;
  return reach === 'loopback' ? 'local' : reach === 'private' ? 'private' : 'unknown';
}
