import type { LocatedText } from '../core/located-text.ts';
import type { Slot, SlotField } from '../core/model.ts';

/** What a piece of text was found in, before it is known whether it holds one slot or several. */
export interface Carrier extends Omit<Slot, 'field' | 'value'> {
  /** Set where text is inside other text, to what the outermost is in. */
  readonly field?: SlotField;
  /** How many texts this one is inside of; decomposition stops at a limit. */
  readonly depth: number;
}

function fieldOf({ field, kind, endpoint }: Carrier): SlotField {
  if (field) return field;
  if (kind === 'env') return 'env';
  if (kind === 'header') return 'headers';
  if (kind === 'argument' || kind === 'flag' || kind === 'assignment') return 'args';
  return endpoint ? 'url' : 'other';
}

/** The slot for a text that is taken whole. */
export function slotOf(value: LocatedText, carrier: Carrier): Slot {
  const { kind, name, path, destination, declaredSecret, endpoint, keyPlace, namesVariable } = carrier;
  return {
    kind,
    field: fieldOf(carrier),
    name,
    value,
    path,
    ...(destination !== undefined && { destination }),
    ...(declaredSecret && { declaredSecret }),
    ...(endpoint && { endpoint }),
    ...(keyPlace && { keyPlace }),
    ...(namesVariable && { namesVariable }),
  };
}

/** The carrier of a text inside the text of `outer`. */
export function inside(outer: Carrier, inner: Partial<Carrier> & { step: string }): Carrier {
  const { step, ...changes } = inner;
  return {
    ...outer,
    field: fieldOf(outer),
    ...changes,
    path: [...outer.path, `#${step}`],
    depth: outer.depth + 1,
  };
}
