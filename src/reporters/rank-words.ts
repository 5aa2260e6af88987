import { STEPS } from '../ranking/decisions.ts';
import { markedRankOf } from '../ranking/names.ts';
import type { RankedFile, RankedServer, RankReport } from '../ranking/rank-report.ts';

/** The cells of a server in a table of the ranking. */
export interface RankCells {
  readonly approach: string;
  readonly evidence: string;
  readonly better: string;
}

/** `#6 Env pass-through, literal`, why, and `the key by reference (#6)`. */
export function cellsOf({ approach, unknown, recommendation }: RankedServer): RankCells {
  if (!approach) return { approach: 'unknown', evidence: sentence(unknown ?? ''), better: '' };
  const state = approach.state === undefined ? '' : `, ${approach.state}`;
  const { step, to } = recommendation ?? { step: 'keep' as const, to: [] };
  return {
    approach: `${markedRankOf(approach.ids)} ${approach.title}${state}`,
    evidence: approach.evidence.join(' '),
    better: step === 'keep' ? STEPS.keep : `${STEPS[step]} (${markedRankOf(to)})`,
  };
}

/** The files that are worth showing, each with its servers. */
export function filesWithServers({
  files,
  servers,
}: RankReport): { file: RankedFile; servers: RankedServer[] }[] {
  const byFile = new Map<string, RankedServer[]>();
  for (const server of servers) {
    const own = byFile.get(server.file);
    if (own) own.push(server);
    else byFile.set(server.file, [server]);
  }
  return files
    .filter((file) => file.servers > 0 || file.problem)
    .map((file) => ({ file, servers: byFile.get(file.path) ?? [] }));
}

/** What to do, once for all servers of a file that the same is said of. */
export function adviceByServers(servers: readonly RankedServer[]): { names: string[]; advice: string }[] {
  const byAdvice = new Map<string, string[]>();
  for (const { name, recommendation } of servers) {
    if (recommendation?.advice === undefined) continue;
    const names = byAdvice.get(recommendation.advice) ?? [];
    names.push(name);
    byAdvice.set(recommendation.advice, names);
  }
  return [...byAdvice].map(([advice, names]) => ({ names, advice }));
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
