import type { ReportedFinding } from '../../src/core/report.ts';
import { lintExample } from './examples.ts';

/** The findings of one rule on servers of a file; tags stand for generated credentials. */
export async function findingsOn(
  rule: string,
  servers: Readonly<Record<string, unknown>>,
  { file = '.mcp.json', inputs }: { readonly file?: string; readonly inputs?: readonly unknown[] } = {},
): Promise<readonly ReportedFinding[]> {
  const key = file.startsWith('.vscode') ? 'servers' : 'mcpServers';
  const text = JSON.stringify({ ...(inputs && { inputs }), [key]: servers }, undefined, 2);
  const { findings } = await lintExample({ file, text });
  return findings.filter((finding) => finding.rule === rule);
}

/** What findings say of how serious they are. */
export function severitiesOf(findings: readonly ReportedFinding[]): string[] {
  return findings.map(({ severity }) => severity);
}
