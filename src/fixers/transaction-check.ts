import { literalCredential } from '../core/literal-credential.ts';
import { contains, type Range } from '../core/range.ts';
import { matchFormats } from '../credentials/match-formats.ts';
import type { FilePlan, Move } from './fix-plan.ts';
import type { UndoEdit } from './journal.ts';
import { Failure } from './transaction-failure.ts';

/** Shorter texts turn up in any other. */
const TELLING = 8;

/** Throws a Failure when the text that a journal would hold has a credential in it, moved or not. */
export function checkJournalText(plan: FilePlan, edits: readonly UndoEdit[]): void {
  const texts = edits.flatMap(({ before }) =>
    before.flatMap((piece) => ('text' in piece ? [piece.text] : [])),
  );
  const known = new Set(plan.moves.flatMap(movedTexts));
  for (const text of texts) {
    const found = matchFormats(text).some(({ format }) => !format.public && !format.identifier);
    if (found || [...known].some((moved) => text.includes(moved))) throw staying();
  }
  const moved = plan.moves.map(({ item }) => item.text.range);
  if (literalRanges(plan).some((range) => isTorn(range, plan, moved))) throw staying();
}

function movedTexts({ item, credential }: Move): string[] {
  return [item.text.reveal(), credential.part.reveal()].filter((text) => text.length >= TELLING);
}

/** Where credentials stand, whether they move or not. */
function literalRanges({ document }: FilePlan): Range[] {
  const slots = [...document.servers.flatMap((server) => server.slots), ...document.slots];
  return slots.flatMap((slot) => literalCredential(slot)?.secret.range ?? []);
}

/** An edit takes some of it away, and no vault gets it. */
function isTorn(range: Range, { edits }: FilePlan, moved: readonly Range[]): boolean {
  return (
    edits.some((edit) => edit.range.start < range.end && range.start < edit.range.end) &&
    !moved.some((whole) => contains(whole, range))
  );
}

function staying(): Failure {
  return new Failure('A credential that does not move stands in what would have to be rewritten.');
}
