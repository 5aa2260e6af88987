import type { Slot } from '../core/model.ts';
import type { Verdict } from '../core/verdict.ts';
import { classifyFormat } from './classify-format.ts';
import { classifyOpaque } from './classify-opaque.ts';
import { classifyName, type NameClass } from './name.ts';
import type { OwnVerdict } from './own-credentials.ts';
import { readPhrase } from './phrase.ts';
import { findReferences, type ReferenceMatch } from './reference.ts';
import { looksRandom } from './shape.ts';

/**
 * Decides what the value of a slot is: first by what the value itself shows (a reference, a known format), then by what
 * its name promises and whether the value keeps that promise. `own` knows what the settings say of it.
 */
export function classify(slot: Slot, own?: OwnVerdict): Verdict {
  const text = slot.value.reveal();
  const nameClass = classifySlotName(slot);
  const references = findReferences(text);
  if (references && !isLiteralBeside(references, nameClass)) {
    return { kind: 'reference', syntax: references.syntax, reason: `a reference (${references.syntax})` };
  }
  return own?.(slot) ?? classifyFormat(slot) ?? classifyOpaque(slot, nameClass);
}

/** Query parameters that carry keys although their names say little (Azure Functions, OpenWeather, SAS). */
const KEY_PARAMETERS = /^(?:code|appid|sig|s|k|sid|session|profile_key)$/i;

function classifySlotName(slot: Slot): NameClass {
  // The default of a reference has two names, its own variable's and that of the slot around it.
  const names = slot.kind === 'reference-default' ? slot.name.split(' ') : [slot.name];
  const nameClass = mostSecret(names.map(classifyName));
  if (slot.declaredSecret && nameClass !== 'password') return 'secret';
  if (slot.kind === 'url-query' && KEY_PARAMETERS.test(slot.name)) return 'weak';
  return nameClass;
}

const BY_SECRECY: readonly NameClass[] = ['password', 'secret', 'weak', 'public', 'benign', 'neutral'];

function mostSecret(classes: readonly NameClass[]): NameClass {
  return BY_SECRECY.find((nameClass) => classes.includes(nameClass)) ?? 'neutral';
}

/** Is the text a literal although some of it reads like a reference? Passwords hold `$`, `%` and `<` as well. */
function isLiteralBeside({ rest, certain }: ReferenceMatch, nameClass: NameClass): boolean {
  if (looksRandom(rest, 16)) return true;
  if (certain || !/^(?:password|secret|weak)$/.test(nameClass)) return false;
  return rest.replace(/[^A-Za-z0-9]/g, '').length >= 3 && readPhrase(rest) === undefined;
}
