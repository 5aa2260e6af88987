import type { RuleDraft } from './lint-document.ts';
import type { FileResult } from './report.ts';
import type { DocumentFacts, Rule, Workspace } from './rules/rule.ts';

/** Adds what rules find that look at all files of a run together, after the walk over each. */
export function lintWorkspace(
  results: readonly FileResult[],
  rules: readonly Rule[],
  workspace: Omit<Workspace, 'documents'>,
): readonly FileResult[] {
  const originals = new Map(results.flatMap(({ linted }) => (linted ? [[linted.inUse, linted]] : [])));
  const documents = [...originals.keys()];
  const placed = rules.flatMap((rule) =>
    (rule.checkWorkspace?.({ documents, ...workspace }) ?? []).map((found) => ({ rule, ...found })),
  );
  const found = new Map<DocumentFacts, RuleDraft[]>();
  for (const { document, rule, draft } of placed) {
    const original = originals.get(document)!;
    const drafts = found.get(original);
    if (drafts) drafts.push({ rule, draft });
    else found.set(original, [{ rule, draft }]);
  }
  return results.map((result) => {
    const { linted } = result;
    const added = linted && found.get(linted);
    return added ? { ...result, linted: { ...linted, drafts: [...linted.drafts, ...added] } } : result;
  });
}
