import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reportPretty } from '../../src/reporters/pretty.ts';
import type { Example, Rule } from '../../src/rules/rule.ts';
import { RULES } from '../../src/rules/rules.ts';
import { lint } from '../../src/run.ts';
import { fillExample } from '../../test/support/examples.ts';

/** rules.md: a table, then each rule with its examples and what mcp-lint really prints for them. */
export async function renderRules(): Promise<string> {
  const table = RULES.map(({ meta }) => `| [${meta.id}](#${meta.id}) | ${meta.severity} | ${meta.title} |\n`).join('');
  const sections = await Promise.all(RULES.map(renderRule));
  return `# Rules\n\nGenerated from \`src/rules\` by \`npm run gen\`; every example is executed by a test.\n\n| rule | at most | what it finds |\n| --- | --- | --- |\n${table}\n${sections.join('\n')}`;
}

async function renderRule({ meta, bad, good }: Rule): Promise<string> {
  const shown = bad[0]!;
  return `## ${meta.id}

${meta.title}. At most \`${meta.severity}\`, since ${meta.since}.

**What.** ${meta.docs.what}

**Why.** ${meta.docs.why}

**What to do.** ${meta.docs.fix}

Fires on:

${bad.map(renderExample).join('\n')}
and says of the first:

\`\`\`
${await printed(shown)}\`\`\`

Silent on:

${good.map(renderExample).join('\n')}`;
}

/** Tags for generated credentials are shown as such. */
function renderExample({ file, text }: Example): string {
  return `\`\`\`jsonc\n// ${file}\n${text.replace(/\{\{[^{}]*\}\}/g, '<a real credential>')}\`\`\`\n`;
}

/** The output of a real run over the example. */
async function printed(example: Example): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-lint-gen-'));
  try {
    const path = join(folder, example.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fillExample(example.text), { mode: 0o600 });
    const report = await lint([example.file], { cwd: folder });
    return reportPretty(report, { quiet: false, named: [example.file] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
