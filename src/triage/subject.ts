import type { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';
import type { RuleDraft } from '../lint-document.ts';

/** What a finding is about, however the file is ordered and laid out. */
export interface Subject {
  readonly path: Path;
  /** The credential that it stands at. */
  readonly secret?: LocatedText;
}

/**
 * A finding at one place is about that place and the credential there. Which of several places comes first is a matter of
 * order: a finding that names others beside is about their server, or about the file. Their credentials have findings of
 * their own.
 */
export function subjectOf({ rule, draft }: RuleDraft): Subject {
  const { path, slot, server, related = [], wholeFile } = draft;
  const isNarrow = rule.checkSlot !== undefined || rule.checkDuplicate !== undefined;
  if (wholeFile) return { path: [] };
  if (related.length > 0 && !isNarrow)
    return { path: (server ?? (rule.checkServer && slot?.server))?.path ?? [] };
  const { verdict } = slot ?? {};
  const stands = verdict?.kind === 'literal' && isSame(path, slot!.slot.path);
  return { path, ...(stands && { secret: verdict.secret }) };
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
