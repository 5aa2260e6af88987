import type { ClassifiedSlot } from '../core/classified.ts';
import { lastPassing } from '../core/last-passing.ts';
import { literalCredential } from '../core/literal-credential.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { LintedDocument } from '../lint-document.ts';
import { findScalar, type ScalarPlace } from './find-scalar.ts';
import type { FixEntry, InlineCredential } from './inline-credential.ts';
import { InlineNames } from './inline-name.ts';

/** Every literal credential of a document: those of its server entries, and those outside of any. */
export function findCredentials(linted: LintedDocument): {
  entries: FixEntry[];
  outside: InlineCredential[];
} {
  const entries = linted.servers
    .map((facts) => ({ facts, document: linted, credentials: inlineCredentials(linted, facts.slots) }))
    .filter(({ credentials }) => credentials.length > 0);
  return { entries, outside: inlineCredentials(linted, linted.slots) };
}

function inlineCredentials(linted: LintedDocument, slots: readonly ClassifiedSlot[]): InlineCredential[] {
  const found: InlineCredential[] = [];
  const names = new InlineNames(slots[0]?.server?.words ?? []);
  for (const slot of slots) {
    const literal = literalCredential(slot);
    const place = literal && findScalar(linted.root, literal.secret.range);
    if (!place) continue;
    const { holder, path } = place;
    const part = partOf(holder.text, literal.secret.range);
    if (part.length > 0)
      found.push({ slot, name: names.of(slot.slot, namingPlace(slot.slot, place)), holder, path, part });
  }
  return withoutOverlap(
    found.sort((a, b) => a.part.range.start - b.part.range.start || b.part.range.end - a.part.range.end),
  );
}

/** Where the string stands in its entry, also when code has it elsewhere. */
function namingPlace({ path }: Slot, place: ScalarPlace): ScalarPlace {
  const inside = path.findIndex((step) => String(step).startsWith('#'));
  const own = inside === -1 ? path : path.slice(0, inside);
  return own[0] === place.path[0] ? place : { ...place, path: own };
}

/** One text can be read in two ways, and what is encoded as a whole has one place: the widest part counts. */
function withoutOverlap(sorted: readonly InlineCredential[]): InlineCredential[] {
  const kept: InlineCredential[] = [];
  for (const credential of sorted) {
    const last = kept.at(-1);
    if (!last || credential.part.range.start >= last.part.range.end) kept.push(credential);
    else if (credential.part.range.end > last.part.range.end) {
      const range = { start: last.part.range.start, end: credential.part.range.end };
      kept[kept.length - 1] = { ...last, part: partOf(last.holder.text, range) };
    }
  }
  return kept;
}

/** The characters of a string that are written in a range of the document. */
function partOf(text: LocatedText, range: Range): LocatedText {
  let start = lastPassing(text.length, (index) => text.offsetAt(index) <= range.start);
  let end = lastPassing(text.length, (index) => text.offsetAt(index) < range.end) + 1;
  const revealed = text.reveal();
  // Whole characters.
  if (/[\udc00-\udfff]/.test(revealed[start] ?? '')) start -= 1;
  if (/[\udc00-\udfff]/.test(revealed[end] ?? '')) end += 1;
  return text.slice(Math.max(0, start), end);
}
