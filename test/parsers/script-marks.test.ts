import { expect, test } from 'vitest';
import { APIS } from '../../src/parsers/script/apis.ts';
import { SCRIPT_MARKS } from '../../src/parsers/script/marks.ts';

function isMarked(source: string): boolean {
  return SCRIPT_MARKS.every((group) => group.some((mark) => source.includes(mark)));
}

/** Imports of the packages, which nearly every script with such a call has. */
const IMPORTED = `import x from '@modelcontextprotocol/sdk';\n`;

test('a script with any of the calls is looked at', () => {
  for (const { callees } of APIS)
    for (const callee of callees) {
      expect(isMarked(`${IMPORTED}new ${callee}({ command: 'a', args: [] })`), callee).toBe(true);
      expect(isMarked(`${IMPORTED}new ${callee}(new URL(a), { headers: {} })`), callee).toBe(true);
    }
});

test.each([
  `start({ mcpServers: { a: { command: 'a' } } })`,
  `const MCP_SERVERS = { a: { url: 'https://a.example.com' } }`,
  `tools: [{ type: 'mcp', server_url: 'https://a.example.com' }]`,
  `tools: [{ type: "mcp", connector_id: 'a', authorization: key }]`,
  `hostedMcpTool({ serverLabel: 'a', connectorId: 'a', authorization: key })`,
  `mcp_servers: [{ type: 'url', url: 'https://a.example.com' }]`,
  `context_servers: { a: { command: { path: 'a' } } }`,
  `writeFileSync('.vscode/mcp.json', JSON.stringify({ servers: { a: { url: 'https://a.example.com' } } }))`,
])('%s is looked at', (source) => {
  expect(isMarked(source)).toBe(true);
});

test.each([
  `fetch('https://a.example.com', { headers: {} })`,
  `const servers = [{ url: 'https://a.example.com' }]`,
  `// An MCP client, one day.`,
  `spawn(command, args, { env })`,
])('%s is not', (source) => {
  expect(isMarked(source)).toBe(false);
});
