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
  const before = await countsBefore(report, changes, options);
  // What they find in one file alone says nothing about before.
  const wide = new Set(RULES.flatMap((rule) => (rule.checkWorkspace ? [rule.meta.id] : [])));
  // Of several that are told apart by nothing but their order, as many as there were are the old ones.
  const isNew = ({ rule, file, fingerprint }: ReportedFinding) => {
    const counts = before.get(file);
    if (wide.has(rule) || !counts) return false;
    const name = withoutOrder(fingerprint);
    const left = counts.get(name) ?? 0;
    counts.set(name, left - 1);
    return left <= 0;
  };
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

/** How often the changed files with findings on other lines had findings of each fingerprint before, by their paths. */
async function countsBefore(
  { findings }: Report,
  changes: Changes,
  { baseline: _, settings, ...options }: ActionOptions,
): Promise<ReadonlyMap<string, Map<string, number>>> {
  const known = new Map<string, Map<string, number>>();
  const untouched = findings.filter(({ file, region }) => !changes.touches(file, region));
  for (const path of new Set(untouched.map(({ file }) => file))) {
    const bytes = changes.before(path);
    if (!bytes) continue;
    const report = await lint([], {
      ...options,
      // What is ignored now was perhaps told before.
      ...(settings && { settings: { ...settings, ignores: [] } }),
      input: { name: path, absolute: resolve(options.cwd, path), bytes },
    });
    const counts = new Map<string, number>();
    for (const { fingerprint } of report.findings) {
      const name = withoutOrder(fingerprint);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    known.set(path, counts);
  }
  return known;
}

/** Equal findings of a file have fingerprints that end in ":2" and so on. */
function withoutOrder(fingerprint: string): string {
  return fingerprint.replace(/:\d+$/, '');
}

const OF_CONTENT: ReadonlySet<Problem['code']> = new Set(['syntax', 'too-deep', 'unsupported-dialect']);

/** Whether a problem is one of what a commit has: it was there before when the commit has not changed it. */
function isOfContent({ code, message }: Problem): boolean {
  return OF_CONTENT.has(code) || message === LEADS_OUT;
}
