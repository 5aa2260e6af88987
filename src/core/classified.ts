import type { Server, Slot } from './model.ts';
import type { Verdict } from './verdict.ts';

/** A slot and what its value is. */
export interface ClassifiedSlot {
  readonly slot: Slot;
  readonly verdict: Verdict;
  readonly server?: Server;
}
