import type { Approach, CriterionId } from '../ranking/approaches.ts';
import type { RankedFile, RankedServer, RankReport } from '../ranking/rank-report.ts';
import { orderProblem } from './json.ts';
import { formatJson } from './printable.ts';

/** A ranking for programs, as `rank.schema.json` describes it: members always in the same order, and none besides. */
export function rankJson(report: RankReport): string {
  const { tool, summary } = report;
  return formatJson({
    version: report.version,
    tool: { name: tool.name, version: tool.version },
    summary: {
      files: summary.files,
      servers: summary.servers,
      unknown: summary.unknown,
      problems: summary.problems,
    },
    servers: report.servers.map(orderServer),
    files: report.files.map(orderFile),
    source: { url: report.source.url, note: report.source.note },
    criteria: report.criteria.map(({ id, title, asks }) => ({ id, title, asks })),
    approaches: report.approaches.map(orderApproach),
  });
}

function orderServer({ approach, recommendation, ...server }: RankedServer) {
  const { startLine, startColumn, endLine, endColumn, offset, length } = server.region;
  return {
    name: server.name,
    file: server.file,
    host: server.host,
    ...(server.scope !== undefined && { scope: server.scope }),
    region: { startLine, startColumn, endLine, endColumn, offset, length },
    transport: server.transport,
    ...(approach && {
      approach: {
        ids: [...approach.ids],
        rank: approach.rank,
        title: approach.title,
        ...(approach.state !== undefined && { state: approach.state }),
        evidence: [...approach.evidence],
      },
    }),
    ...(server.unknown !== undefined && { unknown: server.unknown }),
    ...(recommendation && {
      recommendation: {
        decision: recommendation.decision,
        step: recommendation.step,
        to: [...recommendation.to],
        why: recommendation.why,
        ...(recommendation.advice !== undefined && { advice: recommendation.advice }),
      },
    }),
  };
}

function orderFile({ path, host, servers, verdict, problem }: RankedFile) {
  return {
    path,
    ...(host !== undefined && { host }),
    servers,
    ...(verdict !== undefined && { verdict }),
    ...(problem && { problem: orderProblem(problem) }),
  };
}

function orderApproach({ id, rank, title, signature, criteria }: Approach) {
  const answers = Object.entries(criteria) as [CriterionId, Approach['criteria'][CriterionId]][];
  return {
    id,
    rank,
    title,
    signature,
    criteria: Object.fromEntries(
      answers.map(([criterion, { says, from, outdated }]) => [
        criterion,
        { says, from, ...(outdated !== undefined && { outdated }) },
      ]),
    ),
  };
}
