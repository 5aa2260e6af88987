import type { Report } from '../core/report.ts';
import { RUN_FIX_HOOK } from '../init/hook-ids.ts';

/** What to do next where pre-commit shows the findings (it sets PRE_COMMIT); '' where there is nothing to add. */
export function hookHint(report: Report, variables: Readonly<Record<string, string | undefined>>): string {
  const isForFix = report.findings.some(({ credential, severity }) => credential && severity !== 'info');
  if (variables['PRE_COMMIT'] !== '1' || !isForFix) return '';
  return `\nMove them into a keychain: ${RUN_FIX_HOOK}\n(with the id of that hook in .pre-commit-config.yaml), or: npx mcp-lint fix\n`;
}
