import { resolve } from 'node:path';
import type { Report } from '../core/report.ts';
import { plural } from '../reporters/summarize.ts';
import type { Changes } from './changes.ts';
import type { Comparison } from './comparison.ts';
import { describeMissing } from './not-checked-out.ts';

/** How a run was narrowed; `paths` are those that were linted, from the folder. */
interface Narrowing {
  readonly isNarrow: boolean;
  readonly paths: readonly string[];
  readonly folder: string;
}

/** What is said about the run: what was left out, or why nothing was, and what could not be done. */
export function notesOn(
  whole: Report,
  report: Report,
  comparison: Comparison,
  { isNarrow, paths, folder }: Narrowing,
): string[] {
  const rest = pointToRest(report.summary);
  if (!comparison.changes) return [...(isNarrow ? [explainWhole(comparison.unknown)] : []), ...rest];
  const { changes, repository } = comparison;
  const absolute = paths.map((path) => resolve(folder, path));
  return [
    ...(isNarrow ? [...describeRest(whole, report), ...describeUncompared(changes)] : []),
    ...describeMissing(changes, repository, absolute),
    ...rest,
  ];
}

/** That findings were left out, if any were. */
function describeRest(whole: Report, narrowed: Report): string[] {
  const left =
    whole.findings.length + whole.summary.problems - narrowed.findings.length - narrowed.summary.problems;
  return left > 0
    ? [`${plural(left, 'finding')} in what did not change ${left === 1 ? 'is' : 'are'} left out.`]
    : [];
}

/** That lines of files were not compared, since there are too many files. */
function describeUncompared({ notCompared }: Pick<Changes, 'notCompared'>): string[] {
  return notCompared > 0
    ? [
        `So many files changed that the lines of ${plural(notCompared, 'file')} were not compared: all of their findings are told.`,
      ]
    : [];
}

/** That nothing could be left out, and why. */
function explainWhole(unknown: string): string {
  return `Everything was linted, not only what changed: ${unknown}. Whether settings or a baseline of mcp-lint changed is not known either.`;
}

/** GitHub shows no more annotations of one level of a step (ExecutionContext.AddIssue of actions/runner). */
const MOST_SHOWN = 10;

/** Where to look when GitHub does not show all annotations. */
function pointToRest({ errors, warnings, problems }: Report['summary']): string[] {
  return errors + problems > MOST_SHOWN || warnings > MOST_SHOWN
    ? [
        `GitHub shows ${MOST_SHOWN} annotations of each level of a step. The rest is in its log and in its summary.`,
      ]
    : [];
}
