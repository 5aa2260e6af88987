import type { Report } from '../core/report.ts';
import { orderFile, orderFinding, orderSummary, orderTriage } from './json.ts';
import { formatJsonLine } from './printable.ts';

/**
 * A line of JSON for every finding, then one about the run, as `jsonl.schema.json` describes them: for streams and for
 * tools that join the reports of many runs.
 */
export function reportJsonl(report: Report): string {
  const { version, tool, summary, findings, files, triage } = report;
  const end = {
    version,
    tool: { name: tool.name, version: tool.version },
    summary: orderSummary(summary),
    problems: files.filter(({ problem }) => problem).map(orderFile),
    ...(triage && { triage: orderTriage(triage) }),
  };
  return [...findings.map(orderFinding), end].map(formatJsonLine).join('');
}
