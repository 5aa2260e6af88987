import type { ServerFacts } from '../servers/server-facts.ts';
import { brokerApproach } from './broker-approach.ts';
import type { Held } from './held.ts';
import { localApproach } from './local-approach.ts';
import type { Ranked } from './ranked.ts';
import { remoteApproach } from './remote-approach.ts';

/** Where a server stands in the ranking. Bridges count as what is behind them. */
export function approachOf(facts: ServerFacts, held: Held): Ranked {
  if (facts.launch.endpoint || facts.server.url)
    return brokerApproach(facts, held, 'header-key') ?? remoteApproach(facts, held);
  if (facts.server.words.length > 0)
    return brokerApproach(facts, held, 'env-pass-through') ?? localApproach(facts, held);
  return { kind: 'unknown', because: 'the entry says neither what to start nor where to connect' };
}
