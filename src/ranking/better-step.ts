import type { ServerFacts } from '../servers/server-facts.ts';
import { adviceOn } from './advice.ts';
import { decide, type Step } from './decisions.ts';
import { assess, type Context } from './situation.ts';

/** What to do about the credential of a server, in words for its user. */
export interface BetterStep {
  /** `keep`: nothing better is known, and the advice is how to keep it well. */
  readonly step: Step;
  /** What to do in this host; full sentences. */
  readonly advice: string;
}

/** The better way to hand this server its credential; nothing when it is handed none and nothing is to be done. */
export function betterStep(facts: ServerFacts, context: Context = {}): BetterStep | undefined {
  const assessment = assess(facts, context);
  const { step } = decide(assessment.situation);
  if (step === 'keep' && assessment.situation.held !== 'indirect') return undefined;
  return { step, advice: adviceOn(step, facts, assessment) };
}
