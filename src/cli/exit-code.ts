import { type Report, SEVERITIES, type Severity } from '../core/report.ts';

export interface ExitPolicy {
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly requireConfig: boolean;
}

/**
 * 2: something could not be linted, or nothing was and a config is required. 1: findings at or above `failOn`; with
 * `maxWarnings`, warnings count only when there are more. 0: otherwise.
 */
export function exitCodeOf(report: Report, policy: ExitPolicy): 0 | 1 | 2 {
  const { summary, files } = report;
  if (summary.problems > 0) return 2;
  const linted = files.filter(
    ({ host, servers }) => host !== undefined && (servers > 0 || host !== 'generic'),
  );
  if (policy.requireConfig && linted.length === 0) return 2;
  const counts: Readonly<Record<Severity, number>> = {
    info: summary.infos,
    warning: summary.warnings,
    error: summary.errors,
  };
  if (policy.maxWarnings !== undefined && summary.warnings > policy.maxWarnings) return 1;
  if (policy.failOn === 'never') return 0;
  return SEVERITIES.slice(SEVERITIES.indexOf(policy.failOn)).some(
    (severity) => counts[severity] > 0 && !(severity === 'warning' && policy.maxWarnings !== undefined),
  )
    ? 1
    : 0;
}
