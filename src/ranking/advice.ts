import type { KnownServer } from '../catalog/known-server.ts';
import { label } from '../core/label.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { Step } from './decisions.ts';
import type { Held } from './held.ts';
import { familyOf } from './host-families.ts';
import type { Assessment, OAuthOffer } from './situation.ts';
import { placesOf } from './words.ts';

/** Names of the brokers that the catalogue and the launcher know; the source of the ranking is by the author of the first. */
const BROKERS = 'authsome, Agent Vault, OneCLI or Clawvisor';

/** How to take a step with this server in this host; full sentences. */
export function adviceOn(step: Step, facts: ServerFacts, { situation, held, vendor }: Assessment): string {
  switch (step) {
    case 'vendor-remote':
      return adviceOnVendor(facts, vendor!, situation.vendorRemote);
    case 'oauth':
      return adviceOnOAuth(facts, held, situation.offers);
    case 'self-login':
      return `Delete ${placesOfKeys(held)} and let the server sign you in: ${facts.known!.server.selfLogin}.`;
    case 'broker':
      return `Put a placeholder into ${placesOfKeys(held)} and start the server through a credential broker (${BROKERS}), which puts the real value into its HTTPS requests.${situation.held === 'literal' ? ` Until then: ${hostAdvice(facts, held)}` : ''}`;
    case 'reference':
      return hostAdvice(facts, held);
    case 'own-key':
      return `Let everyone use a key of their own. ${hostAdvice(facts, held)} Ask the operator of the server for OAuth.`;
    case 'client-secret':
      return `Take ${placesOf(held.oauth.map(({ slot }) => slot))} out of the file: ${facts.host.advice.other}`;
    case 'preregister':
      return 'If more than one person uses the server, put OAuth before it and register a client for this host in advance.';
    case 'keep':
      return adviceOnKeeping(situation.brokerable === 'yes' && situation.transport === 'stdio');
  }
}

function adviceOnVendor(facts: ServerFacts, vendor: KnownServer, offer: OAuthOffer): string {
  const { provider, remote, confirmed } = vendor;
  const local = facts.known!.server;
  const what = `Use the vendor's own remote server of ${provider}, ${remote!.url}, which ${confirmed ? 'signs in' : 'is said to sign in'} with OAuth.`;
  const login = local.selfLogin
    ? ` Or stay with the local one without a credential: ${local.selfLogin}.`
    : '';
  return `${what} ${connect(facts, vendor)}${clientNote(facts, offer)}${login} Check first that it has the tools that you need.`;
}

function adviceOnOAuth(facts: ServerFacts, held: Held, offer: OAuthOffer): string {
  const { bridge } = facts.launch.endpoint ?? {};
  const where = bridge === undefined ? 'the host' : 'the host or the bridge';
  return `Delete ${placesOfKeys(held)} and let ${where} sign in with OAuth.${clientNote(facts, offer)} Then revoke the key.`;
}

function clientNote({ host }: ServerFacts, offer: OAuthOffer): string {
  return offer === 'preregistered'
    ? ` It takes only clients that were registered with it in advance; some hosts are. ${familyOf(host.id).clientId}`
    : '';
}

/** The name of the entry where it is one word; it may be typed into a shell. */
function connect({ host, server }: ServerFacts, { id, remote }: KnownServer): string {
  const name = /^[A-Za-z][A-Za-z-]{0,31}$/.test(server.name) ? label(server.name) : id;
  return familyOf(host.id).connect.replaceAll('{name}', name).replaceAll('{url}', remote!.url);
}

function hostAdvice({ host }: ServerFacts, { keys }: Held): string {
  const worst = keys.find(({ how }) => how === 'literal') ?? keys[0];
  return host.advice[worst?.slot.slot.field ?? 'other'];
}

function placesOfKeys({ keys }: Held): string {
  return placesOf(keys.map(({ slot }) => slot)) || 'the credential';
}

function adviceOnKeeping(brokerable: boolean): string {
  const rights =
    'Nothing better is known for this server: keep the credential out of the file as it is, and give it no more rights than the server needs.';
  return brokerable
    ? `${rights} A launcher that reads the keychain would keep it out of the environment of the host as well, a credential broker (${BROKERS}) even out of the server.`
    : rights;
}
