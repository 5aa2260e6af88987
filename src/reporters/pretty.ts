import type picocolors from 'picocolors';
import { OAUTH_HOST_IDS } from '../core/oauth-path.ts';
import type { Report, ReportedFile } from '../core/report.ts';
import { formatFinding, formatProblem, type Look } from './pretty-finding.ts';
import { formatTriage } from './pretty-triage.ts';
import { printable } from './printable.ts';
import { plural, summarize } from './summarize.ts';
import { widthOf, wrapText } from './text-width.ts';

/** A place where a host keeps a config. */
export interface Place {
  readonly path: string;
  /** The host as its users call it. */
  readonly owner: string;
  /** Files that were found there, written as in `report.files`. */
  readonly found: readonly string[];
}

type Colors = ReturnType<typeof picocolors.createColors>;

export interface PrettyOptions {
  /** Functions that colour; without them the text is plain. Making them asks for the terminal, which costs time. */
  readonly paint?: Colors;
  /** Errors and problems only; nothing at all when there are none. */
  readonly quiet: boolean;
  /** Findings of level info are shown one by one, not only counted. */
  readonly advice: boolean;
  /** Cells of a line; default: 100. */
  readonly width?: number;
  /** Paths that the user named, written as in `report.files`. */
  readonly named: readonly string[];
  /** Places that were looked at because the user named none. */
  readonly places?: readonly Place[];
}

/** A report for people at a terminal. Ends in a newline unless it is empty. */
export function reportPretty(report: Report, options: PrettyOptions): string {
  const { quiet, advice, named, places, width = 100 } = options;
  const look = lookOf(options.paint, width);
  const counted = quiet ? report.findings.filter(({ severity }) => severity === 'error') : report.findings;
  const findings = advice ? counted : counted.filter(({ severity }) => severity !== 'info');
  const problems = report.files.flatMap((file) =>
    file.problem ? [formatProblem(file, file.problem, look)] : [],
  );
  if (quiet && findings.length + problems.length === 0) return '';
  const said = new Set<string>();
  const blocks = [
    ...groupByFile(findings).map((finding) => formatFinding(finding, look, said)),
    ...problems,
    ...(quiet ? [] : [formatPlaces(places ?? [], report.files, advice, look)]),
    advice ? '' : formatTally(counted, look),
    formatEnd(
      report,
      counted,
      quiet ? [] : emptyFiles(report, named),
      quiet || !report.triage ? [] : formatTriage(report.triage, advice, look),
      look,
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function lookOf(paint: Colors | undefined, width: number): Look {
  const plain = (text: string) => text;
  if (!paint) {
    const severity = { error: plain, warning: plain, info: plain };
    return { width, severity, strong: plain, faint: plain, link: plain };
  }
  return {
    width,
    severity: {
      error: (text) => paint.bold(paint.red(text)),
      warning: (text) => paint.bold(paint.yellow(text)),
      info: (text) => paint.bold(paint.blue(text)),
    },
    strong: paint.bold,
    faint: paint.dim,
    link: paint.cyan,
  };
}

/** Findings of a file one after the other, files in the order of their first finding. */
function groupByFile(findings: Report['findings']): Report['findings'] {
  const groups = new Map<string, Report['findings'][number][]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return [...groups.values()].flat();
}

/** Named files that could be read and have no servers: perhaps not the files that the user meant. OAuth documents have none. */
function emptyFiles({ files, findings }: Report, named: readonly string[]): ReportedFile[] {
  const asked = new Set(named);
  const found = new Set(findings.map(({ file }) => file));
  const oauth = new Set(Object.values(OAUTH_HOST_IDS));
  return files.filter(
    ({ path, host, servers, problem }) =>
      asked.has(path) && servers === 0 && !problem && !found.has(path) && !oauth.has(host ?? ''),
  );
}

/** A space at which no line ends. */
const UNBROKEN = '\u00a0';

/** How much advice there is, and about what. */
function formatTally(findings: Report['findings'], look: Look): string {
  const counts = new Map<string, number>();
  for (const { severity, rule } of findings)
    if (severity === 'info') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  if (counts.size === 0) return '';
  const rules = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => `${printable(rule)}${UNBROKEN}${count}`);
  return wrapText(`Advice (--verbose shows it): ${rules.join(', ')}`, look.width)
    .map((line) => look.faint(line.replaceAll(UNBROKEN, ' ')))
    .join('\n');
}

function formatEnd(
  report: Report,
  findings: Report['findings'],
  empty: readonly ReportedFile[],
  triage: readonly string[],
  look: Look,
): string {
  const notes = empty.map(({ path }) => `${printable(path)}: no MCP servers`);
  if (report.files.length === 1 && notes.length === 1) return notes.join('');
  const paint = look.severity[findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning'];
  const summary = summarize(report, findings);
  const worth = findings.length > 0 || report.summary.problems > 0;
  return [...notes.map(look.faint), ...triage, worth ? paint(summary) : summary].join('\n');
}

/** Every place without a config, or the hosts that have none anywhere: there are a hundred places. */
function describeMissing(missing: readonly Place[], there: readonly Place[], all: boolean): string {
  if (all) return `not found: ${missing.map(({ path }) => printable(path)).join(', ')}`;
  // Kinds of files of one host: `Claude Code (user scope)`.
  const nameOf = ({ owner }: Place) => owner.replace(/ \(.*$/, '');
  const present = new Set(there.map(nameOf));
  const absent = [...new Set(missing.map(nameOf))].filter((name) => !present.has(name));
  return absent.length > 0 ? `not found: configs of ${absent.join(', ')} (--verbose lists the places)` : '';
}

/** The places that hold a config with their servers, then the others in few lines. */
function formatPlaces(
  places: readonly Place[],
  files: readonly ReportedFile[],
  all: boolean,
  look: Look,
): string {
  if (places.length === 0) return '';
  const byPath = new Map(files.map((file) => [file.path, file]));
  const there = places.filter(({ found }) => found.length > 0);
  const column = Math.max(0, ...there.map(({ path }) => widthOf(printable(path))));
  const rows = there.map(({ path, found }) => {
    const servers = found.reduce((sum, file) => sum + (byPath.get(file)?.servers ?? 0), 0);
    const unread = found.some((file) => byPath.get(file)?.problem) ? ', not fully linted' : '';
    const gap = ' '.repeat(column - widthOf(printable(path)) + 2);
    return `  ${printable(path)}${gap}${look.faint(plural(servers, 'server') + unread)}`;
  });
  const missing = places.filter(({ found }) => found.length === 0);
  const told = missing.length > 0 ? describeMissing(missing, there, all) : '';
  const rest = told === '' ? [] : wrapText(told, look.width - 2);
  return [
    `Looked in ${plural(places.length, 'place')}:`,
    ...rows,
    ...rest.map((line) => look.faint(`  ${line}`)),
  ].join('\n');
}
