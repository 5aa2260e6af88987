import { SOURCE } from '../ranking/approaches.ts';
import type { RankedServer } from '../ranking/rank-report.ts';
import { code, escapeText } from './markdown-text.ts';
import { cellsOf } from './rank-words.ts';
import { plural } from './summarize.ts';

/** A ranked server; with `change`, what was done to it and what it was before. */
export interface RankedRow {
  readonly server: RankedServer;
  readonly change?: 'added' | 'changed';
  readonly before?: RankedServer;
}

/** What stands around the table. */
const FRAME = 1000;

/** A table of ranked servers for the summary of a step, of at most `room` bytes. Ends in a newline. */
export function rankedMarkdown(rows: readonly RankedRow[], room: number): string {
  const lines: string[] = [];
  let left = room - FRAME;
  for (const row of rows) {
    const line = lineOf(row);
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  const compared = rows.some(({ change }) => change);
  const blocks = [
    `### How the servers${compared ? ' that are added or changed' : ''} authenticate`,
    ['| server | file | approach | evidence | better |', '| --- | --- | --- | --- | --- |', ...lines].join(
      '\n',
    ),
    ...(lines.length < rows.length
      ? [`There is no room for ${plural(rows.length - lines.length, 'server')} more.`]
      : []),
    escapeText(SOURCE.note),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function lineOf({ server, change, before }: RankedRow): string {
  const { approach, evidence, better } = cellsOf(server);
  const was = before && cellsOf(before).approach;
  const name = `${code(server.name)}${change ? ` (${change})` : ''}`;
  const place = `${code(server.file)} line ${server.region.startLine}`;
  const now = escapeText(was === undefined || was === approach ? approach : `${approach}; was ${was}`);
  return `| ${[name, place, now, escapeText(evidence), escapeText(better)].join(' | ')} |`;
}
