import { buildRankReport, type RankReport, type ReadFile } from '../ranking/rank-report.ts';
import { rankJson } from '../reporters/rank-json.ts';
import { rankMarkdown } from '../reporters/rank-markdown.ts';
import { rankPretty } from '../reporters/rank-pretty.ts';
import { VERSION } from '../version.ts';
import type { Arguments } from './arguments.ts';

interface Screen {
  readonly color: boolean;
  /** How many places were looked at, when the user named none. */
  readonly looked: number | undefined;
}

/** Everything that `mcp-lint rank` says, and its exit code: 2 when something could not be read, otherwise 0. */
export async function printRanking(
  files: readonly ReadFile[],
  args: Pick<Arguments, 'format' | 'requireConfig'>,
  screen: Screen,
): Promise<{ text: string; exitCode: 0 | 2 }> {
  const report = buildRankReport(files, VERSION);
  const missing = args.requireConfig && report.files.every(({ servers }) => servers === 0);
  const exitCode = report.summary.problems > 0 || missing ? 2 : 0;
  return { text: await print(report, args, screen), exitCode };
}

async function print(
  report: RankReport,
  { format }: Pick<Arguments, 'format'>,
  { color, looked }: Screen,
): Promise<string> {
  if (format === 'json') return rankJson(report);
  if (format === 'markdown') return rankMarkdown(report);
  const paint = color ? (await import('picocolors')).default.createColors(true) : undefined;
  return rankPretty(report, { ...(paint && { paint }), ...(looked !== undefined && { looked }) });
}
