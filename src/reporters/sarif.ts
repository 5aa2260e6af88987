import { gzipSync } from 'node:zlib';
import { type Report, type ReportedFinding, SEVERITIES } from '../core/report.ts';
import type { RuleMeta } from '../rules/rule.ts';
import { formatJson } from './printable.ts';
import { describeFinding, describeProblem, describeText, MAX_MESSAGE, MAX_RELATED } from './sarif-result.ts';
import { describeRule } from './sarif-rule.ts';

// GitHub refuses a whole file that is over one of its limits (docs.github.com, "SARIF support for code scanning" and
// "SARIF results exceed one or more limits", read 2026-11-24).
const MAX_RESULTS = 25_000;
/** Bytes of the file when it is packed by gzip: 10 MB. */
const MAX_PACKED = 10_000_000;

/** Characters of all results at most: less than an engine can hold as one text (V8: 2 ** 29). */
const MAX_TEXT = 400_000_000;
const MAX_NOTIFICATIONS = 1000;

/** A SARIF 2.1.0 log with one run, within the limits of GitHub code scanning. `rules` are those that could have fired. */
export function reportSarif(report: Report, rules: readonly RuleMeta[]): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  let most = countFitting(report.findings);
  for (;;) {
    const kept = keepMostSerious(report.findings, most);
    const text = formatLog(report, rules, kept, indexes);
    // UTF-8 has at most three bytes for a unit, and gzip adds next to nothing.
    const packed = text.length * 3 < MAX_PACKED ? 0 : gzipSync(text).length;
    if (packed <= MAX_PACKED || kept.length === 0) return text;
    most = Math.floor((kept.length * MAX_PACKED * 0.95) / packed);
  }
}

/** How many results, the most serious first, are within the limits of number and text. */
function countFitting(findings: readonly ReportedFinding[]): number {
  let size = 0;
  const candidates = keepMostSerious(findings, MAX_RESULTS);
  const over = candidates.findIndex((finding) => {
    size += boundOf(finding);
    return size > MAX_TEXT;
  });
  return over === -1 ? candidates.length : over;
}

/** Characters that a result takes at most: six for a unit that is written as an escape, nine for one of a URI. */
function boundOf({ message, why, advice, file, path, related, server, slot }: ReportedFinding): number {
  const places = related.slice(0, MAX_RELATED);
  const said = (text: number) => 6 * Math.min(text, MAX_MESSAGE);
  return (
    2000 +
    said(message.length + why.length + advice.length) +
    6 * (path.length + (server?.length ?? 0) + (slot?.name.length ?? 0)) +
    9 * file.length +
    places.reduce((sum, place) => sum + 500 + 9 * place.file.length + said(place.message.length), 0)
  );
}

/** In their order when all are kept. */
function keepMostSerious(findings: readonly ReportedFinding[], most: number): readonly ReportedFinding[] {
  if (findings.length <= most) return findings;
  const seriousness = ({ severity }: ReportedFinding) => SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => seriousness(b) - seriousness(a)).slice(0, most);
}

function formatLog(
  report: Report,
  rules: readonly RuleMeta[],
  kept: readonly ReportedFinding[],
  indexes: ReadonlyMap<string, number>,
): string {
  const problems = report.files.flatMap((file) => (file.problem ? [{ file, problem: file.problem }] : []));
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
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: [
              ...problems
                .slice(0, MAX_NOTIFICATIONS)
                .map(({ file, problem }) => describeProblem(file, problem)),
              ...describeLeftOut(report, kept, problems.length),
            ],
          },
        ],
        results: kept.map((finding) => describeFinding(finding, indexes.get(finding.rule))),
      },
    ],
  });
}

/** Notifications of what the limits left no room for. */
function describeLeftOut(report: Report, kept: readonly ReportedFinding[], problems: number) {
  const results = report.findings.length - kept.length;
  const places = kept.reduce((sum, { related }) => sum + Math.max(0, related.length - MAX_RELATED), 0);
  const files = Math.max(0, problems - MAX_NOTIFICATIONS);
  return [
    ...(results > 0
      ? [
          describeLimit(
            'results-left-out',
            `${results} findings were left out: the ${kept.length} most serious are in this file.`,
          ),
        ]
      : []),
    ...(places > 0
      ? [
          describeLimit(
            'places-left-out',
            `${places} related places were left out: a finding has ${MAX_RELATED} of them in this file.`,
          ),
        ]
      : []),
    ...(files > 0
      ? [describeLimit('problems-left-out', `${files} more files were not linted, or only in part.`)]
      : []),
  ];
}

function describeLimit(id: string, text: string) {
  return { descriptor: { id }, level: 'warning', message: describeText([text]) };
}
