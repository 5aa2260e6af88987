import type { Field } from '../../core/host.ts';
import type { LocatedText } from '../../core/located-text.ts';
import { isExpanded } from '../../servers/expansion.ts';
import { readReferences } from '../../servers/references.ts';
import type { ServerFacts } from '../../servers/server-facts.ts';

/**
 * Whether a text that is to be kept as a whole has references in it, which nobody would put values for once it comes out of
 * a vault. What only may be one counts where the host expands it: passwords may hold such text.
 */
export function mixesReferences(text: LocatedText, field: Field, { host }: ServerFacts): boolean {
  return readReferences(text).some(
    (reference) => reference.certainty === 'certain' || isExpanded(reference, field, host),
  );
}
