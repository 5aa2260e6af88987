import type { KnownServer } from '../catalog/known-server.ts';
import { label } from '../core/label.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { Step } from './decisions.ts';
import type { Held } from './held.ts';
import { familyOf } from './host-families.ts';
import type { Assessment, OAuthOffer, Situation } from './situation.ts';
import { ownedBy, placesOf } from './words.ts';

/** Names of the brokers that the catalogue and the launcher know; the source of the ranking is by the author of the first. */
const BROKERS = 'authsome, Agent Vault or OneCLI';

/** How to take a step with this server in this host; full sentences. */
export function adviceOn(step: Step, facts: ServerFacts, { situation, held, vendor }: Assessment): string {
  switch (step) {
    case 'vendor-remote':
      return adviceOnVendor(facts, vendor!, situation.vendorRemote);
    case 'oauth':
      return adviceOnOAuth(facts, held, situation.offers);
    case 'self-login':
      return `Delete ${placesOfKeys(held)} and let the server sign you in (${facts.known!.server.selfLogin}).`;
    case 'broker':
      return `Put a placeholder into ${placesOfKeys(held)} and start the server through a credential broker (${BROKERS}), which puts the real value into its HTTPS requests; "mcp-lint fix --to authsome" writes such an entry.${situation.held === 'literal' ? ` Until then: ${adviceOfHost(facts, held)}` : ''}`;
    case 'reference':
      return adviceOfHost(facts, held);
    case 'own-key':
      return `Let everyone use a key of their own, and ask the operator of the server for OAuth. ${adviceOfHost(facts, held)}`;
    case 'client-secret':
      return `Take ${placesOf(held.oauth.map(({ slot }) => slot))} out of the file: ${facts.host.advice.other}`;
    case 'preregister':
      return 'If more than one person uses the server, put OAuth before it and register a client for this host in advance.';
    case 'keep':
      return adviceOnKeeping(facts, held, situation);
  }
}

function adviceOnVendor(facts: ServerFacts, vendor: KnownServer, offer: OAuthOffer): string {
  const { provider, confirmed } = vendor;
  const { selfLogin } = facts.known!.server;
  const signsIn = confirmed ? 'signs in' : 'is said to sign in';
  const client =
    offer === 'preregistered'
      ? `, with the id of a registered client in ${familyOf(facts.host.id).clientId}`
      : '';
  const otherwise =
    selfLogin === undefined
      ? 'Check first that it has the tools that you need.'
      : `Or keep the local one without a credential (${selfLogin}).`;
  return `Use ${ownedBy(provider)} own remote server, which ${signsIn} with OAuth: ${connect(facts, vendor)}${client}. ${otherwise}`;
}

function adviceOnOAuth(facts: ServerFacts, held: Held, offer: OAuthOffer): string {
  const { bridge } = facts.launch.endpoint ?? {};
  const where = bridge === undefined ? 'the host' : 'the host or the bridge';
  const client =
    offer === 'preregistered'
      ? ` The server takes only clients that were registered with it in advance: the id goes into ${familyOf(facts.host.id).clientId}.`
      : '';
  return `Delete ${placesOfKeys(held)}, let ${where} sign in with OAuth, and revoke the key.${client}`;
}

/** The name of the entry where it is one word; it may be typed into a shell. */
function connect({ host, server }: ServerFacts, { id, remote }: KnownServer): string {
  const name = /^[A-Za-z][A-Za-z-]{0,31}$/.test(server.name) ? label(server.name) : id;
  return familyOf(host.id).connect.replaceAll('{name}', name).replaceAll('{url}', remote!.url);
}

function adviceOfHost({ host }: ServerFacts, { keys }: Held): string {
  const worst = keys.find(({ how }) => how === 'literal') ?? keys[0];
  return worst ? hostAdvice(host, worst.slot) : host.advice.other;
}

function placesOfKeys({ keys }: Held): string {
  return placesOf(keys.map(({ slot }) => slot)) || 'the credential';
}

/** The credential is not in the file: a prompt of the host keeps it better than the environment, a broker better still. */
function adviceOnKeeping(facts: ServerFacts, held: Held, { brokerable, transport }: Situation): string {
  const asks = facts.host.interpolation.some(({ unset }) => unset === 'prompt');
  if (asks && held.keys.some(({ how }) => how === 'reference')) return adviceOfHost(facts, held);
  const rights = 'Give the credential no more rights than the server needs';
  if (transport === 'http') return `${rights}, and ask its operator for OAuth.`;
  return brokerable === 'yes'
    ? `${rights}; a credential broker (${BROKERS}) would keep it out of the process as well.`
    : `${rights}.`;
}
