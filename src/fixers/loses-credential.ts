import type { Edit } from '../core/edit.ts';
import { lastPassing } from '../core/last-passing.ts';
import { literalCredential } from '../core/literal-credential.ts';
import type { Range } from '../core/range.ts';
import type { LintedDocument } from '../lint-document.ts';
import type { Move } from './fix-plan.ts';

/** Whether edits take away some of a credential that no vault gets. `edits` are in order and do not overlap. */
export function losesCredential(
  { servers, slots }: LintedDocument,
  edits: readonly Edit[],
  moves: readonly Move[],
): boolean {
  const kept = reachOf(moves.map(({ item }) => item.text.range));
  return [...servers.flatMap((server) => server.slots), ...slots].some((slot) => {
    const range = literalCredential(slot)?.secret.range;
    if (!range) return false;
    const edit = edits[lastPassing(edits.length, (index) => edits[index]!.range.start < range.end)];
    const isTouched = edit !== undefined && edit.range.end > range.start;
    const whole = kept[lastPassing(kept.length, (index) => kept[index]!.start <= range.start)];
    return isTouched && !(whole && whole.end >= range.end);
  });
}

/** Ranges in order, each with the end of the one that reaches furthest up to it. */
function reachOf(ranges: readonly Range[]): Range[] {
  let end = 0;
  return ranges
    .toSorted((a, b) => a.start - b.start)
    .map((range) => {
      end = Math.max(end, range.end);
      return { start: range.start, end };
    });
}
