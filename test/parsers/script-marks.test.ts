import { expect, test } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { APIS } from '../../src/parsers/script/apis.ts';
import { SCRIPT_MARKS } from '../../src/parsers/script/marks.ts';
import { folderOf } from '../support/cli.ts';

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

test('of many scripts in a folder only those are looked at that speak of servers', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [
      `src/f${at}.ts`,
      at % 4 === 0
        ? `start({ mcpServers: { a${at}: { command: 'a' } } });\n`
        : `fetch('https://a.example.com/${at}', { headers: {} });\n`,
    ]),
  );
  const { files: found } = await discover(['.'], { cwd: folderOf(files), respectGitignore: false });
  expect(found).toHaveLength(50);
  expect(found.every(({ path }) => Number(/\d+/.exec(path)![0]) % 4 === 0)).toBe(true);
});
