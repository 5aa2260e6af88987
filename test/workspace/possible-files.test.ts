import { expect, test } from 'vitest';
import { readConfigs } from '../../src/read-configs.ts';
import { folderOf, madeUp } from '../support/cli.ts';

/** The files of a folder that have a result, and how many servers each shows. */
async function shown(files: Readonly<Record<string, string>>) {
  const results = await readConfigs(['.'], { cwd: folderOf(files) }, []);
  return Object.fromEntries(
    results.map(({ path, problem, linted }) => [path, problem?.code ?? linted?.servers.length]),
  );
}

test('what only talks of servers is passed over, what has one is shown', async () => {
  expect(
    await shown({
      'talk.md': '# MCP\n\nRun its command, or give its url.\n',
      'show.md': '# MCP\n\n```json\n{"mcpServers": {"a": {"command": "npx"}}}\n```\n',
      'talk.ts': '// mcpServers: command, args\n',
      'show.ts': `start({ mcpServers: { a: { command: 'a' } } });\n`,
      'talk.toml': '[tool.mcp]\ncommand = ""\n',
      'show.toml': '[mcp_servers.a]\ncommand = "npx"\n',
      'talk.yaml': 'mcp: the url\n',
      'show.yaml': 'mcpServers:\n  a:\n    command: npx\n',
      'talk.sh': 'echo mcp install\n',
      'show.sh': 'claude mcp add a -- npx x\n',
    }),
  ).toEqual({ 'show.md': 1, 'show.ts': 1, 'show.toml': 1, 'show.yaml': 1, 'show.sh': 1 });
});

test('code that signs in to a server that is configured elsewhere is shown', async () => {
  const source = `new ClientCredentialsProvider({ clientId: 'a', clientSecret: '${madeUp(32)}', url: 'https://a.example.com', mcp: 1 });\n`;
  expect(await shown({ 'client.ts': source })).toEqual({ 'client.ts': 0 });
});

test('JSON that cannot be read and may hold servers is told; broken text of other dialects is not', async () => {
  expect(
    await shown({
      'agent.json': '}{"mcpServers": {"a": {"command": "npx", "args": []}}',
      'notes.yaml': 'mcp: [command, url\n',
      'notes.toml': 'mcp = [command\n',
    }),
  ).toEqual({ 'agent.json': 'syntax' });
});

test('standard input that cannot be read is told', async () => {
  const [result] = await readConfigs([], { cwd: folderOf({}), input: { name: '-', bytes: undefined } }, []);
  expect(result).toMatchObject({ path: '-', problem: { code: 'unreadable' } });
});
