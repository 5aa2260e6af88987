import { LocatedText } from '../../src/core/located-text.ts';
import type { Slot } from '../../src/core/model.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import { classify } from '../../src/credentials/classify.ts';

/** The verdict on a value under a name. */
export function verdictOn(name: string, value: string, rest: Partial<Slot> = {}): Verdict {
  return classify({ kind: 'env', field: 'env', name, path: [], ...rest, value: new LocatedText(value, 0) });
}
