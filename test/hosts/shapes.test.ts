import { describe, expect, it } from 'vitest';
import { fillExample, lintExample } from '../support/examples.ts';

const TAG = '{{sample:github-pat-classic}}';

/** Each shape of an entry that some host writes: its file, its text with one credential, and its servers. */
const SHAPES: readonly (readonly [
  shape: string,
  file: string,
  content: unknown,
  servers: readonly string[],
])[] = [
  [
    'mcpServers as a list',
    '.augment/settings.json',
    { mcpServers: [{ name: 'a', command: 'x', env: { GITHUB_TOKEN: TAG } }] },
    ['a'],
  ],
  [
    'servers as a list',
    'mcp.json',
    { servers: [{ name: 'a', url: 'https://example.com/mcp', headers: { Authorization: `Bearer ${TAG}` } }] },
    ['a'],
  ],
  [
    'managedMcpServers as a list',
    'x/Claude-3p/configLibrary/1.json',
    {
      managedMcpServers: [
        {
          name: 'a',
          transport: 'http',
          url: 'https://example.com/mcp',
          headers: { Authorization: `Bearer ${TAG}` },
        },
      ],
    },
    ['a'],
  ],
  [
    'no wrapper',
    '.mcp.json',
    { a: { command: 'x', args: [], env: { GITHUB_TOKEN: TAG } }, b: { command: 'y' } },
    ['a', 'b'],
  ],
  ['no wrapper, Warp', '.warp/.mcp.json', { a: { command: 'x', args: ['--token', TAG] } }, ['a']],
  [
    'one server alone',
    '.continue/mcpServers/a.json',
    { command: 'x', args: ['-y'], env: { GITHUB_TOKEN: TAG } },
    ['server'],
  ],
  [
    'a list alone',
    'mcp.json',
    [
      {
        name: 'a',
        type: 'http',
        url: 'https://example.com/mcp',
        headers: { Authorization: `Bearer ${TAG}` },
      },
    ],
    ['a'],
  ],
  [
    'a dotted key',
    '.amp/settings.json',
    { 'amp.mcpServers': { a: { command: 'x', env: { GITHUB_TOKEN: TAG } } } },
    ['a'],
  ],
  [
    'a dotted key with a list below',
    '.vscode/settings.json',
    { 'augment.advanced': { mcpServers: [{ name: 'a', command: 'x', env: { GITHUB_TOKEN: TAG } }] } },
    ['a'],
  ],
  [
    'the same, dotted on',
    '.vscode/settings.json',
    { 'augment.advanced.mcpServers': [{ name: 'a', command: 'x', env: { GITHUB_TOKEN: TAG } }] },
    ['a'],
  ],
  [
    'a dotted key of the editor',
    '.vscode/settings.json',
    { 'mcp.servers': { a: { command: 'x', env: { GITHUB_TOKEN: TAG } } } },
    ['a'],
  ],
  [
    'command as a list',
    'opencode.json',
    { mcp: { a: { type: 'local', command: ['npx', '-y', 'x', '--token', TAG] } } },
    ['a'],
  ],
  [
    'command as a list that starts env',
    'opencode.json',
    { mcp: { a: { type: 'local', command: ['env', `GITHUB_TOKEN=${TAG}`, 'npx', 'x'] } } },
    ['a'],
  ],
  [
    'command as one line',
    '.cursor/mcp.json',
    { mcpServers: { a: { command: `npx -y x --token ${TAG}` } } },
    ['a'],
  ],
  [
    'command as one line with assignments',
    '.cursor/mcp.json',
    { mcpServers: { a: { command: `env GITHUB_TOKEN=${TAG} npx -y x` } } },
    ['a'],
  ],
  [
    'command as an object',
    '.zed/settings.json',
    { context_servers: { a: { command: { path: 'x', args: [], env: { GITHUB_TOKEN: TAG } } } } },
    ['a'],
  ],
  ['cmd', 'mcp.json', { mcpServers: { a: { cmd: 'x', args: ['--token', TAG] } } }, ['a']],
  [
    'environment',
    'opencode.jsonc',
    { mcp: { a: { type: 'local', command: ['x'], environment: { GITHUB_TOKEN: TAG } } } },
    ['a'],
  ],
  [
    'environment, opencode 2',
    '.opencode/opencode.json',
    { mcp: { servers: { a: { type: 'local', command: ['x'], environment: { GITHUB_TOKEN: TAG } } } } },
    ['a'],
  ],
  ['envs', 'mcp.json', { mcpServers: { a: { cmd: 'x', envs: { GITHUB_TOKEN: TAG } } } }, ['a']],
  [
    'variables as lines',
    '.mcp.json',
    { mcpServers: { a: { command: 'x', env: [`GITHUB_TOKEN=${TAG}`] } } },
    ['a'],
  ],
  [
    'httpUrl',
    '.gemini/settings.json',
    { mcpServers: { a: { httpUrl: `https://example.com/mcp?token=${TAG}` } } },
    ['a'],
  ],
  [
    'serverUrl',
    'home/.codeium/windsurf/mcp_config.json',
    {
      mcpServers: {
        a: { serverUrl: 'https://example.com/mcp', headers: { Authorization: `Bearer ${TAG}` } },
      },
    },
    ['a'],
  ],
  [
    'serverUrl with a key',
    '.agents/mcp_config.json',
    { mcpServers: { a: { serverUrl: `https://example.com/mcp?token=${TAG}` } } },
    ['a'],
  ],
  [
    'baseUrl',
    'config/mcporter.json',
    {
      mcpServers: { a: { baseUrl: 'https://example.com/mcp', headers: { Authorization: `Bearer ${TAG}` } } },
    },
    ['a'],
  ],
  [
    'http_headers',
    'mcp.json',
    {
      mcp_servers: {
        a: { url: 'https://example.com/mcp', http_headers: { Authorization: `Bearer ${TAG}` } },
      },
    },
    ['a'],
  ],
  [
    'requestInit',
    'mcp.json',
    {
      mcpServers: {
        a: { url: 'https://example.com/mcp', requestInit: { headers: { Authorization: `Bearer ${TAG}` } } },
      },
    },
    ['a'],
  ],
  [
    'nested transport',
    'cline_mcp_settings.json',
    {
      mcpServers: { a: { transport: { type: 'stdio', command: 'x', args: [], env: { GITHUB_TOKEN: TAG } } } },
    },
    ['a'],
  ],
  [
    'nested transport, remote',
    'cline_mcp_settings.json',
    {
      mcpServers: {
        a: {
          transport: {
            type: 'streamableHttp',
            url: 'https://example.com/mcp',
            headers: { Authorization: `Bearer ${TAG}` },
          },
        },
      },
    },
    ['a'],
  ],
  [
    'tokens that the host wrote',
    'cline_mcp_settings.json',
    { mcpServers: { a: { url: 'https://example.com/mcp', oauth: { tokens: { access_token: TAG } } } } },
    ['a'],
  ],
  [
    'powers',
    '.kiro/settings/mcp.json',
    { powers: { mcpServers: { a: { command: 'x', env: { GITHUB_TOKEN: TAG } } } } },
    ['a'],
  ],
  [
    'servers of an agent',
    '.kiro/agents/reviewer.json',
    { name: 'reviewer', mcpServers: { a: { command: 'x', env: { GITHUB_TOKEN: TAG } } } },
    ['a'],
  ],
  [
    'settings of an extension',
    '.zed/settings.json',
    {
      context_servers: {
        a: { source: 'extension', settings: { github_personal_access_token: TAG } },
        b: { command: 'y' },
      },
    },
    ['b'],
  ],
  [
    'servers of the settings of a program',
    '.tabnine/agent/settings.json',
    { mcpServers: { a: { command: 'x', env: { GITHUB_TOKEN: TAG } } } },
    ['a'],
  ],
  [
    'servers of a gateway',
    'home/.openclaw/openclaw.json',
    { mcp: { servers: { a: { command: 'x', env: { GITHUB_TOKEN: TAG } } } } },
    ['a'],
  ],
  [
    'JSON5',
    'home/.openclaw/openclaw.json',
    `{ mcp: { servers: { a: { command: 'x', env: { GITHUB_TOKEN: '${TAG}' }, }, } } } // ours`,
    ['a'],
  ],
  [
    'server.json: a variable',
    'server.json',
    {
      packages: [
        { identifier: 'x', environmentVariables: [{ name: 'GITHUB_TOKEN', value: TAG, isSecret: true }] },
      ],
    },
    [],
  ],
  [
    'server.json: a variable, first schema',
    'server.json',
    {
      packages: [
        { identifier: 'x', environment_variables: [{ name: 'GITHUB_TOKEN', default: TAG, is_secret: true }] },
      ],
    },
    [],
  ],
  [
    'server.json: an argument',
    'server.json',
    {
      packages: [
        { identifier: 'x', runtimeArguments: [{ type: 'named', name: '-e', value: `GITHUB_TOKEN=${TAG}` }] },
      ],
    },
    [],
  ],
  [
    'server.json: an argument, first schema',
    'server.json',
    {
      packages: [{ identifier: 'x', package_arguments: [{ type: 'named', name: '--token', default: TAG }] }],
    },
    [],
  ],
  [
    'server.json: an input of an argument',
    'server.json',
    {
      packages: [
        {
          identifier: 'x',
          packageArguments: [
            { type: 'named', name: '--token', value: '{token}', variables: { token: { default: TAG } } },
          ],
        },
      ],
    },
    [],
  ],
  [
    'server.json: a header',
    'server.json',
    {
      remotes: [
        {
          type: 'streamable-http',
          url: 'https://example.com/mcp',
          headers: [{ name: 'Authorization', value: `Bearer ${TAG}`, isSecret: true }],
        },
      ],
    },
    ['#1'],
  ],
  [
    'server.json: a header, first schema',
    'server.json',
    {
      remotes: [
        {
          transport_type: 'sse',
          url: 'https://example.com/sse',
          headers: [{ name: 'Authorization', value: `Bearer ${TAG}`, is_secret: true }],
        },
      ],
    },
    ['#1'],
  ],
  [
    'server.json: an input of a header',
    'server.json',
    {
      remotes: [
        {
          type: 'sse',
          url: 'https://example.com/sse',
          headers: [{ name: 'X-Key', value: '{key}', variables: { key: { default: TAG } } }],
        },
      ],
    },
    ['#1'],
  ],
];

describe('a credential in any shape of an entry is found where it stands', () => {
  it.each(SHAPES)('%s', async (_, file, content, servers) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
    const report = await lintExample({ file, text });
    const filled = fillExample(text);
    const credential = fillExample(TAG);
    const places = report.findings
      .filter(({ rule, severity }) => rule !== 'exposed-config' && severity === 'error')
      .map(({ region }) => filled.slice(region.offset, region.offset + region.length));
    expect([...new Set(places)]).toEqual([credential]);
    expect(report.servers.map(({ name }) => name)).toEqual(servers);
    expect(report.files.map(({ problem }) => problem)).toEqual([undefined]);
  });
});
