import type { ServerFacts } from '../servers/server-facts.ts';
import { adviceOn } from './advice.ts';
import type { ApproachId } from './approaches.ts';
import { decide, type Step } from './decisions.ts';
import type { Ranked } from './ranked.ts';
import { assess, type Context } from './situation.ts';

/** What the decision table says of a server. */
export interface Recommendation {
  /** The row of the table. */
  readonly decision: string;
  readonly step: Step;
  /** The approaches that the step leads to. */
  readonly to: readonly ApproachId[];
  readonly why: string;
  /** What to do in this host; absent when there is nothing to do. */
  readonly advice?: string;
}

/** The better step for a server, or to keep what it does; nothing for a server of which nothing is known. */
export function recommend(facts: ServerFacts, ranked: Ranked, context: Context): Recommendation | undefined {
  if (ranked.kind === 'unknown') return undefined;
  const assessment = assess(facts, context);
  const { id, step, to, why } = decide(assessment.situation);
  const advice = step === 'keep' ? undefined : adviceOn(step, facts, assessment);
  return { decision: id, step, to, why, ...(advice !== undefined && { advice }) };
}
