import { readFileSync } from 'node:fs';
import { hostRows, LEGEND } from '../../src/cli/host-list.ts';
import { workflowText } from '../../src/init/workflow.ts';
import { rank } from '../../src/rank.ts';
import { rankPretty } from '../../src/reporters/rank-pretty.ts';
import { renderCalls, renderCommands } from './calls-and-commands.ts';
import { renderConfigSchema } from './config-schema.ts';
import { renderHooks } from './pre-commit-hooks.ts';
import { printed } from './printed.ts';
import { renderRules } from './rules-document.ts';

/** Generated files: from the text that is there to the text that should be. */
export const renderDocuments: Readonly<Record<string, (before: string) => string | Promise<string>>> = {
  'rules.md': renderRules,
  'mcp-lint.schema.json': renderConfigSchema,
  '.pre-commit-hooks.yaml': renderHooks,
  'examples/workflows/pull-request.yml': workflowText,
  'README.md': async (before) => {
    const parts = {
      screen: await renderScreen(),
      rank: await renderRank(),
      hosts: renderHosts(),
      calls: renderCalls(),
      commands: renderCommands(),
    };
    return Object.entries(parts).reduce(
      (text, [name, content]) => replaceBetween(text, name, content),
      before,
    );
  },
};

function replaceBetween(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`README.md has no place for ${name}`);
  return `${text.slice(0, from)}${begin}\n${content}${text.slice(to)}`;
}

/** The example of the README, as it looks in a terminal. */
async function renderScreen(): Promise<string> {
  const name = 'claude_desktop_config.json';
  return `\`\`\`\n${await printed({ file: name, text: readFileSync(`examples/${name}`, 'utf8') }, false)}\`\`\`\n`;
}

/** The same file ranked. */
async function renderRank(): Promise<string> {
  const report = await rank(['claude_desktop_config.json'], { cwd: 'examples' });
  return `\`\`\`\n${rankPretty(report, {})}\`\`\`\n`;
}

/** The table of `mcp-lint hosts`, with more files of each. */
function renderHosts(): string {
  const code = (texts: readonly string[]) => texts.map((text) => `\`${text}\``);
  const rows = hostRows(4, Number.POSITIVE_INFINITY).map(
    ({ host, first, files, references, where, unset }) =>
      `| ${first ? host.title : ''} | ${code(files).join(', ') || (first ? host.also : '')} | ${code(references).join(' ')} | ${where} | ${unset} |\n`,
  );
  return `| host | files | references | work in | if unset |\n| --- | --- | --- | --- | --- |\n${rows.join('')}\n${LEGEND}\n`;
}
