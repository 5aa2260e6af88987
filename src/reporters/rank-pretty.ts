import type picocolors from 'picocolors';
import { SOURCE } from '../ranking/approaches.ts';
import type { RankedFile, RankedServer, RankReport } from '../ranking/rank-report.ts';
import { printable } from './printable.ts';
import { adviceByServers, cellsOf, filesWithServers } from './rank-words.ts';
import { plural } from './summarize.ts';
import { alignTable } from './table.ts';
import { wrapText } from './text-width.ts';

export interface RankPrettyOptions {
  /** Functions that colour; without them the text is plain. */
  readonly paint?: ReturnType<typeof picocolors.createColors>;
  /** Cells of a line; default: 100. */
  readonly width?: number;
  /** How many places were looked at, when the user named none. */
  readonly looked?: number;
}

interface Look {
  readonly width: number;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** A ranking for people at a terminal: for every file a table, a sentence, and what to do. Ends in a newline. */
export function rankPretty(
  report: RankReport,
  { paint, width = 100, looked }: RankPrettyOptions = {},
): string {
  const plain = (text: string) => text;
  const look: Look = { width, strong: paint?.bold ?? plain, faint: paint?.dim ?? plain };
  const blocks = filesWithServers(report).map(({ file, servers }) => formatFile(file, servers, look));
  return `${[...blocks, formatEnd(report, looked, look)].join('\n\n')}\n`;
}

function formatFile(
  { path, verdict, problem }: RankedFile,
  servers: readonly RankedServer[],
  look: Look,
): string {
  const place = problem?.line === undefined ? path : `${path}:${problem.line}:${problem.column ?? 1}`;
  return [
    look.strong(printable(place)),
    ...(problem ? wrapText(printable(`${problem.code}: ${problem.message}`), look.width) : []),
    ...(verdict === undefined ? [] : wrapText(printable(verdict), look.width)),
    ...(servers.length > 0 ? ['', ...formatServers(servers, look)] : []),
    ...formatAdvice(servers, look),
  ].join('\n');
}

function formatServers(servers: readonly RankedServer[], { width, faint }: Look): string[] {
  const rows = servers.map((server) => {
    const { approach, evidence, better } = cellsOf(server);
    return [server.name, approach, evidence, better].map(printable);
  });
  const [head = '', ...lines] = alignTable(
    [['server', 'approach', 'evidence', 'better'], ...rows],
    width - 2,
  );
  return [`  ${faint(head)}`, ...lines.map((line) => `  ${line}`.trimEnd())];
}

function formatAdvice(servers: readonly RankedServer[], { width, strong }: Look): string[] {
  const notes = adviceByServers(servers);
  if (notes.length === 0) return [];
  return [
    '',
    'To move up:',
    ...notes.flatMap(({ names, advice }) => {
      const who = `${printable(names.join(', '))}:`;
      const [first = '', ...rest] = wrapText(`${who} ${printable(advice)}`, width - 4);
      const head = first.startsWith(who) ? `${strong(who)}${first.slice(who.length)}` : first;
      return [`  ${head}`, ...rest.map((line) => `    ${line}`)];
    }),
  ];
}

function formatEnd({ summary, files }: RankReport, looked: number | undefined, look: Look): string {
  if (files.length === 0)
    return looked === undefined
      ? 'No MCP configs found.'
      : `No MCP configs found in ${plural(looked, 'place')}.`;
  const unknown = summary.unknown > 0 ? `, ${summary.unknown} unknown` : '';
  const unread = summary.problems > 0 ? `; ${summary.problems} not fully read` : '';
  const total = `${plural(summary.servers, 'server')} in ${plural(summary.files, 'file')}${unknown}${unread}.`;
  const note = summary.servers > 0 ? wrapText(SOURCE.note, look.width) : [];
  return [total, ...note.map(look.faint)].join('\n');
}
