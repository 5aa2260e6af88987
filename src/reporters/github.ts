import {
  type Region,
  type Report,
  type ReportedFile,
  type ReportedFinding,
  SEVERITIES,
  type Severity,
} from '../core/report.ts';
import { pageOf } from '../rules/rule.ts';
import { printable } from './printable.ts';
import { summarize } from './summarize.ts';

/** Further places of one finding that an annotation has room for. */
const MOST_PLACES = 8;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Far more than it shows of one step. */
const MOST_FINDINGS = 1000;

/**
 * Workflow commands that GitHub Actions shows as annotations, then one line for the log. It shows ten of each level, so
 * that advice is left out unless it is asked for.
 */
export function reportGithub(report: Report, { advice }: { readonly advice: boolean }): string {
  const told = report.findings.filter(({ severity }) => advice || severity !== 'info');
  const seriousness = ({ severity }: ReportedFinding) => SEVERITIES.indexOf(severity);
  const kept =
    told.length > MOST_FINDINGS
      ? told.sort((a, b) => seriousness(b) - seriousness(a)).slice(0, MOST_FINDINGS)
      : told;
  const problems = report.files.flatMap((file) => (file.problem ? [{ file, problem: file.problem }] : []));
  const lines = [
    ...kept.map(formatFinding),
    ...problems.slice(0, MOST_FINDINGS).map(({ file, problem }) => formatProblem(file, problem)),
    // Begins with a word and has no `##[` in it: the two forms of a command.
    ...(kept.length < told.length
      ? [`mcp-lint: only the ${kept.length} most serious of ${told.length} findings are listed here.`]
      : []),
    ...(problems.length > MOST_FINDINGS
      ? [
          `mcp-lint: only ${MOST_FINDINGS} of ${problems.length} files that were not fully linted are listed here.`,
        ]
      : []),
    `mcp-lint: ${summarize(report, report.findings)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** An annotation about the run, about a file of the repository or a line of it. Ends in a newline. */
export function annotate(level: Severity, message: string, file?: string, line?: number): string {
  const properties: Property[] = [
    ...(file === undefined ? [] : [['file', fileProperty(file)] as const]),
    ...(line === undefined ? [] : [['line', line] as const]),
    ['title', 'mcp-lint'],
  ];
  return `${formatCommand(COMMANDS[level], properties, message.split('\n'))}\n`;
}

function formatFinding(finding: ReportedFinding): string {
  const page = pageOf(finding);
  const paragraphs = [
    finding.message,
    finding.why,
    `Fix: ${finding.advice}`,
    ...(finding.credential?.rotate === undefined ? [] : [`Rotate: ${finding.credential.rotate}`]),
    ...finding.related
      .slice(0, MOST_PLACES)
      .map(
        ({ file, region, message }) => `Also ${file}:${region.startLine}:${region.startColumn} ${message}`,
      ),
    ...(page === undefined ? [] : [`Rule: ${page}`]),
  ];
  return formatCommand(
    COMMANDS[finding.severity],
    [
      ['file', fileProperty(finding.file)],
      ...placeProperties(finding.region),
      ['title', `mcp-lint: ${finding.rule}`],
    ],
    paragraphs,
  );
}

function formatProblem(file: ReportedFile, problem: NonNullable<ReportedFile['problem']>): string {
  const { code, message, line, column } = problem;
  const place: Property[] =
    line === undefined ? [] : [['line', line], ...(column === undefined ? [] : [['col', column] as const])];
  return formatCommand(
    'error',
    [['file', fileProperty(file.path)], ...place, ['title', `mcp-lint: ${code}`]],
    [message],
  );
}

type Property = readonly [name: string, value: string | number];

/**
 * The runner drops columns of a region of several lines (ActionCommandManager.ValidateLinesAndColumns of
 * actions/runner), so they are not written. `endColumn` is exclusive, as in our regions (github/docs#40038).
 */
function placeProperties({ startLine, startColumn, endLine, endColumn }: Region): Property[] {
  if (startLine !== endLine)
    return [
      ['line', startLine],
      ['endLine', endLine],
    ];
  return [
    ['line', startLine],
    ['col', startColumn],
    ['endLine', endLine],
    ['endColumn', endColumn],
  ];
}

/** The runner takes every `=` after the name of a property for a part of the separator. */
function fileProperty(path: string): string {
  return path.startsWith('=') ? `./${path}` : path;
}

function formatCommand(name: string, properties: readonly Property[], paragraphs: readonly string[]): string {
  const written = properties
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(printable(String(value)))}`)
    .join(',');
  return `::${name} ${written.trimEnd()}::${escapeData(paragraphs.map(printable).join('\n'))}`;
}

// The escapes that ActionCommand.cs of actions/runner undoes; `%` first.

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
