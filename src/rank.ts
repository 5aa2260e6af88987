import { buildRankReport, type RankReport } from './ranking/rank-report.ts';
import { type ReadOptions, readConfigs } from './read-configs.ts';
import { VERSION } from './version.ts';

/** Ranks how every server of files, folders and globs authenticates. Nothing is printed, and the report holds no secret. */
export async function rank(paths: readonly string[], options: ReadOptions = {}): Promise<RankReport> {
  return buildRankReport(await readConfigs(paths, options, []), VERSION);
}
