import { rank } from '../../src/rank.ts';
import type { RankedServer, RankReport } from '../../src/ranking/rank-report.ts';
import { folderOf } from '../support/cli.ts';
import { fillExample } from '../support/examples.ts';

/** The ranking of a file with some servers; tags stand for generated credentials. */
export async function rankServers(
  servers: Readonly<Record<string, object>>,
  file = '.mcp.json',
): Promise<RankReport> {
  const key = file.startsWith('.vscode') ? 'servers' : 'mcpServers';
  const text = fillExample(JSON.stringify({ [key]: servers }));
  return rank([file], { cwd: folderOf({ [file]: text }) });
}

/** The same of one server. */
export async function rankEntry(entry: object, file?: string): Promise<RankedServer> {
  return (await rankServers({ a: entry }, file)).servers[0]!;
}

/** Place and state in short: `6 literal`. */
export function inShort({ approach }: RankedServer): string {
  return approach
    ? [approach.rank, approach.state].filter((part) => part !== undefined).join(' ')
    : 'unknown';
}
