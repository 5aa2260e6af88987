import { RULE_IDS } from '../../src/settings/check-config.ts';
import { jsonSchema } from '../../src/settings/json-schema.ts';
import { configShape } from '../../src/settings/shapes.ts';

/** mcp-lint.schema.json: what editors check config files with. */
export function renderConfigSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://github.com/mcp-lint/mcp-lint/blob/main/mcp-lint.schema.json',
    title: 'Config of mcp-lint',
    ...jsonSchema(configShape(RULE_IDS)),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
