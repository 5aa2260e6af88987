import type { Report, ReportedFinding, Severity } from '../core/report.ts';

/** One sentence about a run: `3 errors, 1 warning in 2 of 5 files, 12 servers.` Only `findings` are counted. */
export function summarize(report: Report, findings: readonly ReportedFinding[]): string {
  const { files, servers, problems } = report.summary;
  const unread = problems > 0 ? `; ${problems} not fully linted` : '';
  if (files === 0) return 'No MCP configs found.';
  const linted = `${plural(files, 'file')}, ${plural(servers, 'server')}${unread}.`;
  if (findings.length === 0) return `${problems > 0 ? 'Nothing found' : 'No problems'} in ${linted}`;
  const counts = (['error', 'warning', 'info'] satisfies Severity[])
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => plural(count, severity));
  // Findings may be about config files of mcp-lint, which were not linted.
  const read = new Set(report.files.map(({ path }) => path));
  const concerned = new Set(findings.map(({ file }) => file).filter((file) => read.has(file)));
  return `${counts.join(', ')} in ${concerned.size > 0 ? `${concerned.size} of ` : ''}${linted}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
