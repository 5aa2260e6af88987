import type { ClassifiedSlot } from '../core/classified.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import { type IndirectCredentials, indirectCredentials } from '../servers/indirect-credentials.ts';
import { belongsToOAuth, type OAuthSettings, readOAuthSettings } from '../servers/oauth-settings.ts';
import type { ServerFacts } from '../servers/server-facts.ts';

/** How a credential is handed over; the worst way first. */
export const STATES = ['literal', 'file', 'reference', 'prompt', 'wrapper', 'helper', 'placeholder'] as const;
export type State = (typeof STATES)[number];

/** All that a server is handed, sorted by what it is. */
export interface Held {
  /** Keys that a request or an environment carries. */
  readonly keys: readonly HeldCredential[];
  /** Values that a broker replaces on the way. */
  readonly standIns: readonly ClassifiedSlot[];
  /** Client secrets and stored tokens of OAuth. */
  readonly oauth: readonly HeldCredential[];
  readonly settings: OAuthSettings;
  readonly indirect: IndirectCredentials;
  /** Started by a tool that puts secrets into the environment. */
  readonly injected: boolean;
  /** The worst way in which one of the keys is given; nothing when there is none. */
  readonly state?: State;
}

/** Members that tell people what to fill in. */
const PROSE = /^_{0,2}(?:comment|description|title|notes?|label)$/i;
const PROXY_VARIABLE = /^(?:https?|all)_proxy$/i;

const NOTHING: IndirectCredentials = { variableFile: false, inherited: [], files: [], localProxy: false };

/** Sorts what a server is handed. */
export function readHeld(facts: ServerFacts): Held {
  const { launch, slots } = facts;
  const settings = readOAuthSettings(facts);
  const given = indirectCredentials(facts);
  // The environment of a bridge is not that of the server.
  const indirect = launch.endpoint ? { ...NOTHING, localProxy: given.localProxy } : given;
  const credentials = facts.credentials.filter(
    ({ slot }) => !isOfProxy(slot.slot.path) && !PROSE.test(slot.slot.name),
  );
  const oauth = launch.endpoint ? credentials.filter(({ slot }) => belongsToOAuth(slot.slot)) : [];
  const keys = credentials.filter((one) => !oauth.includes(one));
  const standIns = slots.filter(
    ({ verdict }) => verdict.kind === 'reference' && verdict.syntax === 'broker placeholder',
  );
  const injected = launch.wrappers.some(({ kind }) => kind === 'secret-manager');
  const ways = new Set<State>([
    ...keys.map(({ how }) => how),
    ...standIns.map(() => 'placeholder' as const),
    ...(indirect.files.length > 0 || indirect.variableFile ? (['file'] as const) : []),
    ...(indirect.inherited.length > 0 || settings.headerFromVariable ? (['reference'] as const) : []),
    ...(injected ? (['wrapper'] as const) : []),
    ...(settings.helper ? (['helper'] as const) : []),
  ]);
  // What a tool puts in for a reference is no longer a reference that the host expands.
  if (injected) ways.delete('reference');
  const state = STATES.find((way) => ways.has(way));
  return { keys, standIns, oauth, settings, indirect, injected, ...(state && { state }) };
}

/** The user information of a proxy's address is for the proxy. */
function isOfProxy(path: readonly (string | number)[]): boolean {
  return path.some((step) => typeof step === 'string' && PROXY_VARIABLE.test(step));
}
