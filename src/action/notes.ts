import type { Report } from '../core/report.ts';
import { plural } from '../reporters/summarize.ts';

/** That findings were left out, if any were. */
export function describeRest(whole: Report, narrowed: Report): string[] {
  const left =
    whole.findings.length + whole.summary.problems - narrowed.findings.length - narrowed.summary.problems;
  return left > 0
    ? [`${plural(left, 'finding')} in what did not change ${left === 1 ? 'is' : 'are'} left out.`]
    : [];
}

/** That nothing could be left out, and why. */
export function explainWhole(unknown: string): string {
  return `Everything was linted, not only what changed: ${unknown}. With "fetch-depth: 2" (or 0) in actions/checkout the change is known. Whether it is in the settings or the baseline of mcp-lint is not known either.`;
}

/** What is said at a changed file that decides what mcp-lint tells. */
export const DECIDING =
  'This pull request changes a file that decides what mcp-lint tells: settings, a baseline or a workflow. Look at it before you rely on the result.';
