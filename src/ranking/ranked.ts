import type { ApproachId } from './approaches.ts';
import type { State } from './held.ts';

/** Where a server stands in the ranking, as far as its config and the catalogue show it. */
export type Ranked =
  | {
      readonly kind: 'ranked';
      /** One, or those that a config cannot tell apart, the least secure first. */
      readonly approaches: readonly [ApproachId, ...ApproachId[]];
      /** How the credential is handed over. */
      readonly state?: State;
      /** Why it is that: sentences of ours, with labels. */
      readonly evidence: readonly [string, ...string[]];
    }
  | { readonly kind: 'unknown'; readonly because: string };

type Known = Extract<Ranked, { kind: 'ranked' }>;

/** A place in the ranking and why; further sentences may be absent. */
export function rankAs(
  approaches: ApproachId | Known['approaches'],
  state: State | undefined,
  first: string,
  ...more: readonly (string | undefined)[]
): Known {
  return {
    kind: 'ranked',
    approaches: typeof approaches === 'string' ? [approaches] : approaches,
    ...(state && { state }),
    evidence: [first, ...more.filter((one) => one !== undefined)],
  };
}
