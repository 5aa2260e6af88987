import type { FrameLine, Problem, ReportedFile, ReportedFinding, Severity } from '../core/report.ts';
import { pageOf } from '../rules/rule.ts';
import { printable } from './printable.ts';
import { widthOf, wrapText } from './text-width.ts';

/** Further places of one finding that are worth a line; JSON and SARIF have them all. */
const MOST_PLACES = 8;

type Paint = (text: string) => string;

/** What the parts of the screen look like, and how wide it is in cells. */
export interface Look {
  readonly width: number;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly link: Paint;
}

/**
 * One finding: what, where, the code, and the notes. Notes in `said` are left out and new ones put in: a file with
 * twenty findings of one kind explains the kind once, and a place is drawn once. Advice that stops nobody takes three
 * lines, not ten.
 */
export function formatFinding(finding: ReportedFinding, look: Look, said: Set<string>): string {
  const brief = finding.severity === 'info';
  const place = `${finding.file}\n${finding.region.offset}+${finding.region.length}`;
  const seen = said.has(place);
  if (!brief) said.add(place);
  const paint = look.severity[finding.severity];
  const gutter = String(Math.max(finding.region.startLine, ...finding.frame.map(({ line }) => line))).length;
  const notes = [
    ['why', brief ? '' : finding.why],
    ['fix', finding.advice],
    ['rotate', brief ? '' : (finding.credential?.rotate ?? '')],
    ['docs', pageOf(finding) ?? ''],
  ] as const;
  const fresh = notes.filter(([name, text]) => {
    const key = name === 'docs' ? text : `${finding.file}\n${text}`;
    const isNew = text !== '' && !said.has(key);
    said.add(key);
    return isNew;
  });
  return [
    ...formatHead(finding.severity, finding.rule, finding.message, paint, look),
    formatPlace(finding.file, finding.region.startLine, finding.region.startColumn, gutter, look),
    ...(brief || seen ? [] : formatFrame(finding.frame, gutter, paint, look)),
    ...finding.related
      .slice(0, MOST_PLACES)
      .flatMap(({ file, region, message }) =>
        formatNote('also', `${file}:${region.startLine}:${region.startColumn} ${message}`, gutter, look),
      ),
    ...(finding.related.length > MOST_PLACES
      ? formatNote('also', `${finding.related.length - MOST_PLACES} more`, gutter, look)
      : []),
    ...fresh.flatMap(([name, text]) => formatNote(name, text, gutter, look)),
  ].join('\n');
}

/** A file that was not linted, or only in part. */
export function formatProblem(file: ReportedFile, problem: Problem, look: Look): string {
  return [
    ...formatHead('problem', problem.code, problem.message, look.severity.error, look),
    formatPlace(file.path, problem.line, problem.column, 1, look),
  ].join('\n');
}

function formatHead(word: string, id: string, message: string, paint: Paint, look: Look): string[] {
  const head = printable(`${word}[${id}]`);
  const [first = '', ...rest] = wrapText(printable(message), look.width, widthOf(head) + 2);
  return [`${paint(head)}: ${look.strong(first)}`, ...rest.map((line) => `  ${look.strong(line)}`)];
}

function formatPlace(
  file: string,
  line: number | undefined,
  column: number | undefined,
  gutter: number,
  look: Look,
): string {
  const place = [printable(file), line, line === undefined ? undefined : column].filter(
    (part) => part !== undefined,
  );
  return `${' '.repeat(gutter)}${look.faint('-->')} ${place.join(':')}`;
}

function formatFrame(frame: readonly FrameLine[], gutter: number, paint: Paint, look: Look): string[] {
  if (frame.length === 0) return [];
  const bar = look.faint('|');
  const blank = `${' '.repeat(gutter + 1)}${bar}`;
  const lines = frame.flatMap(({ line, text, mark }) => {
    const code = `${look.faint(String(line).padStart(gutter))} ${bar} ${printable(text)}`.trimEnd();
    if (!mark) return [code];
    const start = Math.max(0, Math.min(mark.column, text.length));
    const before = widthOf(printable(text.slice(0, start)));
    const length = Math.max(1, widthOf(printable(text.slice(start, start + mark.length))));
    return [code, `${blank} ${' '.repeat(before)}${paint('^'.repeat(length))}`];
  });
  return [blank, ...lines, blank];
}

const NOTE_WIDTH = 'rotate: '.length;

function formatNote(name: string, text: string, gutter: number, look: Look): string[] {
  const indent = ' '.repeat(gutter + 1);
  const paint = name === 'docs' || name === 'rotate' ? look.link : (line: string) => line;
  return wrapText(printable(text), Math.max(20, look.width - gutter - 3 - NOTE_WIDTH)).map((line, index) =>
    index === 0
      ? `${indent}${look.faint('=')} ${look.strong(`${name}:`)}${' '.repeat(NOTE_WIDTH - name.length - 1)}${paint(line)}`
      : `${indent}  ${' '.repeat(NOTE_WIDTH)}${paint(line)}`,
  );
}
