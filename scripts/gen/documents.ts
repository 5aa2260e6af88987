import { hostRows, LEGEND } from '../../src/cli/host-list.ts';
import { workflowText } from '../../src/init/workflow.ts';
import { rank } from '../../src/rank.ts';
import { rankPretty } from '../../src/reporters/rank-pretty.ts';
import { renderCalls, renderCommands } from './calls-and-commands.ts';
import { renderConfigSchema } from './config-schema.ts';
import { renderPicture } from './picture.ts';
import { renderHooks } from './pre-commit-hooks.ts';
import { renderRules } from './rules-document.ts';

/** Generated files: from the text that is there to the text that should be. */
export const renderDocuments: Readonly<Record<string, (before: string) => string | Promise<string>>> = {
  'rules.md': renderRules,
  'mcp-lint.schema.json': renderConfigSchema,
  '.pre-commit-hooks.yaml': renderHooks,
  'examples/workflows/pull-request.yml': workflowText,
  'docs/output.svg': renderPicture,
  'README.md': (before) => replaceBetween(before, 'hosts', renderHosts()),
  'docs/usage.md': async (before) => replaceBetween(before, 'rank', await renderRank()),
  'docs/files.md': (before) =>
    replaceBetween(replaceBetween(before, 'calls', renderCalls()), 'commands', renderCommands()),
};

function replaceBetween(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`There is no place for ${name}`);
  return `${text.slice(0, from)}${begin}\n${content}${text.slice(to)}`;
}

/** The example of the README ranked. */
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
