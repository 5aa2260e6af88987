import { SOURCE } from '../ranking/approaches.ts';
import type { RankedFile, RankedServer, RankReport } from '../ranking/rank-report.ts';
import { code, escapeText } from './markdown-text.ts';
import { adviceByServers, cellsOf, filesWithServers } from './rank-words.ts';
import { plural } from './summarize.ts';

/** A ranking for a pull request comment: a table for every file. Ends in a newline. */
export function rankMarkdown(report: RankReport): string {
  const { summary } = report;
  const blocks = filesWithServers(report).map(({ file, servers }) => formatFile(file, servers));
  if (blocks.length === 0)
    return `${summary.files === 0 ? 'No MCP configs found.' : 'No MCP servers found.'}\n`;
  const total = `${plural(summary.servers, 'server')} in ${plural(summary.files, 'file')}.`;
  return `${[...blocks, `${total} ${escapeText(SOURCE.note)}`].join('\n\n')}\n`;
}

function formatFile({ path, verdict, problem }: RankedFile, servers: readonly RankedServer[]): string {
  const rows = servers.map((server) => {
    const { approach, evidence, better } = cellsOf(server);
    return `| ${code(server.name)} | ${[approach, evidence, better].map(escapeText).join(' | ')} |`;
  });
  return [
    `### ${code(path)}`,
    ...(problem ? [escapeText(`${problem.code}: ${problem.message}${placeOf(problem)}`)] : []),
    ...(verdict === undefined ? [] : [escapeText(verdict)]),
    ...(rows.length > 0
      ? [['| server | approach | evidence | better |', '| --- | --- | --- | --- |', ...rows].join('\n')]
      : []),
    ...formatAdvice(servers),
  ].join('\n\n');
}

function placeOf({ line }: NonNullable<RankedFile['problem']>): string {
  return line === undefined ? '' : `, line ${line}`;
}

function formatAdvice(servers: readonly RankedServer[]): string[] {
  const notes = adviceByServers(servers).map(
    ({ names, advice }) => `- ${names.map(code).join(', ')}: ${escapeText(advice)}`,
  );
  return notes.length === 0 ? [] : ['To move up:', notes.join('\n')];
}
