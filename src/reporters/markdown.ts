import {
  type Problem,
  type Report,
  type ReportedFinding,
  SEVERITIES,
  type TriageCounts,
} from '../core/report.ts';
import { pageOf } from '../rules/rule.ts';
import { code, escapeText } from './markdown-text.ts';
import { plural, summarize } from './summarize.ts';

/** GitHub takes comments of up to 65,536 characters; some room is left for what surrounds the report. */
const ROOM = 60_000;

export interface MarkdownOptions {
  /** Findings of level info are shown one by one, not only counted. */
  readonly advice: boolean;
  /** Bytes of the text; default: what a comment on GitHub takes. */
  readonly room?: number;
}

/**
 * A report for a comment on a pull request or the summary of a step: a table for every file. What there is no room for is
 * left out, the least serious first, and counted. Names are shown as they are: nothing in them is markup, a link or a
 * mention. Ends in a newline.
 */
export function reportMarkdown(report: Report, { advice, room = ROOM }: MarkdownOptions): string {
  const told = report.findings.filter(({ severity }) => advice || severity !== 'info');
  const hidden = report.findings.length - told.length;
  const findings = told.map(
    (finding): Row => ({
      file: finding.file,
      text: findingRow(finding),
      weight: SEVERITIES.indexOf(finding.severity),
    }),
  );
  const problems = report.files.flatMap(({ path, problem }): Row[] =>
    problem ? [{ file: path, text: problemRow(path, problem), weight: SEVERITIES.length }] : [],
  );
  const kept = keepFitting([...problems, ...findings], room);
  const left = problems.length + findings.length - kept.size;
  const blocks = [
    `### mcp-lint: ${escapeText(summarize(report, report.findings))}`,
    ...tablesOf(findings.filter((row) => kept.has(row))),
    ...problemTable(problems.filter((row) => kept.has(row))),
    ...(left > 0 ? [`There is no room for ${plural(left, 'row')} more, the least serious.`] : []),
    ...(report.triage ? describeTriage(report.triage) : []),
    ...(hidden > 0 ? [`${plural(hidden, 'piece')} of advice (level info) not shown.`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

interface Row {
  readonly file: string;
  readonly text: string;
  /** What has more stays longer. */
  readonly weight: number;
}

const HEAD = '| level | line | finding | what to do |\n| --- | --- | --- | --- |';
/** What stands around the tables. */
const FRAME = 1000;

/** The rows that fit. A heading is counted with every row, since each may be of a file of its own. */
function keepFitting(rows: readonly Row[], room: number): ReadonlySet<Row> {
  const kept = new Set<Row>();
  let left = room - FRAME;
  for (const row of [...rows].sort((a, b) => b.weight - a.weight)) {
    left -= Buffer.byteLength(`${row.text}\n\n#### ${code(row.file)}\n\n${HEAD}\n`);
    if (left < 0) break;
    kept.add(row);
  }
  return kept;
}

function tablesOf(rows: readonly Row[]): string[] {
  const byFile = new Map<string, string[]>();
  for (const { file, text } of rows) {
    const own = byFile.get(file);
    if (own) own.push(text);
    else byFile.set(file, [text]);
  }
  return [...byFile].map(([file, own]) => `#### ${code(file)}\n\n${[HEAD, ...own].join('\n')}`);
}

function problemTable(rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  return [
    ['| not fully linted | line | why |', '| --- | --- | --- |', ...rows.map(({ text }) => text)].join('\n'),
  ];
}

function findingRow(finding: ReportedFinding): string {
  const { severity, region, message, why, advice, credential, related } = finding;
  const rotate = credential?.rotate === undefined ? '' : ` Rotate: ${credential.rotate}`;
  const also = related.map(({ file, region: { startLine } }) => `${code(file)} line ${startLine}`);
  const cells = [
    severity,
    String(region.startLine),
    `${linkToRule(finding)}: ${escapeText(endSentence(message))} ${escapeText(why)}${also.length > 0 ? ` Also: ${also.slice(0, MOST_PLACES).join(', ')}` : ''}`,
    escapeText(`${advice}${rotate}`),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Further places of one finding that a cell has room for. */
const MOST_PLACES = 8;

function problemRow(path: string, { code: id, message, line }: Problem): string {
  return `| ${code(path)} | ${line ?? ''} | ${escapeText(`${id}: ${message}`)} |`;
}

/** What a baseline and ignores keep from the report. */
function describeTriage({ ignored, known, unused }: TriageCounts): string[] {
  const left = [
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(known > 0 ? [`${known} in the baseline`] : []),
  ];
  const sentences = [
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
    ...(unused.length > 0 ? [`Of the baseline, ${plural(unused.length, 'finding')} no longer there.`] : []),
  ];
  return sentences.length > 0 ? [sentences.join(' ')] : [];
}

/** Ids of rules are ours, but a report may be anybody's. */
function linkToRule(finding: Pick<ReportedFinding, 'rule' | 'own'>): string {
  const { rule } = finding;
  const page = pageOf(finding) ?? '';
  return /^[a-z0-9-]{1,60}$/.test(rule) && /^https:\/\/[\w.~:/?#=&%+@-]{1,300}$/.test(page)
    ? `[${rule}](${page})`
    : escapeText(rule);
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
