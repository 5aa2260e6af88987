import { describe, expect, test } from 'vitest';
import { inShort, rankEntry } from './ranked-entry.ts';

const REMOTE = { url: 'https://mcp.example.com/mcp' };
const LOCAL = { command: 'npx', args: ['-y', '@example/mcp@1.0.0'] };

describe('servers that are started', () => {
  test.each<[string, object, string]>([
    ['an unknown package without a credential', LOCAL, '7'],
    ['a literal in the environment', { ...LOCAL, env: { API_KEY: '{{opaque}}' } }, '6 literal'],
    ['a literal in an argument', { ...LOCAL, args: ['x', '--api-key', '{{opaque}}'] }, '6 literal'],
    ['a reference', { ...LOCAL, env: { API_KEY: '${API_KEY}' } }, '6 reference'],
    [
      'a literal beside a reference',
      { ...LOCAL, env: { A_TOKEN: '${A_TOKEN}', B_TOKEN: '{{opaque}}' } },
      '6 literal',
    ],
    ['a placeholder', { ...LOCAL, env: { API_KEY: '<YOUR_KEY>' } }, '6 placeholder'],
    ['a setting', { ...LOCAL, env: { LOG_LEVEL: 'info', PORT: '3000' } }, '7'],
    ['a file of variables', { ...LOCAL, envFile: '${workspaceFolder}/.env' }, '6 file'],
    [
      'a file of variables for a container',
      { command: 'docker', args: ['run', '-i', '--env-file', '.env', 'example/mcp:1'] },
      '6 file',
    ],
    [
      'the path of a key file',
      { ...LOCAL, env: { GOOGLE_APPLICATION_CREDENTIALS: '/home/kim/key.json' } },
      '6 file',
    ],
    ['a variable by name', { ...LOCAL, env_vars: ['GITHUB_TOKEN'] }, '6 reference'],
    [
      'a variable by name and source',
      { ...LOCAL, env_vars: [{ name: 'GITHUB_TOKEN', source: 'local' }] },
      '6 reference',
    ],
    ['a key of the store of the host', { ...LOCAL, env_keys: ['GITHUB_TOKEN'] }, '6 reference'],
    ['a secret of a workspace', { ...LOCAL, env: { API_KEY: '${{ secrets.A }}' } }, '6 reference'],
    [
      'a variable by name for a container',
      { command: 'docker', args: ['run', '-i', '-e', 'GITHUB_TOKEN', 'example/mcp:1'] },
      '6 reference',
    ],
    [
      'a tool that fills the environment',
      { command: 'op', args: ['run', '--', 'npx', '-y', '@example/mcp'], env: { API_KEY: 'op://a/b/c' } },
      '6 wrapper',
    ],
    [
      'a tool that fills it with what the config does not name',
      { command: 'doppler', args: ['run', '--', 'npx', '-y', '@example/mcp'] },
      '6 wrapper',
    ],
    [
      'a default password of local development',
      { ...LOCAL, env: { DATABASE_URL: 'postgresql://postgres:postgres@localhost:5432/db' } },
      '7',
    ],
    [
      'a known server that needs a key, without one',
      { command: 'npx', args: ['-y', 'exa-mcp-server'] },
      '7 or 6',
    ],
    [
      'a known server that signs in by itself',
      { command: 'npx', args: ['-y', '@auth0/auth0-mcp-server', 'run'] },
      '7b',
    ],
    [
      'the same with a credential',
      { command: 'github-mcp-server', env: { GITHUB_PERSONAL_ACCESS_TOKEN: '${PAT}' } },
      '6 reference',
    ],
  ])('%s', async (_title, entry, expected) => {
    expect(inShort(await rankEntry(entry))).toBe(expected);
  });

  test('a prompt', async () => {
    const server = await rankEntry({ ...LOCAL, env: { API_KEY: '${input:key}' } }, '.vscode/mcp.json');
    expect(inShort(server)).toBe('6 prompt');
  });
});

describe('brokers', () => {
  test.each<[string, object, string]>([
    ['a launcher', { command: 'authsome', args: ['run', '--', 'node', 'server.js'] }, '1'],
    [
      'a launcher with a placeholder of its own',
      { command: 'authsome', args: ['run', '--', 'x'], env: { API_KEY: 'authsome-proxy-managed' } },
      '1',
    ],
    [
      'a launcher and a real credential',
      { command: 'authsome', args: ['run', '--', 'x'], env: { API_KEY: '{{opaque}}' } },
      '6 literal',
    ],
    [
      'a launcher before a bridge',
      { command: 'authsome', args: ['run', '--', 'npx', 'mcp-remote', 'https://mcp.example.com/mcp'] },
      '1',
    ],
    [
      'a local proxy with a placeholder',
      { ...LOCAL, env: { https_proxy: 'http://token:vault@127.0.0.1:14322', API_KEY: '__api_key__' } },
      '1',
    ],
    ['a local proxy alone', { ...LOCAL, env: { HTTPS_PROXY: 'http://127.0.0.1:8080' } }, '7'],
    [
      'a local proxy and a real credential',
      { ...LOCAL, env: { HTTPS_PROXY: 'http://127.0.0.1:8080', API_KEY: '{{opaque}}' } },
      '6 literal',
    ],
    [
      'a proxy of the company',
      { ...LOCAL, env: { HTTPS_PROXY: 'http://proxy.example.com:3128', API_KEY: 'YOUR_KEY' } },
      '6 placeholder',
    ],
    [
      'a placeholder without a broker',
      { ...LOCAL, env: { API_KEY: 'onecli-managed' } },
      '6 or 1 placeholder',
    ],
  ])('%s', async (_title, entry, expected) => {
    expect(inShort(await rankEntry(entry))).toBe(expected);
  });
});

describe('servers that are called', () => {
  test.each<[string, object, string]>([
    ['a literal header', { ...REMOTE, headers: { Authorization: 'Bearer {{opaque}}' } }, '5 literal'],
    ['a header by reference', { ...REMOTE, headers: { 'X-Api-Key': '${KEY}' } }, '5 reference'],
    ['a key in the URL', { url: 'https://mcp.example.com/mcp?api_key={{opaque}}' }, '5 literal'],
    [
      'a header that is still to be filled',
      { ...REMOTE, headers: { 'X-Api-Key': '<your key>' } },
      '5 placeholder',
    ],
    ['a helper', { ...REMOTE, headersHelper: '/opt/token.sh' }, '5 helper'],
    ['a variable for the bearer', { ...REMOTE, bearer_token_env_var: 'EXAMPLE_TOKEN' }, '5 reference'],
    ['a secret of a workspace', { ...REMOTE, headers: { 'X-Api-Key': '${{ secrets.A }}' } }, '5 reference'],
    ['variables for headers', { ...REMOTE, env_http_headers: { 'X-Key': 'EXAMPLE_TOKEN' } }, '5 reference'],
    [
      'a header through a bridge',
      {
        command: 'npx',
        args: ['mcp-remote', REMOTE.url, '--header', 'Authorization:${AUTH}'],
        env: { AUTH: 'Bearer {{opaque}}' },
      },
      '5 literal',
    ],
    ['a client id', { ...REMOTE, oauth: { clientId: 'abc' } }, '4'],
    [
      'a client id with its secret',
      { ...REMOTE, auth: { CLIENT_ID: 'a', CLIENT_SECRET: '{{opaque}}' } },
      '4 literal',
    ],
    ['a client id beside the URL', { ...REMOTE, oauthClientId: 'abc' }, '4'],
    [
      'a client id through a bridge',
      { command: 'npx', args: ['mcp-remote', REMOTE.url, '--static-oauth-client-info', '{"client_id":"a"}'] },
      '4',
    ],
    [
      'a client id in a file, through a bridge',
      { command: 'npx', args: ['mcp-remote', REMOTE.url, '--static-oauth-client-info', '@/a/b.json'] },
      '4',
    ],
    [
      'metadata to register with, through a bridge',
      { command: 'npx', args: ['mcp-remote', REMOTE.url, '--static-oauth-client-metadata', '{"scope":"a"}'] },
      '3',
    ],
    ['a client id that is a URL', { ...REMOTE, oauth: { clientId: 'https://a.example/client.json' } }, '2'],
    ['a URL without a path is no document', { ...REMOTE, oauth: { clientId: 'https://a.example' } }, '4'],
    ['a document', { ...REMOTE, clientMetadataUrl: 'https://a.example/client.json' }, '2'],
    ['a client id by reference', { ...REMOTE, auth: { CLIENT_ID: '${env:ID}' } }, '4 or 2'],
    ['a wish for OAuth', { ...REMOTE, oauth: true }, '4 to 2'],
    ['a public address', REMOTE, '4 to 2'],
    ['an address on this machine', { url: 'http://localhost:3000/mcp' }, '7'],
    ['an address in a private network', { url: 'http://10.1.2.3/mcp' }, '7'],
    ['a known service that registers', { url: 'https://mcp.notion.com/mcp' }, '3'],
    ['a known service that reads documents', { url: 'https://mcp.sentry.dev/mcp' }, '2'],
    ['a known service that wants a registered client', { url: 'https://api.githubcopilot.com/mcp/' }, '4'],
    ['an address that is a reference', { url: '${URL}' }, 'unknown'],
    ['the same with a key', { url: '${URL}', headers: { 'X-Api-Key': '${KEY}' } }, '5 reference'],
    ['a server called auth', { ...REMOTE, headers: { 'X-Api-Key': '{{opaque}}' } }, '5 literal'],
    [
      'a static token in a block for authentication',
      { ...REMOTE, auth: { type: 'bearer', token: '{{opaque}}' } },
      '5 literal',
    ],
  ])('%s', async (_title, entry, expected) => {
    expect(inShort(await rankEntry(entry))).toBe(expected);
  });

  test('a key of the server counts even where the entry is called auth', async () => {
    const { rankServers } = await import('./ranked-entry.ts');
    const { servers } = await rankServers({ auth: { ...REMOTE, headers: { 'X-Api-Key': '{{opaque}}' } } });
    expect(inShort(servers[0]!)).toBe('5 literal');
  });
});

test('evidence names the slot and never the value', async () => {
  const { approach } = await rankEntry({ ...LOCAL, env: { EXAMPLE_API_KEY: '{{opaque:k}}' } });
  expect(approach!.evidence[0]).toBe(
    'A credential is written into the environment variable EXAMPLE_API_KEY.',
  );
});
