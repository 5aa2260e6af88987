import type { Label } from '../core/label.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';
import type { LintedDocument, RuleDraft } from '../lint-document.ts';
import { lastingPaths } from './lasting-path.ts';

/** What a finding is about, however the file is ordered and laid out, and whatever is added to it. */
export interface Subject {
  readonly path: Label;
  /** The credential that it stands at. */
  readonly secret?: LocatedText;
}

/**
 * Tells what the findings of a document are about. One at one place is about that place and the credential there. Which of
 * several places comes first is a matter of order: a finding that names others beside is about their server, or about the file.
 * Their credentials have findings of their own.
 */
export function subjectsIn({ servers }: Pick<LintedDocument, 'servers'>): (found: RuleDraft) => Subject {
  const lasting = lastingPaths(servers.map(({ server }) => server));
  return ({ rule, draft }) => {
    const { path, slot, server, related = [], wholeFile } = draft;
    const isNarrow = rule.checkSlot !== undefined || rule.checkDuplicate !== undefined;
    if (wholeFile) return { path: lasting([]) };
    if (related.length > 0 && !isNarrow)
      return { path: lasting((server ?? (rule.checkServer && slot?.server))?.path ?? []) };
    const { verdict } = slot ?? {};
    const stands = verdict?.kind === 'literal' && isSame(path, slot!.slot.path);
    return { path: lasting(path), ...(stands && { secret: verdict.secret }) };
  };
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
