import type { ClassifiedSlot } from './classified.ts';
import type { Verdict } from './verdict.ts';

/** The credential that a slot holds itself; a default of local development is none. */
export function literalCredential({
  verdict,
}: ClassifiedSlot): Extract<Verdict, { kind: 'literal' }> | undefined {
  if (verdict.kind !== 'literal' || verdict.traits.includes('development-default')) return undefined;
  return verdict;
}
