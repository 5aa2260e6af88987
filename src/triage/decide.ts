import type { FileResult } from '../report.ts';
import { leaveOutKnown } from './by-baseline.ts';
import { leaveOutCommented } from './by-comments.ts';
import { leaveOutListed } from './by-settings.ts';
import type { Told, Triage } from './triage.ts';

/** One after the other: comments in the files, entries of the settings, the baseline. What the first took the next do not see. */
export async function decide(results: readonly FileResult[], by: Triage): Promise<Told> {
  const commented = await leaveOutCommented(results, by);
  const listed = leaveOutListed(commented.results, by);
  const left = await leaveOutKnown(listed.results, by);
  const ignored = commented.ignored + listed.ignored;
  const hadSay = by.baseline !== undefined || ignored > 0;
  return {
    results: left.results,
    findings: listed.findings,
    ...(hadSay && { counts: { ignored, known: left.known, unused: left.unused } }),
  };
}
