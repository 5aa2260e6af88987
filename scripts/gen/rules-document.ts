import type { Example, Rule } from '../../src/rules/rule.ts';
import { RULES } from '../../src/rules/rules.ts';
import { printed } from './printed.ts';
import { renderRanking } from './ranking-document.ts';

/** rules.md: a table, then each rule with its examples and what mcp-lint really prints for them. */
export async function renderRules(): Promise<string> {
  const table = RULES.map(
    ({ meta }) => `| [${meta.id}](#${meta.id}) | ${meta.severity} | ${meta.title} |\n`,
  ).join('');
  const sections = await Promise.all(RULES.map(renderRule));
  return `# Rules\n\nGenerated from \`src/rules\` by \`npm run gen\`; every example is executed by a test.\n\n| rule | at most | what it finds |\n| --- | --- | --- |\n${table}\n${sections.join('\n')}\n${renderRanking()}`;
}

async function renderRule({ meta, bad, good }: Rule): Promise<string> {
  const shown = bad[0]!;
  return `## ${meta.id}

${meta.title}. At most \`${meta.severity}\`, since ${meta.since}.${meta.optIn ? ` Off unless you turn it on: \`--rule ${meta.id}:${meta.severity}\`.` : ''}

**What.** ${meta.docs.what}

**Why.** ${meta.docs.why}

**What to do.** ${meta.docs.fix}

Fires on:

${bad.map(renderExample).join('\n')}
and says of the first:

\`\`\`
${await printed(shown, true, meta.optIn && { [meta.id]: meta.severity })}\`\`\`

Silent on:

${good.map(renderExample).join('\n')}`;
}

/** Tags for generated credentials are shown as such. */
function renderExample({ file, text, beside = [] }: Example): string {
  return [{ file, text }, ...beside]
    .map((one) => {
      const shown = one.text.replace(/\{\{(?:sample|opaque)[^{}]*\}\}/g, '<a real credential>');
      return one.file.endsWith('.md')
        ? `\`\`\`\`markdown\n<!-- ${one.file} -->\n${shown}\`\`\`\`\n`
        : `\`\`\`jsonc\n// ${one.file}\n${shown}\`\`\`\n`;
    })
    .join('\n');
}
