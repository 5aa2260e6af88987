import type { ReportedFinding, TriageCounts } from '../core/report.ts';
import type { Levels, Settings } from '../core/settings.ts';
import { mentionsIgnore } from '../parsers/comments/mentions-ignore.ts';
import type { FileResult } from '../report.ts';
import type { Rule } from '../rules/rule.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';

/** What decides which findings are told. */
export interface Triage {
  readonly levels: Levels;
  /** The rules that were applied. */
  readonly rules: readonly Rule[];
  /** Ids of all rules there are. */
  readonly ids: readonly string[];
  readonly settings?: Settings;
  readonly baseline?: Baseline;
  /** Takes what the baseline is to be after this run: all findings are known then. */
  readonly record?: (entries: readonly BaselineEntry[]) => void;
  /** Absolute folder that the paths of files start from. */
  readonly cwd: string;
  /** Whether all files of a folder were looked for. */
  searched(folder: string): boolean;
}

export interface Told {
  /** Without the drafts that are ignored or known, with those about ignores themselves. */
  readonly results: readonly FileResult[];
  /** About entries of config files of mcp-lint, which are no documents of the run. */
  readonly findings?: readonly ReportedFinding[];
  /** Nothing when there was nothing to decide. */
  readonly counts?: TriageCounts;
}

/** Leaves out findings that the user ignores with a reason, and those that were there before. */
export async function triage(results: readonly FileResult[], by: Triage): Promise<Told> {
  const { baseline, settings } = by;
  const isNeeded =
    baseline !== undefined ||
    (settings !== undefined && settings.ignores.length > 0) ||
    results.some(({ linted }) => linted && mentionsIgnore(linted.document));
  return isNeeded ? (await import('./decide.ts')).decide(results, by) : { results };
}
