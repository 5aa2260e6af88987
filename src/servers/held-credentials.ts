import type { ClassifiedSlot } from '../core/classified.ts';
import { classifyName } from '../credentials/name.ts';
import type { ServerFacts } from './server-facts.ts';

/** A credential that a server receives. */
export interface HeldCredential {
  readonly slot: ClassifiedSlot;
  /** How the config gives it: the value itself, a reference, a question to the user, or a placeholder to be replaced. */
  readonly how: 'literal' | 'reference' | 'prompt' | 'placeholder';
}

/** The credentials among the slots of a server; defaults of local development are none. */
export function heldCredentials({ slots, known }: Pick<ServerFacts, 'slots' | 'known'>): HeldCredential[] {
  return slots.flatMap((classified): HeldCredential[] => {
    const { slot, verdict } = classified;
    if (verdict.kind === 'literal')
      return verdict.traits.includes('development-default') ? [] : [{ slot: classified, how: 'literal' }];
    if (verdict.kind !== 'reference' && verdict.kind !== 'placeholder') return [];
    const text = slot.value.reveal();
    const names = [slot.name, ...[...text.matchAll(/[A-Za-z_][A-Za-z0-9_-]{2,}/g)].map(([name]) => name)];
    const secret =
      slot.declaredSecret ||
      known?.server.secretEnv.includes(slot.name) ||
      names.some((name) => /^(?:password|secret)$/.test(classifyName(name)));
    if (!secret) return [];
    if (verdict.kind === 'placeholder') return [{ slot: classified, how: 'placeholder' }];
    return [{ slot: classified, how: /\$\{input:/.test(text) ? 'prompt' : 'reference' }];
  });
}
