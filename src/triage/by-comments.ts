import type { LintedDocument, RuleDraft } from '../lint-document.ts';
import { findIgnoreComments, type IgnoreComment } from '../parsers/comments/ignore-comments.ts';
import { mentionsIgnore } from '../parsers/comments/mentions-ignore.ts';
import type { FileResult } from '../report.ts';
import { CommentReview } from './comment-review.ts';
import type { Triage } from './triage.ts';

/**
 * Leaves out the findings that comments of their own file ignore, and adds those about such comments. In a file that could not
 * be read in full nothing is ignored: what looks like a comment there may be anything.
 */
export async function leaveOutCommented(
  results: readonly FileResult[],
  by: Triage,
): Promise<{ readonly results: readonly FileResult[]; readonly ignored: number }> {
  let ignored = 0;
  const kept: FileResult[] = [];
  for (const result of results) {
    const { linted, problem } = result;
    const comments = linted && !problem && mentionsIgnore(linted.document) ? await commentsOf(linted) : [];
    if (!linted || comments.length === 0) {
      kept.push(result);
      continue;
    }
    const review = new CommentReview(comments, by, linted);
    const told = linted.drafts.filter(({ rule, draft }) => {
      const line = linted.regionOf(draft.range).startLine;
      return !review.ignores(rule.meta.id, line);
    });
    ignored += linted.drafts.length - told.length;
    const drafts: RuleDraft[] = [...told, ...review.drafts()];
    kept.push({ ...result, linted: { ...linted, drafts } });
  }
  return { results: kept, ignored };
}

function commentsOf({ document, servers }: LintedDocument): Promise<IgnoreComment[]> {
  return findIgnoreComments(
    document,
    servers.map(({ server }) => server.range),
  );
}
