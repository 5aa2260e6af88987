import type { ClassifiedSlot } from '../core/classified.ts';
import type { Host, HostFile } from '../core/host.ts';
import type { Path, SharedVariable } from '../core/model.ts';
import { type HeldCredential, heldCredentials } from './held-credentials.ts';
import { brokenSharedReferences } from './unexpanded.ts';

interface Shared {
  readonly host: Host;
  readonly scope: HostFile['scope'];
  readonly sharedVariables: readonly SharedVariable[];
  readonly slots: readonly ClassifiedSlot[];
}

/** The credentials in the blocks of variables that every server inherits, block by block; placeholders are none. */
export function globalCredentials({ sharedVariables, slots, host, scope }: Shared): HeldCredential[][] {
  if (sharedVariables.length === 0) return [];
  // A reference that the host leaves as it is hands nothing on.
  const broken = new Set(brokenSharedReferences(sharedVariables, slots, host, scope).map(({ slot }) => slot));
  const credentials = heldCredentials({ slots, known: undefined }).filter(
    ({ how, slot }) => how === 'literal' || (how !== 'placeholder' && !broken.has(slot)),
  );
  const blockOf = new Map(sharedVariables.map(({ path }) => [keyOf(path), keyOf(path.slice(0, -1))]));
  const blocks = new Map<string, HeldCredential[]>();
  for (const credential of credentials) {
    const block = findBlock(credential.slot.slot.path, blockOf);
    if (block === undefined) continue;
    const own = blocks.get(block) ?? [];
    blocks.set(block, own);
    own.push(credential);
  }
  return [...blocks.values()];
}

/** The block of the variable that a path leads to, or into. */
function findBlock(path: Path, blockOf: ReadonlyMap<string, string>): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const block = blockOf.get(keyOf(path.slice(0, length)));
    if (block !== undefined) return block;
  }
  return undefined;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
