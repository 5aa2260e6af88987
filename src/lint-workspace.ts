import type { LintedDocument } from './lint-document.ts';
import type { Rule, Workspace } from './rules/rule.ts';

/** Rules that look at all files of a run together, after the walk over each. */
export function lintWorkspace(
  documents: readonly LintedDocument[],
  rules: readonly Rule[],
  workspace: Omit<Workspace, 'documents'>,
): LintedDocument[] {
  const placed = rules.flatMap((rule) =>
    (rule.checkWorkspace?.({ documents, ...workspace }) ?? []).map((found) => ({ rule, ...found })),
  );
  if (placed.length === 0) return [...documents];
  return documents.map((linted) => {
    const own = placed.filter(({ document }) => document === linted);
    return own.length === 0 ? linted : { ...linted, drafts: [...linted.drafts, ...own] };
  });
}
