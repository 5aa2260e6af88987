import fc from 'fast-check';
import { expect, test } from 'vitest';
import { denied, findKnownServer, knownServerById, nearMissOf } from '../../src/catalog/catalog.ts';
import type { Endpoint, Launch, Package } from '../../src/core/launch.ts';

const launch = (parts: Partial<Launch>): Launch => ({ wrappers: [], args: [], ...parts });
const by = (registry: Package['registry'], name: string) =>
  findKnownServer(
    launch({ package: { registry, name, pinned: false, range: { start: 0, end: 0 }, path: [] } }),
  );
const byProgram = (program: string) => findKnownServer(launch({ program }));
const at = (address: string) => {
  const [, hostname = '', pathname = ''] = /^([^/]*)(.*)$/s.exec(address) ?? [];
  return findKnownServer(launch({ endpoint: { scheme: 'https', hostname, pathname } as Endpoint }));
};

test('packages and images are found by their exact name only', () => {
  expect(by('npm', '@modelcontextprotocol/server-github')).toMatchObject({
    by: 'npm',
    server: { id: 'archived-github', provider: 'GitHub', deprecated: true, successor: 'github' },
  });
  expect(by('pypi', 'awslabs.s3-tables-mcp-server')?.by).toBe('pypi');
  expect(by('oci', 'ghcr.io/github/github-mcp-server')).toMatchObject({
    by: 'image',
    server: { id: 'github' },
  });
  expect(by('oci', 'mcp/github')?.server.id).toBe('archived-github');
  for (const name of ['mcp', 'server-github', '@modelcontextprotocol/server-git', '@other/mcp-server', ''])
    expect(by('npm', name)).toBeUndefined();
  expect(by('pypi', '@modelcontextprotocol/server-github')).toBeUndefined();
});

test('PyPI takes hyphens, underscores and dots for the same', () => {
  expect(by('pypi', 'mcp_server_git')?.server.id).toBe('git');
  expect(by('pypi', 'AWSlabs-S3_tables.mcp-server')?.server.id).toBe('awslabs-s3-tables');
});

test('programs are found by a name of their own', () => {
  expect(byProgram('github-mcp-server')).toMatchObject({ by: 'binary', server: { id: 'github' } });
  expect(byProgram('mcp-server-fetch')?.server.id).toBe('fetch');
  expect(byProgram('mcp_server_fetch')?.server.id).toBe('fetch');
  for (const program of ['node', 'python', 'docker', 'server', 'mcp', 'git', 'toolbox', 'browser-use', ''])
    expect(byProgram(program)).toBeUndefined();
});

test('a package that is not known is not told by its program', () => {
  const launched = launch({
    program: 'github-mcp-server',
    package: { registry: 'npm', name: 'other', pinned: true, range: { start: 0, end: 0 }, path: [] },
  });
  expect(findKnownServer(launched)).toBeUndefined();
});

test.each([
  ['mcp.linear.app/mcp', 'linear'],
  ['mcp.linear.app/mcp/', 'linear'],
  ['mcp.linear.app/mcp?x=1', 'linear'],
  ['MCP.Linear.app./mcp', 'linear'],
  ['api.githubcopilot.com/mcp/x/repos/readonly', 'github'],
  ['copilot-api.acme.ghe.com/mcp', 'github'],
  ['mcp.dev.azure.com/contoso', 'azure-devops'],
  ['mcp.stripe.com', 'stripe'],
  ['eu2.make.com/mcp/u/0/stateless', 'make'],
  ['mcp.firecrawl.dev/some-key/v2/mcp', 'firecrawl'],
  ['mcp.zapier.com/api/mcp/s/some-key/mcp', 'zapier'],
  ['mcp.us5.datadoghq.com/api/unstable/mcp-server/mcp', 'datadog'],
  ['mcp.openzeppelin.com/contracts/stellar/mcp', 'openzeppelin-stellar'],
])('%s is an address of %s', (address, id) => {
  expect(at(address)).toMatchObject({ by: 'url', server: { id } });
  expect(at(address)?.deprecatedUrl).toBeUndefined();
});

test.each([
  ['mcp.linear.app/sse', 'linear'],
  ['mcp.asana.com/sse', 'asana'],
  ['mcp.asana.com/sse/', 'asana'],
  ['mcp.atlassian.com/v1/sse?x', 'atlassian-rovo'],
  ['app.hubspot.com/mcp/v1/http', 'hubspot'],
])('%s is an address that %s gives up', (address, id) => {
  expect(at(address)).toMatchObject({ by: 'url', server: { id }, deprecatedUrl: true });
});

test.each([
  'localhost/mcp',
  '127.0.0.1/mcp',
  'gitlab.com/other',
  'huggingface.co/mcpx',
  'mcp.linear.app.evil.example/mcp',
  'evil-mcp.linear.app.example/sse',
  'mcp.openzeppelin.com/mcp',
  'mcp.linear.app/other/thing',
  'notmake.com/mcp',
  'a.b.make.com/mcp',
  'make.com/mcp',
  '/mcp',
  '*.make.com.example/mcp',
])('%s is no known address', (address) => {
  expect(at(address)).toBeUndefined();
});

test('what has an address is not told by the bridge before it', () => {
  const bridged = (hostname: string) =>
    findKnownServer(
      launch({
        program: 'mcp-remote',
        package: {
          registry: 'npm',
          name: 'mcp-remote',
          pinned: false,
          range: { start: 0, end: 0 },
          path: [],
        },
        endpoint: { scheme: 'https', hostname, pathname: '/mcp', bridge: 'mcp-remote' } as Endpoint,
      }),
    );
  expect(bridged('mcp.notion.com')?.server.id).toBe('notion');
  expect(bridged('internal.example')).toBeUndefined();
  expect(by('npm', 'mcp-remote')?.server.role).toBe('bridge');
});

test('the same server is the same object each time', () => {
  expect(at('mcp.notion.com/mcp')?.server).toBe(knownServerById('notion'));
  expect(knownServerById('none-such')).toBeUndefined();
});

test('packages of bad repute are known', () => {
  expect(denied('postmark-mcp')?.npm).toEqual(['@activecampaign/postmark-mcp']);
  expect(denied('@activecampaign/postmark-mcp')).toBeUndefined();
});

test('servers that sign in by themselves say how', () => {
  for (const id of ['auth0', 'azure', 'firebase', 'github', 'heroku', 'railway'])
    expect(knownServerById(id)?.selfLogin).toBeTruthy();
});

const HOSTILE = [
  'x'.repeat(10_000_000),
  '@'.repeat(10_000_000),
  '/'.repeat(10_000_000),
  '-.'.repeat(5_000_000),
  '\u0000\u001b[31m',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  '*.make.com',
  '',
];

test('hostile names are nothing', () => {
  for (const name of HOSTILE) {
    for (const registry of ['npm', 'pypi', 'oci'] as const) {
      expect(by(registry, name) === undefined).toBe(true);
      expect(nearMissOf(registry, name) === undefined).toBe(true);
    }
    expect(byProgram(name) === undefined).toBe(true);
    expect(at(name) === undefined || name === '*.make.com').toBe(true);
    expect(denied(name) === undefined).toBe(true);
    expect(knownServerById(name) === undefined).toBe(true);
    const below = findKnownServer(
      launch({ endpoint: { hostname: 'mcp.linear.app', pathname: `/mcp/${name}` } as Endpoint }),
    );
    expect(below?.server.id).toBe('linear');
  }
});

test('no text throws or is taken for a server', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (name) => {
      for (const registry of ['npm', 'pypi', 'oci'] as const) {
        const found = by(registry, name)?.server;
        if (found) expect([...found.npm, ...found.pypi, ...found.images]).toContain(name.toLowerCase());
      }
      byProgram(name);
      at(name);
      nearMissOf('npm', name);
      denied(name);
    }),
  );
});
