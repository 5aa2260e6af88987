import type { ReportedFinding } from '../../src/core/report.ts';
import { lint } from '../../src/run.ts';
import { folderOf } from './cli.ts';

/** What one rule says of some files, by path. */
export async function findingsOf(
  rule: string,
  files: Readonly<Record<string, object>>,
): Promise<ReportedFinding[]> {
  const { findings } = await lint(Object.keys(files), { cwd: folderOf(files) });
  return findings.filter((finding) => finding.rule === rule);
}

/** The same of one server entry in a file. */
export function findingsOfEntry(rule: string, entry: object, file = '.mcp.json'): Promise<ReportedFinding[]> {
  const key = file.includes('vscode') ? 'servers' : 'mcpServers';
  return findingsOf(rule, { [file]: { [key]: { a: entry } } });
}
