import { label } from '../core/label.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { RULES } from '../rules/rules.ts';
import { VERSION } from '../version.ts';
import type { Arguments } from './arguments.ts';
import { completionScript } from './completion.ts';
import { helpText } from './help.ts';
import { suggest, UsageError } from './usage-error.ts';

/** Text of the commands that lint nothing. Throws a UsageError for a wrong argument. */
export async function runCommand(
  command: Exclude<Arguments['command'], 'lint' | 'rank' | 'fix' | 'undo' | 'secret'>,
  args: readonly string[],
): Promise<string> {
  switch (command) {
    case 'help':
      return `${await helpText(100)}\n`;
    case 'version':
      return `${VERSION}\n`;
    case 'rules':
      return table(RULES.map(({ meta }) => [meta.id, meta.severity, meta.title]));
    case 'hosts':
      return listHosts();
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

function listHosts(): string {
  return HOSTS.map((host) => {
    const files = [...new Set(host.files.map((file) => file.path))].map((path) => `    ${path}\n`).join('');
    const syntaxes = [...new Set(host.interpolation.map(({ syntax }) => syntax))].join('  ');
    return `${host.id}: ${host.title}\n${files}    references: ${syntaxes || (host.unknownExpansion === 'all' ? 'not known' : 'none')}\n`;
  }).join('\n');
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
    `${meta.id} (${meta.severity}, since ${meta.since}): ${meta.title}`,
    `What: ${meta.docs.what}`,
    `Why: ${meta.docs.why}`,
    `What to do: ${meta.docs.fix}`,
    `Fires on ${rule.bad[0]!.file}:\n${rule.bad[0]!.text.replace(/\{\{[^{}]*\}\}/g, '<a credential>')}`,
    `Silent on ${rule.good[0]!.file}:\n${rule.good[0]!.text}`,
  ].join('\n\n');
}
