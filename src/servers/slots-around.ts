import type { ClassifiedSlot } from '../core/classified.ts';
import type { Range } from '../core/range.ts';
import type { HeldCredential } from './held-credentials.ts';

/** The slots that a piece of text is in or is, and the one among them that is a credential. */
export interface SlotsAround {
  readonly around: readonly ClassifiedSlot[];
  readonly held?: ClassifiedSlot;
}

/**
 * Finds the slots around one piece of text after the other, in the order of the document: of many slots only those are
 * looked at that have begun and not yet ended.
 */
export function slotsAround(
  slots: readonly ClassifiedSlot[],
  credentials: () => readonly HeldCredential[],
): (piece: Range) => SlotsAround {
  // Most entries have no reference to ask for.
  let sorted: readonly ClassifiedSlot[] | undefined;
  let held: ReadonlySet<ClassifiedSlot> | undefined;
  let next = 0;
  let open: ClassifiedSlot[] = [];
  return (piece) => {
    held ??= new Set(credentials().flatMap(({ slot, also = [] }) => [slot, ...also]));
    sorted ??= slots.toSorted((a, b) => a.slot.value.range.start - b.slot.value.range.start);
    while (next < sorted.length && sorted[next]!.slot.value.range.start <= piece.start)
      open.push(sorted[next++]!);
    open = open.filter(({ slot }) => slot.value.range.end > piece.start);
    const around = open.filter(({ slot }) => slot.value.range.end >= piece.end);
    const own = around.find((slot) => held!.has(slot));
    return { around, ...(own && { held: own }) };
  };
}
