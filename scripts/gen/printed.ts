import type { Levels } from '../../src/core/settings.ts';
import { reportPretty } from '../../src/reporters/pretty.ts';
import type { Example } from '../../src/rules/rule.ts';
import { lintExample } from '../../test/support/examples.ts';

/** What mcp-lint really prints for an example. */
export async function printed(example: Example, advice = true, levels: Levels = {}): Promise<string> {
  return reportPretty(await lintExample(example, levels), { quiet: false, advice, named: [example.file] });
}
