import { fingerprint } from '../core/fingerprint.ts';
import { globMatcher } from '../core/glob.ts';
import type { ReportedFinding, Severity } from '../core/report.ts';
import type { IgnoreEntry, Settings } from '../core/settings.ts';
import { labelOfPath } from '../credentials/slot-label.ts';
import type { RuleDraft } from '../lint-document.ts';
import type { FileResult } from '../report.ts';
import { FilePlaces } from './file-places.ts';
import type { Triage } from './triage.ts';

/** An entry, and what this run makes of it. */
interface Review {
  readonly entry: IgnoreEntry;
  readonly fitsFile: (file: string) => boolean;
  used: boolean;
  /** The one file that it names was linted in full. */
  seen: boolean;
  /** A file that it is about could not be linted, or only in part. */
  unsure: boolean;
}

/** Leaves out the findings that entries of the settings ignore. What is told is about entries that fit none. */
export function leaveOutListed(
  results: readonly FileResult[],
  by: Triage,
): {
  readonly results: readonly FileResult[];
  readonly ignored: number;
  readonly findings: readonly ReportedFinding[];
} {
  const { settings } = by;
  if (!settings || settings.ignores.length === 0) return { results, ignored: 0, findings: [] };
  const places = new FilePlaces(settings.base, by.cwd);
  const reviews = settings.ignores.map(reviewOf);
  let ignored = 0;
  const kept = results.map((result) => {
    const file = places.of(result);
    const fitting = reviews.filter(({ fitsFile }) => fitsFile(file));
    const { linted, problem } = result;
    for (const review of fitting) {
      if (!linted || problem) review.unsure = true;
      // Without a slash it is about files of that name everywhere.
      else if (file.includes('/') && file === review.entry.file) review.seen = true;
    }
    if (!linted || fitting.length === 0) return result;
    const drafts = linted.drafts.filter((draft) => !ignores(fitting, draft));
    ignored += linted.drafts.length - drafts.length;
    return drafts.length === linted.drafts.length ? result : { ...result, linted: { ...linted, drafts } };
  });
  const unused = reviews.filter((review) => isUnused(review, settings, by));
  return {
    results: kept,
    ignored,
    findings: unused.flatMap(({ entry }) => findingAbout(entry, settings, by)),
  };
}

function reviewOf(entry: IgnoreEntry): Review {
  const { file } = entry;
  const fits = file === undefined ? undefined : globMatcher([file]);
  // The globs start from the folder of the settings: what lies outside of it they do not reach.
  const fitsFile = (path: string) => !fits || (!isOutside(path) && fits(path));
  return { entry, fitsFile, used: false, seen: false, unsure: false };
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || /^(?:\/|[A-Za-z]:\/)/.test(path);
}

function ignores(reviews: readonly Review[], { rule, draft }: RuleDraft): boolean {
  const server = draft.server ?? draft.slot?.server;
  const fitting = reviews.filter(
    ({ entry }) =>
      (entry.rule === '*' || entry.rule === rule.meta.id) &&
      (entry.server === undefined || entry.server === server?.name) &&
      (entry.path === undefined || entry.path === labelOfPath(draft.path)),
  );
  for (const review of fitting) review.used = true;
  return fitting.length > 0;
}

/** Only what this run can know: an entry for files that it did not look at may have a use. */
function isUnused({ entry, used, seen, unsure }: Review, { base, files }: Settings, by: Triage): boolean {
  if (used || unsure) return false;
  // What is shared by projects need not fit something in each of them.
  if (entry.place && entry.place.file !== files.at(-1)) return false;
  const isWhole = by.searched(base);
  const rule = by.rules.find(({ meta }) => meta.id === entry.rule);
  if (entry.rule !== '*' && (!rule || (rule.checkWorkspace && !isWhole))) return false;
  return isWhole || seen;
}

function findingAbout(entry: IgnoreEntry, { files }: Settings, { rules, levels }: Triage): ReportedFinding[] {
  const rule = rules.find(({ meta }) => meta.id === 'unused-ignore');
  const { file, line, column } = entry.place ?? { file: files.at(-1)!, line: 1, column: 1 };
  if (!rule) return [];
  const { id, severity } = rule.meta;
  return [
    {
      rule: id,
      severity: (levels[id] as Severity | undefined) ?? severity,
      message: 'This entry ignores nothing',
      why: 'What it was written for is gone, or has another name now. Left here, it would hide what comes next.',
      advice: 'Delete it, or mend its rule, file, server or path.',
      file,
      region: {
        startLine: line,
        startColumn: column,
        endLine: line,
        endColumn: column,
        offset: 0,
        length: 0,
      },
      frame: [],
      path: 'ignore',
      fingerprint: fingerprint([
        id,
        file,
        entry.rule,
        entry.file ?? '',
        entry.server ?? '',
        entry.path ?? '',
      ]),
      host: 'mcp-lint',
      related: [],
    },
  ];
}
