import { resolve } from 'node:path';
import type { Problem, Report, ReportedFile, ReportedFinding, Severity } from '../core/report.ts';
import { LEADS_OUT } from '../discover/within.ts';
import { RULES } from '../rules/rules.ts';
import { lint } from '../run.ts';
import type { Changes } from './changes.ts';
import type { ActionOptions } from './lint-options.ts';

/**
 * A report with what a change has to do with: findings on lines that it touches, and those that the same file did not have
 * before, wherever they stand. Broken files that it does not touch are left out as well.
 */
export async function narrowReport(
  report: Report,
  changes: Changes,
  options: ActionOptions,
): Promise<Report> {
  const before = await fingerprintsBefore(report, changes, options);
  // What they find in one file alone says nothing about before.
  const wide = new Set(RULES.flatMap((rule) => (rule.checkWorkspace ? [rule.meta.id] : [])));
  const isNew = ({ rule, file, fingerprint }: ReportedFinding) =>
    !wide.has(rule) && before.get(file)?.has(fingerprint) === false;
  const findings = report.findings.filter(
    (finding) =>
      changes.touches(finding.file, finding.region) ||
      finding.related.some(({ file, region }) => changes.touches(file, region)) ||
      isNew(finding),
  );
  const files = report.files.map((file): ReportedFile => {
    const { problem, ...rest } = file;
    return problem && isOfContent(problem) && !changes.has(file.path) ? rest : file;
  });
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    ...report,
    findings,
    files,
    summary: {
      ...report.summary,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      problems: files.filter(({ problem }) => problem).length,
    },
  };
}

/** Fingerprints of the findings that the changed files had before, by their paths. */
async function fingerprintsBefore(
  { findings }: Report,
  changes: Changes,
  { baseline: _, settings, ...options }: ActionOptions,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = new Map<string, ReadonlySet<string>>();
  for (const path of new Set(findings.map(({ file }) => file))) {
    const bytes = changes.before(path);
    if (!bytes) continue;
    const report = await lint([], {
      ...options,
      // What is ignored now was perhaps told before.
      ...(settings && { settings: { ...settings, ignores: [] } }),
      input: { name: path, absolute: resolve(options.cwd, path), bytes },
    });
    known.set(path, new Set(report.findings.map(({ fingerprint }) => fingerprint)));
  }
  return known;
}

const OF_CONTENT: ReadonlySet<Problem['code']> = new Set(['syntax', 'too-deep', 'unsupported-dialect']);

/** Whether a problem is one of what a commit has: it was there before when the commit has not changed it. */
function isOfContent({ code, message }: Problem): boolean {
  return OF_CONTENT.has(code) || message === LEADS_OUT;
}
