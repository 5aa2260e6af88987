import type { ClassifiedSlot } from '../core/classified.ts';
import { parseKeptReference } from '../core/kept-reference.ts';
import { isExpanded, isExpansionKnown } from './expansion.ts';
import type { HeldCredential } from './held-credentials.ts';
import { readReferences } from './references.ts';
import type { ServerFacts } from './server-facts.ts';

/** The credentials of a server that stand in the argument list of its process once it runs. */
export function visibleArguments(facts: ServerFacts): HeldCredential[] {
  const set = variablesForBridge(facts);
  return facts.credentials.flatMap((credential): HeldCredential[] => {
    const { slot, how, also = [] } = credential;
    const seen = how !== 'placeholder' && [slot, ...also].find((place) => isVisible(place, facts, set));
    if (!seen) return [];
    return [{ slot: seen, how: how === 'literal' && seen.verdict.kind !== 'literal' ? 'reference' : how }];
  });
}

function isVisible(place: ClassifiedSlot, facts: ServerFacts, set: ReadonlySet<string>): boolean {
  if (place.slot.field !== 'args') return false;
  const { kind } = place.verdict;
  return kind === 'literal' || (kind === 'reference' && becomesArgument(place, facts, set));
}

/** Does somebody put the value there before the process starts? Where nobody knows, that is what its author means. */
function becomesArgument(
  { slot }: ClassifiedSlot,
  { host, launch, server }: ServerFacts,
  set: ReadonlySet<string>,
): boolean {
  const references = readReferences(slot.value);
  if (parseKeptReference(slot.value.reveal())) return launch.wrappers.some(({ name }) => name === 'mcp-lint');
  if (slot.kind === 'header' && references.some(({ name }) => set.has(name))) return false;
  if (!isExpansionKnown('args', server.path, host)) return true;
  if (references.some((reference) => isExpanded(reference, 'args', host))) return true;
  // A shell puts values into arguments; what it assigns in front of a command goes into the environment.
  return (
    slot.kind !== 'assignment' &&
    launch.wrappers.some(({ kind }) => kind === 'shell') &&
    references.length > 0
  );
}

/** mcp-remote puts variables that the entry sets into headers, in its own memory (its README, "Custom Headers"). */
function variablesForBridge({ launch, slots }: ServerFacts): ReadonlySet<string> {
  if (launch.endpoint?.bridge === undefined) return new Set();
  return new Set(slots.flatMap(({ slot }) => (slot.field === 'env' ? [slot.name] : [])));
}
