import type { Report } from '../core/report.ts';
import { reportSarif } from '../reporters/sarif.ts';
import { RULES } from '../rules/rules.ts';

/** The report as a SARIF log that lists every rule. */
export function printSarif(report: Report): string {
  return reportSarif(
    report,
    RULES.map((rule) => rule.meta),
  );
}
