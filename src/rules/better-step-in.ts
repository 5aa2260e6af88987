import { type BetterStep, betterStep } from '../ranking/better-step.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { DocumentFacts } from './rule.ts';

/** So many servers of a file are looked at for each; nobody configures more by hand. */
const MOST_BESIDE = 64;

/** The better step for a server among the others of its file. */
export function betterStepIn(document: DocumentFacts, facts: ServerFacts): BetterStep | undefined {
  const beside = document.servers.slice(0, MOST_BESIDE).filter((other) => other !== facts);
  return betterStep(facts, { beside, scope: document.scope });
}
