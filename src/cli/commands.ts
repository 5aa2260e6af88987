import { label } from '../core/label.ts';
import { suggest, UsageError } from '../core/usage-error.ts';
import { RULES } from '../rules/rules.ts';
import { VERSION } from '../version.ts';
import type { Arguments } from './arguments.ts';
import { completionScript } from './completion.ts';
import { helpText } from './help.ts';
import { LISTED, listHosts } from './host-list.ts';
import { describeHost } from './host-page.ts';

/** Cells of a line. */
const WIDTH = 100;

/** Text of the commands that lint nothing. Throws a UsageError for a wrong argument. */
export async function runCommand(
  command: Exclude<Arguments['command'], 'lint' | 'rank' | 'fix' | 'undo' | 'secret' | 'init'>,
  args: readonly string[],
): Promise<string> {
  switch (command) {
    case 'help':
      return `${await helpText(WIDTH)}\n`;
    case 'version':
      return `${VERSION}\n`;
    case 'rules':
      return table(RULES.map(({ meta }) => [meta.id, meta.optIn ? 'off' : meta.severity, meta.title]));
    case 'hosts':
      return args[0] === undefined ? listHosts(WIDTH) : hostPages(args[0]);
    case 'explain':
      return explain(args);
    case 'completion':
      return completionScript(args[0]);
  }
}

/** Rows with their columns aligned, two spaces between them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** The page of a host, or the pages of those of a family: `claude-code` has several. */
function hostPages(id: string): string {
  const exact = LISTED.filter((host) => host.id === id);
  const named = exact.length > 0 ? exact : LISTED.filter((host) => host.id.startsWith(`${id}-`));
  if (named.length === 0) {
    const ids = LISTED.map((host) => host.id);
    throw new UsageError(`There is no host "${label(id)}".${suggest(id, ids)} "mcp-lint hosts" lists them.`);
  }
  return named.map((host) => describeHost(host, WIDTH)).join('\n');
}

function explain([id]: readonly string[]): string {
  const ids = RULES.map((rule) => rule.meta.id);
  const rule = RULES.find(({ meta }) => meta.id === id);
  if (!rule) {
    const problem = id === undefined ? 'Which rule?' : `There is no rule "${label(id)}".${suggest(id, ids)}`;
    throw new UsageError(`${problem} Rules: ${ids.join(', ')}.`);
  }
  const { meta } = rule;
  return [
    `${meta.id} (${meta.severity}${meta.optIn ? `, off unless "--rule ${meta.id}:${meta.severity}" turns it on` : ''}, since ${meta.since}): ${meta.title}`,
    `What: ${meta.docs.what}`,
    `Why: ${meta.docs.why}`,
    `What to do: ${meta.docs.fix}`,
    `Fires on ${rule.bad[0]!.file}:\n${rule.bad[0]!.text.replace(/\{\{[^{}]*\}\}/g, '<a credential>')}`,
    `Silent on ${rule.good[0]!.file}:\n${rule.good[0]!.text}`,
  ].join('\n\n');
}
