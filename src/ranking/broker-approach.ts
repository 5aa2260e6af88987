import type { ServerFacts } from '../servers/server-facts.ts';
import type { ApproachId } from './approaches.ts';
import { sentencesOnKeys } from './given.ts';
import type { Held } from './held.ts';
import { type Ranked, rankAs } from './ranked.ts';

/**
 * The approach of a server that a broker starts, or whose requests pass a local proxy that has a placeholder to
 * replace. A real credential beside that spoils it: then it is `otherwise`.
 */
export function brokerApproach(
  { launch }: ServerFacts,
  held: Held,
  otherwise: ApproachId,
): Ranked | undefined {
  const broker = launch.wrappers.find(({ kind }) => kind === 'broker');
  if (!broker && !(held.indirect.localProxy && held.state === 'placeholder')) return undefined;
  const how = broker
    ? `The broker ${broker.name} starts the server.`
    : 'Its requests go through a proxy on this machine, and a placeholder stands where the credential would.';
  if (held.state === undefined || held.state === 'placeholder')
    return rankAs('broker', undefined, how, ...(broker ? sentencesOnKeys(held) : []));
  return rankAs(
    otherwise,
    held.state,
    `${how} All the same a credential is handed to the server itself.`,
    ...sentencesOnKeys(held),
  );
}
