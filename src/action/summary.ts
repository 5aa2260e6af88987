import type { Report } from '../core/report.ts';
import { reportMarkdown } from '../reporters/markdown.ts';
import { rankedMarkdown } from '../reporters/markdown-ranked.ts';
import { escapeText } from '../reporters/markdown-text.ts';
import { plural } from '../reporters/summarize.ts';
import type { LintOptions } from '../run.ts';
import type { Changes } from './changes.ts';
import type { Inputs } from './inputs.ts';
import { rankChanges } from './ranked-changes.ts';

/** A summary of more than 1 MiB is refused (CreateStepSummaryCommand of actions/runner); notes take little. */
const ROOM = { findings: 600_000, ranking: 400_000 };

interface Summarized {
  readonly report: Report;
  readonly notes: readonly string[];
  readonly changes: Changes | undefined;
  readonly options: LintOptions;
  readonly inputs: Pick<Inputs, 'failOn' | 'rank'>;
}

/** The summary of the step: findings, and how the servers authenticate that are added or changed. Ends in a newline. */
export async function formatSummary({
  report,
  notes,
  changes,
  options,
  inputs,
}: Summarized): Promise<string> {
  const blocks = [
    reportMarkdown(report, { advice: inputs.failOn === 'info', room: ROOM.findings }),
    ...notes.map((note) => `${escapeText(note)}\n`),
  ];
  if (inputs.rank) {
    const { rows, filesLeft } = await rankChanges(report, changes, options);
    if (rows.length > 0) blocks.push(rankedMarkdown(rows, ROOM.ranking));
    if (filesLeft > 0)
      blocks.push(`The servers of ${plural(filesLeft, 'changed file')} more were not ranked.\n`);
  }
  return blocks.join('\n');
}
