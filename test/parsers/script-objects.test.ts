import { expect, test } from 'vitest';
import { prng, sample } from '../support/samples.ts';
import { readSource } from '../support/scripts.ts';

const token = sample('github-pat-classic', prng(11));
const entry = `{ command: 'npx', args: ['-y', 'x'], env: { GITHUB_TOKEN: '${token}' } }`;

const HOLDS: Readonly<Record<string, string>> = {
  'a member of any object': `start({ deep: { mcpServers: { github: ${entry} } } })`,
  'a variable': `const mcpServers = { github: ${entry} }`,
  'a constant in capitals': `export const MCP_SERVERS = { github: ${entry} } as const`,
  'a list': `const mcp_servers = [{ name: 'github', ...${entry} }]`,
  'VS Code': `writeFileSync('.vscode/mcp.json', JSON.stringify({ servers: { github: ${entry} } }))`,
  Zed: `const settings = { context_servers: { github: ${entry} } }`,
  'a type': `const github: McpStdioServerConfig = ${entry}`,
  'a type of a mapping': `const all: Record<string, MCPServerConfig> = { github: ${entry} }`,
  satisfies: `export default { github: ${entry} } satisfies McpConfig`,
  'a type in front': `const all = <McpConfig>{ github: ${entry} }`,
  'a function around': `export default defineConfig({ mcpServers: { github: ${entry} } })`,
  CommonJS: `module.exports = { mcpServers: { github: ${entry} } }`,
  'an assignment': `config.mcpServers.github = ${entry}`,
  'an assignment of all': `config['mcpServers'] = { github: ${entry} }`,
  'the result of a function': `function getMcpServers() { return { github: ${entry} } }`,
  'the result of an arrow function': `const mcpServers = () => ({ github: ${entry} })`,
  'an argument of what speaks of MCP': `mcpManager.connect('github', ${entry})`,
  'a list that grows': `mcpServers.push({ name: 'github', ...${entry} })`,
  'a default of a parameter': `function start(mcpServers = { github: ${entry} }) {}`,
  'a field of a class': `class Agent { private readonly mcpServers = { github: ${entry} } }`,
  'a name that stands for it': `const all = { github: ${entry} }; start({ mcpServers: all })`,
  'a short member': `const github = ${entry}; start({ mcpServers: { github } })`,
  'a spread': `const base = { github: ${entry} }; start({ mcpServers: { ...base } })`,
  'a spread of either': `start({ mcpServers: { ...(on ? { github: ${entry} } : {}) } })`,
  'an entry without what it starts': `start({ mcpServers: { github: { ...base, env: { GITHUB_TOKEN: '${token}' } } } })`,
  JSON: `write(\`{"mcpServers": {"github": {"command": "npx", "env": {"GITHUB_TOKEN": "${token}"}}}}\`)`,
  'JSON in quotes': `write("{\\"mcpServers\\": {\\"github\\": {\\"command\\": \\"npx\\", \\"env\\": {\\"GITHUB_TOKEN\\": \\"${token}\\"}}}}")`,
};

test.each(Object.entries(HOLDS))('%s holds a server', (_, source) => {
  const { servers, literals, fault } = readSource(source);
  expect(fault).toBeUndefined();
  expect(servers.map(({ name }) => name)).toEqual(['github']);
  expect(literals.map(({ name, written }) => [name, written])).toEqual([['GITHUB_TOKEN', token]]);
});

test('a JSX member holds servers', () => {
  const { literals } = readSource(`<Chat mcpServers={{ github: ${entry} }} />`, 'chat.tsx');
  expect(literals.map(({ written }) => written)).toEqual([token]);
});

test('the name of the file counts for what it exports', () => {
  const source = `export default { github: ${entry} }`;
  expect(readSource(source, 'mcp.config.ts').literals).toHaveLength(1);
  expect(readSource(source, 'vite.config.ts').literals).toHaveLength(0);
});

test('an object inside of a config is no config of its own', () => {
  const { parts, servers } = readSource(
    `const github: McpServerConfig = ${entry}; const mcpServers = { github }; start({ mcpServers, mcp: { servers: mcpServers } })`,
  );
  expect(servers.map(({ name }) => name)).toEqual(['github']);
  expect(parts.map(({ path }) => path)).toEqual([['mcpServers']]);
});

const SILENT: Readonly<Record<string, string>> = {
  'a key of something else': `const stripe = new Stripe('${token}', { headers: { Authorization: 'Bearer ${token}' } })`,
  'a web server': `export default defineConfig({ webServer: { command: 'npm start', env: { GITHUB_TOKEN: '${token}' } } })`,
  'servers of OpenAPI': `const api = { servers: [{ url: 'https://a.example.com?token=${token}', description: 'x' }] }`,
  'a process': `spawn('npx', ['x'], { env: { GITHUB_TOKEN: '${token}' } })`,
  'a schema': `const schema = z.object({ mcpServers: z.record(z.object({ command: z.string(), url: z.string() })) })`,
  'a JSON schema': `const schema = { mcpServers: { type: 'object', properties: { command: { type: 'string', default: '${token}' } } } }`,
  'a tool of a server': `mcpServer.registerTool('run', { inputSchema: { cmd: z.string() }, key: '${token}' })`,
  'a fetch beside it': `const mcpServers = {}; fetch('https://a.example.com', { headers: { Authorization: 'Bearer ${token}' } })`,
  'a text about it': `const help = 'Set mcpServers in .mcp.json, with GITHUB_TOKEN=${token}'`,
  'a type alone': `interface Config { mcpServers: Record<string, { command: '${token}' }> }`,
};

test.each(Object.entries(SILENT))('%s holds none', (_, source) => {
  expect(readSource(source).literals).toEqual([]);
});
