import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import { textsOfEntry } from './entry-texts.ts';
import { readEnvironment } from './environment.ts';
import type { HeldCredential } from './held-credentials.ts';
import { indirectCredentials } from './indirect-credentials.ts';
import { localUseOf } from './local-use.ts';
import { runsOnNode } from './node-server.ts';
import type { ServerFacts } from './server-facts.ts';

/** A value that a broker is to replace in the requests of a server. */
export interface StandIn {
  readonly broker: BrokerName;
  readonly range: Range;
  readonly path: Path;
}

export type BrokerName = 'authsome' | 'agent-vault' | 'onecli';

/**
 * Placeholders that are one broker's own: authsome 0.7.2 and OneCLI set theirs themselves, that of Agent Vault is in its
 * documentation. Others are free for the user to choose.
 */
const STAND_INS = /\b(?:(authsome)-proxy-managed|(onecli)-managed|(agent-vault)-(?:proxy-)?managed)\b/g;
/** What its documentation recommends, which other people write for "fill this in". */
const AGENT_VAULT_STAND_IN = /^(?:Bearer )?__\w{1,200}__$/;
const AGENT_VAULT_VARIABLE = /^AGENT_VAULT_(?:ADDR|VAULT|TOKEN)$/;
/** What brokers themselves are told. */
const OF_A_BROKER = /^(?:AUTHSOME|AGENT_VAULT|ONECLI|CLAWVISOR|INFISICAL)_/;

/** The values of an entry that a broker is to replace, where nothing in it starts the broker. */
export function unbrokeredStandIns(facts: ServerFacts): StandIn[] {
  const { server, launch } = facts;
  if (launch.wrappers.some(({ kind }) => kind === 'broker')) return [];
  let named: boolean | undefined;
  const namesAgentVault = () =>
    (named ??= readEnvironment(server, launch.assignments).some(({ name }) =>
      AGENT_VAULT_VARIABLE.test(name),
    ));
  const found = textsOfEntry(server).flatMap(({ text, path }): StandIn[] => {
    const source = text.length > LONGEST ? '' : text.reveal();
    if (source.includes('__') && AGENT_VAULT_STAND_IN.test(source) && namesAgentVault())
      return [{ broker: 'agent-vault', range: text.range, path }];
    if (!source.includes('-managed')) return [];
    return [...source.matchAll(STAND_INS)].map((match) => ({
      broker: (match[1] ?? match[2] ?? match[3]) as BrokerName,
      range: text.slice(match.index, match.index + match[0].length).range,
      path,
    }));
  });
  return found.length > 0 && indirectCredentials(facts).localProxy ? [] : found;
}

/** Whether a program of which nothing is known may start a broker by itself. */
export function mayStartAnything({ launch }: ServerFacts): boolean {
  return !launch.package && !launch.endpoint && !launch.container && !runsOnNode(launch);
}

/** Placeholders are short; a script with one in it is not much longer. */
const LONGEST = 4096;

/** The credentials that a server is handed although a broker starts it, where a broker could put them in. */
export function unbrokeredLiterals({ launch, credentials }: ServerFacts): HeldCredential[] {
  if (!launch.wrappers.some(({ kind }) => kind === 'broker')) return [];
  return credentials.filter(
    ({ slot: { slot }, how }) =>
      how === 'literal' && !OF_A_BROKER.test(slot.name) && localUseOf(slot) === undefined,
  );
}

/**
 * Whether the requests of a server may go around the proxy of its broker: Node.js takes no notice of HTTPS_PROXY unless it
 * is told to, and authsome 0.7.2 does not tell it. HTTP clients that read the variable themselves do not need that.
 */
export function ignoresProxy({ server, launch }: ServerFacts): boolean {
  if (!launch.wrappers.some(({ name }) => name === 'authsome') || launch.endpoint) return false;
  if (!runsOnNode(launch)) return false;
  return !readEnvironment(server, launch.assignments).some(
    ({ name }) => name === 'NODE_USE_ENV_PROXY' || name === 'NODE_OPTIONS',
  );
}
