import { expect, test } from 'vitest';
import { APIS } from '../../src/parsers/script/apis.ts';
import { prng, sample } from '../support/samples.ts';
import { readSource } from '../support/scripts.ts';

const token = () => sample('github-pat-classic', prng(7));

/** One script for each API: `@` stands for the credential; where it is found, and as what. */
const SCRIPTS: Readonly<Record<string, readonly [string, string | undefined, string, string]>> = {
  'mcp-sdk-stdio': [
    `const github = new StdioClientTransport({ command: 'npx', args: ['-y', 'x'], env: { GITHUB_TOKEN: '@' } });`,
    'github',
    'env',
    'GITHUB_TOKEN',
  ],
  'mcp-sdk-http': [
    `new StreamableHTTPClientTransport(new URL('https://a.example.com/mcp'), { requestInit: { headers: { Authorization: 'Bearer @' } } });`,
    'StreamableHTTPClientTransport',
    'header',
    'Authorization',
  ],
  'mcp-sdk-auth': [
    `const authProvider = new ClientCredentialsProvider({ clientId: 'app', clientSecret: '@' });`,
    undefined,
    'oauth',
    'clientSecret',
  ],
  'claude-agent-sdk': [
    `session.setMcpServers({ files: { type: 'http', url: 'https://a.example.com', headers: { 'X-Api-Key': '@' } } });`,
    'files',
    'header',
    'X-Api-Key',
  ],
  'ai-sdk': [
    `import { experimental_createMCPClient as connect } from 'ai';
     const tools = await connect({ transport: { type: 'sse', url: 'https://a.example.com/sse', headers: { Authorization: 'Bearer @' } } });`,
    'tools',
    'header',
    'Authorization',
  ],
  'ai-sdk-stdio': [
    `new Experimental_StdioMCPTransport({ command: 'node', args: ['a.js', '--token', '@'] });`,
    'Experimental_StdioMCPTransport',
    'flag',
    'token',
  ],
  mastra: [
    `const mcp = new MCPClient({ servers: { a: { url: new URL('https://a.example.com/mcp'), requestInit: { headers: { Authorization: 'Bearer @' } } } } });`,
    'a',
    'header',
    'Authorization',
  ],
  'openai-agents': [
    `new MCPServerStdio({ name: 'Files', fullCommand: 'npx -y server --api-key @' });`,
    'Files',
    'flag',
    'api-key',
  ],
  'openai-agents-hosted': [
    `hostedMcpTool({ serverLabel: 'gmail', connectorId: 'connector_gmail', authorization: '@' });`,
    'gmail',
    'property',
    'authorization',
  ],
  langchain: [
    `new MultiServerMCPClient({ math: { transport: 'stdio', command: 'node', args: ['a.js'], env: { API_TOKEN: '@' } } });`,
    'math',
    'env',
    'API_TOKEN',
  ],
  'cloudflare-agents': [
    `await this.addMcpServer('linear', 'https://a.example.com/mcp', host, 'agents', { transport: { headers: { Authorization: 'Bearer @' } } });`,
    'linear',
    'header',
    'Authorization',
  ],
  // Of these a member says it all.
  'claude-agent-sdk query': [
    `for await (const one of query({ prompt, options: { agents: { a: { mcpServers: ['b', { c: { command: 'c', env: { API_TOKEN: '@' } } }] } } } })) print(one);`,
    'c',
    'env',
    'API_TOKEN',
  ],
  'openai-responses': [
    `client.responses.create({ tools: [{ type: 'mcp', server_label: 'docs', server_url: 'https://a.example.com/sse', headers: { Authorization: 'Bearer @' } }] });`,
    'docs',
    'header',
    'Authorization',
  ],
  'anthropic-messages': [
    `client.beta.messages.create({ mcp_servers: [{ type: 'url', url: 'https://a.example.com/sse', name: 'docs', authorization_token: '@' }] });`,
    'docs',
    'property',
    'authorization_token',
  ],
  'cursor-sdk': [
    `Agent.create({ mcpServers: { a: { type: 'http', url: 'https://a.example.com', auth: { CLIENT_ID: 'x', CLIENT_SECRET: '@' } } } });`,
    'a',
    'oauth',
    'CLIENT_SECRET',
  ],
};

test('there is a script for every API', () => {
  expect(Object.keys(SCRIPTS)).toEqual(expect.arrayContaining(APIS.map(({ id }) => id)));
});

test.each(Object.entries(SCRIPTS))('%s', (_, [script, server, kind, name]) => {
  const source = script.replace('@', token());
  const { literals } = readSource(source, 'script.mjs');
  expect(literals.map((one) => [one.server, one.kind, one.name, one.written])).toEqual([
    [server, kind, name, token()],
  ]);
});

test('every callee of an API is read as the first is', () => {
  for (const {
    callees,
    arguments: [first],
  } of APIS) {
    for (const callee of callees) {
      const entry = `{ url: 'https://a.example.com', command: 'x', args: [], env: { API_TOKEN: '${token()}' }, clientSecret: '${token()}' }`;
      const given =
        first?.as === 'servers'
          ? `{ a: ${entry} }`
          : first?.as === 'url' || first?.as === 'name'
            ? `'https://a.example.com', ${first.as === 'name' ? "'https://a.example.com', " : ''}${entry}`
            : first?.as === 'entry' && first.under
              ? `{ ${first.under}: ${entry} }`
              : entry;
      const { literals } = readSource(`new ${callee}(${given})`);
      expect(literals.length, callee).toBeGreaterThan(0);
    }
  }
});
