import { describe, expect, test } from 'vitest';
import { planText, planTexts } from '../plan-text.ts';

const URL = 'https://mcp.example.com/mcp';
const ALL = { safety: 'all' } as const;

function servers(entries: Readonly<Record<string, object>>, key = 'mcpServers'): string {
  return JSON.stringify({ [key]: entries });
}

describe('variables of the environment', () => {
  test.each([
    ['.cursor/mcp.json', 'mcpServers', 'Bearer ${env:A_AUTHORIZATION}'],
    ['.gemini/settings.json', 'mcpServers', 'Bearer ${A_AUTHORIZATION}'],
    ['opencode.json', 'mcp', 'Bearer {env:A_AUTHORIZATION}'],
    ['.config/kilo/kilo.json', 'mcp', 'Bearer {env:A_AUTHORIZATION}'],
  ])('%s', async (file, key, written) => {
    const text = servers(
      { a: { type: 'remote', url: URL, headers: { Authorization: 'Bearer {{opaque}}' } } },
      key,
    );
    const { after, kept, steps } = await planText(file, text, ALL);
    expect(JSON.parse(after)[key].a.headers).toEqual({ Authorization: written });
    expect(kept[0]).toMatch(/^env \S+\/a\/Authorization [0-9a-f]{32}$/);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatch(
      /^Set A_AUTHORIZATION \(Authorization of "a"\) in the environment that .* is started in, to what "mcp-lint secret copy keychain:\/\/mcp-lint\/[^"]*" puts into the clipboard\.$/,
    );
  });

  test('a name that the host puts nothing for is not chosen', async () => {
    const { after } = await planText(
      '.claude.json',
      servers({ npm: { type: 'http', url: 'https://mcp.example.com/?token={{opaque}}' } }),
      ALL,
    );
    expect(after).toContain('?token=${MCP_NPM_TOKEN}');
  });

  test('a name that is something else already is not chosen', async () => {
    const text = servers({
      a: { url: URL, headers: { Authorization: 'Bearer {{opaque:a}}' } },
      A: { url: URL, headers: { Authorization: 'Bearer {{opaque:b}}' } },
      b: { url: URL, headers: { 'X-Team': '${env:A_AUTHORIZATION_2}', 'X-Api-Key': '{{opaque:c}}' } },
    });
    const { after } = await planText('.cursor/mcp.json', text, {
      ...ALL,
      machine: { variables: { PATH: '', B_X_API_KEY: 'x' } },
    });
    const { a, A, b } = JSON.parse(after).mcpServers;
    expect([a.headers.Authorization, A.headers.Authorization, b.headers['X-Api-Key']]).toEqual([
      'Bearer ${env:A_AUTHORIZATION}',
      'Bearer ${env:A_AUTHORIZATION_3}',
      '${env:B_X_API_KEY_2}',
    ]);
  });

  test('one value under one name is one variable, also in two files', async () => {
    const one = servers({ a: { url: URL, headers: { Authorization: 'Bearer {{opaque:a}}' } } });
    const { after, steps } = await planTexts({ 'x/.cursor/mcp.json': one, 'y/.cursor/mcp.json': one }, ALL);
    expect(Object.values(after).every((text) => text.includes('${env:A_AUTHORIZATION}'))).toBe(true);
    expect(steps).toHaveLength(2);
  });

  test('Kiro wants names to be approved', async () => {
    const { steps } = await planText(
      '.kiro/settings/mcp.json',
      servers({ a: { url: URL, headers: { 'X-Api-Key': '{{opaque}}' } } }),
      ALL,
    );
    expect(steps[0]).toContain('approve its name in the setting kiroAgent.mcpApprovedEnvVars');
  });

  test.each([
    ['a host that refuses references in projects', 'kilo.json', 'mcp'],
    ['a host that has none', '.config/zed/settings.json', 'context_servers'],
  ])('%s', async (_, file, key) => {
    const text = servers({ a: { type: 'remote', url: URL, headers: { 'X-Api-Key': '{{opaque}}' } } }, key);
    const { left } = await planText(file, text, { to: 'env' });
    expect(left[0]).toContain('takes no variables of the environment there');
  });
});

test('a variable that is called as its slot is named once', async () => {
  const text = JSON.stringify({ mcpServers: { a: { command: 'srv', env: { ACME_API_KEY: '{{opaque}}' } } } });
  const { steps } = await planText('.cursor/mcp.json', text, { to: 'env', safety: 'all' });
  expect(steps[0]).toMatch(/^Set ACME_API_KEY \(of "a"\) in the environment/);
});

describe('prompts', () => {
  test('the part is replaced, and the rest of a value stays', async () => {
    const { after, kept, steps } = await planText(
      '.vscode/mcp.json',
      servers({ 'My Server': { type: 'http', url: 'https://me:{{opaque}}@mcp.example.com/mcp' } }, 'servers'),
      ALL,
    );
    const { inputs, servers: found } = JSON.parse(after);
    expect(found['My Server'].url).toBe('https://me:${input:my-server-url}@mcp.example.com/mcp');
    expect(inputs).toEqual([
      {
        type: 'promptString',
        id: 'my-server-url',
        description: 'password of the MCP server My Server',
        password: true,
      },
    ]);
    expect(kept[0]).toMatch(/^input vscode\/My%20Server\/url [0-9a-f]{32}$/);
    expect(steps).toEqual([
      'Start "My Server": VS Code asks for password, which "mcp-lint secret copy keychain://mcp-lint/vscode/My%20Server/url" puts into the clipboard.',
    ]);
  });

  test('they go beside the servers that they are for', async () => {
    const { after } = await planText(
      '.vscode/settings.json',
      JSON.stringify({ mcp: { servers: { a: { url: URL, headers: { 'X-Api-Key': '{{opaque}}' } } } } }),
      ALL,
    );
    expect(JSON.parse(after).mcp.inputs).toHaveLength(1);
  });

  test('not without a place for them', async () => {
    const { left } = await planText(
      '.vscode/mcp.json',
      JSON.stringify({ inputs: {}, servers: { a: { url: URL, headers: { 'X-Api-Key': '{{opaque}}' } } } }),
      { to: 'input' },
    );
    expect(left).toEqual(['VS Code reads no prompts beside this entry']);
  });

  test('a default is taken away only when steps may be left', async () => {
    const text = JSON.stringify({
      inputs: [{ type: 'promptString', id: 'api-key', password: true, default: '{{opaque}}' }],
      servers: { a: { url: URL, headers: { 'X-Api-Key': '${input:api-key}' } } },
    });
    const safe = await planText('.vscode/mcp.json', text);
    expect(safe.left).toEqual(['it is the default of a prompt; --fix=all has its user type it instead']);
    const all = await planText('.vscode/mcp.json', text, ALL);
    expect(JSON.parse(all.after).inputs).toEqual([{ type: 'promptString', id: 'api-key', password: true }]);
    expect(all.kept[0]).toMatch(/^input vscode\/inputs\/api-key [0-9a-f]{32}$/);
    expect(all.steps).toEqual([
      'When VS Code asks for api-key, "mcp-lint secret copy keychain://mcp-lint/vscode/inputs/api-key" puts it into the clipboard.',
    ]);
  });
});

describe('OAuth', () => {
  const entry = { url: 'https://mcp.linear.app/mcp', headers: { Authorization: 'Bearer {{opaque:a}}' } };

  test('the header goes, is kept, and the user is told how to sign in', async () => {
    const { after, kept, steps, warnings } = await planText('.cursor/mcp.json', servers({ linear: entry }), {
      to: 'oauth',
    });
    expect(JSON.parse(after).mcpServers.linear).toEqual({ url: entry.url });
    expect(kept[0]).toMatch(/^oauth cursor\/linear\/Authorization Bearer [0-9a-f]{32}$/);
    expect(steps).toEqual(['Open the MCP settings of Cursor and sign in beside linear.']);
    expect(warnings).toHaveLength(1);
  });

  test('never without being asked for', async () => {
    const { plan } = await planText('.cursor/mcp.json', servers({ linear: entry }), ALL);
    expect(plan.files[0]!.moves[0]!.destination.id).toBe('env');
  });

  test.each([
    ['.cursor/mcp.json', { ...entry, url: URL }, 'the server is not known to sign its users in with OAuth'],
    ['claude_desktop_config.json', entry, 'Claude Desktop is not known to sign in with OAuth'],
    [
      '.cursor/mcp.json',
      { command: 'srv', env: { API_KEY: '{{opaque}}' } },
      'it is no header of a remote server',
    ],
  ])('%s: what does not sign in is left', async (file, one, reason) => {
    const { left } = await planText(file, servers({ linear: one }), { to: 'oauth' });
    expect(left).toEqual([reason]);
  });
});
