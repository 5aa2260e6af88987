import { expect, test } from 'vitest';
import { madeUp } from '../support/cli.ts';
import { findingsOf, findingsOfEntry } from '../support/findings.ts';

const KEY = madeUp(32);
const said = async (entry: object, file?: string) =>
  (await findingsOfEntry('cleartext-transport', entry, file)).map(({ severity }) => severity);
const remote = (url: string, value = `Bearer ${KEY}`) => ({ url, headers: { Authorization: value } });
const bridge = (url: string, env = {}) => ({ command: 'npx', args: ['-y', 'mcp-remote@0.1.30', url], env });

test.each<[string, object, readonly string[]]>([
  ['a public host', remote('http://mcp.example.com/mcp'), ['error']],
  ['by reference', remote('http://mcp.example.com/mcp', 'Bearer ${TOKEN}'), ['error']],
  ['a web socket', remote('ws://mcp.example.com/mcp'), ['error']],
  ['in the query', { url: `http://mcp.example.com/mcp?api_key=${KEY}` }, ['error']],
  ['behind a bridge', bridge('http://mcp.example.com/mcp', { API_KEY: KEY }), ['error']],
  ['an address of a private network', remote('http://192.168.1.20:8080/mcp'), ['warning']],
  ['a name of a private network', remote('http://tools.example.internal/mcp'), ['warning']],
  ['a name of one word', remote('http://mcp-server:8080/mcp'), ['warning']],
  ['an address of Tailscale', remote('http://100.101.102.103:8080/mcp'), []],
  ['a name of Tailscale', remote('http://tools.example.ts.net:8080/mcp'), []],
  ['an IPv6 address of Tailscale', remote('http://[fd7a:115c:a1e0::1]:8080/mcp'), []],
  ['another private IPv6 address', remote('http://[fd00::1]:8080/mcp'), ['warning']],
  ['a name inside Railway', remote('http://mcp.railway.internal:8000/mcp'), []],
  ['a name inside Fly.io', remote('http://mcp.flycast/mcp'), []],
  ['a service of a cluster', remote('http://mcp.tools.svc.cluster.local:8000/mcp'), []],
  ['a service of a cluster, shortened', remote('http://mcp.tools.svc:8000/mcp'), []],
  ['a public host that ends alike', remote('http://notrailway.internal.example.com/mcp'), ['error']],
  ['a name that only ends alike', remote('http://notrailway.internal/mcp'), ['warning']],
  ['a machine of a home network', remote('http://nas.local:8080/mcp'), ['warning']],
  ['this machine', remote('http://127.0.0.1:8080/mcp'), []],
  ['this machine by name', remote('http://localhost:8080/mcp'), []],
  ['a host that is not known', remote('http://${HOST}/mcp'), []],
  ['TLS', remote('https://mcp.example.com/mcp'), []],
  ['no credential', { url: 'http://mcp.example.com/mcp' }, []],
  ['a placeholder', remote('http://mcp.example.com/mcp', 'Bearer YOUR_TOKEN'), []],
])('the address: %s', async (_what, entry, expected) => {
  expect(await said(entry)).toEqual(expected);
});

test.each<[string, object, number]>([
  ['one', { tokenUrl: 'http://auth.example.com/token' }, 1],
  [
    'two are one finding',
    { tokenUrl: 'http://auth.example.com/t', authorizationUrl: 'http://auth.example.com/a' },
    1,
  ],
  ['a private network', { registrationUrl: 'http://auth.example.internal/register' }, 1],
  ['this machine', { tokenUrl: 'http://localhost:9000/token' }, 0],
  ['TLS', { tokenUrl: 'https://auth.example.com/token' }, 0],
])('addresses for signing in: %s', async (_what, oauth, expected) => {
  const entry = { url: 'https://mcp.example.com/mcp', oauth: { clientId: 'linter', ...oauth } };
  expect(await said(entry)).toEqual(Array(expected).fill('warning'));
});

test.each<[string, object, readonly string[]]>([
  [
    'with a credential',
    { command: 'x', env: { NODE_TLS_REJECT_UNAUTHORIZED: '0', API_KEY: KEY } },
    ['warning'],
  ],
  ['without one', { command: 'x', env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }, ['info']],
  ['left on', { command: 'x', env: { NODE_TLS_REJECT_UNAUTHORIZED: '1', API_KEY: KEY } }, []],
  ['for this machine', bridge('https://localhost:8443/mcp', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }), []],
])('the check of certificates: %s', async (_what, entry, expected) => {
  expect(await said(entry)).toEqual(expected);
});

test('leave to do without TLS is one finding with the address that makes use of it', async () => {
  const entry = bridge('http://mcp.example.com/mcp', { API_KEY: KEY });
  entry.args.push('--allow-http');
  expect(await said(entry)).toEqual(['error']);
});

test.each([
  ['a reference needs no other form', '${TOKEN}', false],
  ['a literal does', KEY, true],
])('%s', async (_what, token, expected) => {
  const entry = { url: 'http://mcp.example.com/mcp', headers: { Authorization: `Bearer ${token}` } };
  const [finding] = await findingsOfEntry('cleartext-transport', entry);
  expect(finding!.advice.includes('${NAME}')).toBe(expected);
});

test.each([
  ['librechat.yaml', 'http://mcp-server:8000/mcp', []],
  ['librechat.yaml', 'http://192.168.1.20:8000/mcp', ['warning']],
  ['librechat.yaml', 'http://mcp.example.com/mcp', ['error']],
  ['mcpo.json', 'http://mcp-server:8000/mcp', []],
])(
  'what runs in a container as a rule calls its neighbours by one word: %s, %s',
  async (file, url, expected) => {
    // YAML takes JSON as it is.
    expect(await said(remote(url), file)).toEqual(expected);
  },
);

test('in a container a name of one word is its neighbour in the same network', async () => {
  const on = async (url: string) => {
    const servers = { a: { type: 'http', url, headers: { Authorization: `Bearer ${KEY}` } } };
    const files = { '.devcontainer/devcontainer.json': { customizations: { vscode: { mcp: { servers } } } } };
    return (await findingsOf('cleartext-transport', files)).map(({ severity }) => severity);
  };
  expect(await on('http://mcp-server:8080/mcp')).toEqual([]);
  expect(await on('http://192.168.1.20:8080/mcp')).toEqual(['warning']);
  expect(await on('http://mcp.example.com/mcp')).toEqual(['error']);
});
