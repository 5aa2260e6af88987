import { type Report, type ReportedFinding, SEVERITIES } from '../core/report.ts';
import type { RuleMeta } from '../rules/rule.ts';
import { formatJson } from './printable.ts';
import { describeFinding, describeProblem, describeText } from './sarif-result.ts';
import { describeRule } from './sarif-rule.ts';

/** GitHub keeps no more results of a run. */
const MAX_RESULTS = 25_000;

/** A SARIF 2.1.0 log with one run, within the limits of GitHub code scanning. `rules` are those that could have fired. */
export function reportSarif(report: Report, rules: readonly RuleMeta[]): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const kept = keepMostSerious(report.findings);
  const notifications = report.files.flatMap((file) =>
    file.problem ? [describeProblem(file, file.problem)] : [],
  );
  const successful = notifications.length === 0;
  const left = report.findings.length - kept.length;
  return formatJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            informationUri: 'https://github.com/mcp-lint/mcp-lint',
            rules: rules.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          '%SRCROOT%': { description: { text: 'The folder that mcp-lint was started in.' } },
        },
        invocations: [
          {
            executionSuccessful: successful,
            toolExecutionNotifications: [...notifications, ...(left > 0 ? [describeLeftOut(left)] : [])],
          },
        ],
        results: kept.map((finding) => describeFinding(finding, indexes.get(finding.rule))),
      },
    ],
  });
}

function keepMostSerious(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  if (findings.length <= MAX_RESULTS) return findings;
  const seriousness = ({ severity }: ReportedFinding) => SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => seriousness(b) - seriousness(a)).slice(0, MAX_RESULTS);
}

function describeLeftOut(count: number) {
  return {
    descriptor: { id: 'results-left-out' },
    level: 'warning',
    message: describeText([
      `${count} findings were left out: the ${MAX_RESULTS} most serious are in this file.`,
    ]),
  };
}
