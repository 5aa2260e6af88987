import type { ClassifiedSlot } from '../core/classified.ts';
import type { Field, Host, HostFile } from '../core/host.ts';
import { parseKeptReference } from '../core/kept-reference.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, SharedVariable } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import { isBlanked } from './blanked.ts';
import { textsOfEntry } from './entry-texts.ts';
import { isExpandedOnTheWay, readHelper } from './expanders.ts';
import { formFor, isExpanded, isWrittenAs, knownExpansion } from './expansion.ts';
import { heldCredentials } from './held-credentials.ts';
import { type Reference, readReferences } from './references.ts';
import type { ServerFacts } from './server-facts.ts';
import { type SlotsAround, slotsAround } from './slots-around.ts';

/** A reference that does not become the value that its author meant. */
export interface BrokenReference {
  /** `literal`: the text goes on as it is. `blank`: an empty value does. `refused`: the host does not take the entry. */
  readonly outcome: 'literal' | 'blank' | 'refused';
  /** As the host tables write it. */
  readonly syntax: string;
  readonly field: Field;
  /** A credential is expected there. */
  readonly credential: boolean;
  /** The program may know what to do with the text. */
  readonly doubtful: boolean;
  /** The form that this host takes there instead, if any. */
  readonly form?: string;
  readonly range: Range;
  readonly path: Path;
  /** The slot that it is in or is. */
  readonly slot?: ClassifiedSlot;
}

type Entry = Pick<ServerFacts, 'server' | 'host' | 'slots' | 'launch' | 'credentials'>;

/** The references of an entry that neither its host nor a program on the way puts a value for. */
export function brokenReferences(entry: Entry, scope: HostFile['scope']): BrokenReference[] {
  const { server, host, launch } = entry;
  if (host.unknownExpansion === 'all' || !mayRefer(entry)) return [];
  const isKnown = knownExpansion(server.path, host);
  const find = slotsAround(entry.slots, () => entry.credentials);
  return textsOfEntry(server).flatMap(({ field, text, path }) => {
    if (!isKnown(field)) return [];
    const isExpandedByShell = field === 'helper' ? readHelper(text) : undefined;
    return readReferences(text).flatMap((reference) => {
      // Those of our own vaults are another rule's.
      if (parseKeptReference(reference.text.reveal())) return [];
      const place = { field, path, ...find(reference.text.range) };
      const outcome = outcomeOf(reference, place, host, scope);
      const kinds = place.around.map(({ slot }) => slot.kind);
      const isMended = isExpandedByShell?.(reference) ?? isExpandedOnTheWay(reference, field, kinds, launch);
      if (!outcome || (outcome === 'literal' && isMended)) return [];
      // A program of which nothing is known but its name may fetch what the address of a secret stands for.
      const isOpaque = !launch.package && !launch.endpoint && reference.syntax.endsWith('://…');
      return [broken(reference, place, outcome, host, isOpaque)];
    });
  });
}

/** Is there anything in an entry that a reference could be made of? Most have nothing, and need no second look. */
function mayRefer({ server, slots }: Pick<Entry, 'server' | 'slots'>): boolean {
  const texts = [...slots.map(({ slot }) => slot.value), ...server.words.map(({ text }) => text)];
  if (server.url) texts.push(server.url);
  return texts.some((text) => {
    const source = text.reveal();
    return MARKS.some((mark) => source.includes(mark));
  });
}

/** Characters of which every form of reference has one. */
const MARKS = ['$', '{', '%', ':', '`', '[[', '!', 'env', 'ENV'];

/** The same in the blocks that every server inherits. */
export function brokenSharedReferences(
  variables: readonly SharedVariable[],
  slots: readonly ClassifiedSlot[],
  host: Host,
  scope: HostFile['scope'],
): BrokenReference[] {
  const unknown = host.unknownExpansion;
  if (variables.length === 0 || unknown === 'all' || unknown?.fields?.includes('env')) return [];
  const find = slotsAround(slots, () => heldCredentials({ slots, known: undefined }));
  return variables.flatMap(({ value, path }) =>
    readReferences(value).flatMap((reference) => {
      const place = { field: 'env' as const, path, ...find(reference.text.range) };
      const outcome = outcomeOf(reference, place, host, scope);
      return outcome ? [broken(reference, place, outcome, host, false)] : [];
    }),
  );
}

/** Where a reference stands. */
interface ReferencePlace extends SlotsAround {
  readonly field: Field;
  readonly path: Path;
}

function outcomeOf(
  reference: Reference,
  { field, held }: ReferencePlace,
  host: Host,
  scope: HostFile['scope'],
): BrokenReference['outcome'] | undefined {
  if (reference.certainty === 'chance' && !(held && isWhole(held.slot.value, reference))) return undefined;
  if (reference.certainty === 'template' && !held) return undefined;
  const isRefused = host.refused?.some(
    (refusal) =>
      refusal.fields.includes(field) &&
      (refusal.scope ?? scope) === scope &&
      isWrittenAs(reference, refusal.syntax),
  );
  if (isRefused) return 'refused';
  if (!isExpanded(reference, field, host)) return 'literal';
  return reference.syntax === '${NAME}' && isBlanked(host, field, reference.name) ? 'blank' : undefined;
}

function broken(
  { syntax, certainty, text }: Reference,
  { field, path, around, held }: ReferencePlace,
  outcome: BrokenReference['outcome'],
  host: Host,
  isOpaque: boolean,
): BrokenReference {
  const form = outcome !== 'literal' || syntax === '${/}' ? undefined : formFor(field, host);
  const slot = held ?? around[0];
  return {
    outcome,
    syntax,
    field,
    credential: held !== undefined,
    doubtful: certainty === 'template' || isOpaque,
    ...(form !== undefined && { form }),
    range: text.range,
    path: slot?.slot.path ?? path,
    ...(slot && { slot }),
  };
}

function isWhole(value: LocatedText, { text }: Reference): boolean {
  return value.range.start === text.range.start && value.range.end === text.range.end;
}
