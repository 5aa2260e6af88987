import { describe, expect, test } from 'vitest';
import { keptReferences } from '../../src/servers/kept-references.ts';
import { runsOnNode } from '../../src/servers/node-server.ts';
import { brokenReferences } from '../../src/servers/unexpanded.ts';
import { visibleArguments } from '../../src/servers/visible-arguments.ts';
import { entryOf, factsOf } from '../support/server-facts.ts';

// The entry of `factsOf` is called `server`, in the host `plain`.
const OWN = 'keychain://mcp-lint/plain/server/API_KEY';
const FORMS = [
  'mcp-lint exec --',
  'mcp-lint.cmd exec --',
  '/usr/local/bin/mcp-lint exec --',
  'npx -y mcp-lint@1.2.0 exec --',
  'node /opt/lib/node_modules/mcp-lint/dist/cli.cjs exec --',
  '/usr/bin/node /srv/mcp-lint/dist/cli.cjs exec --',
  '/srv/mcp-lint/dist/cli.cjs exec --',
];

describe.each(FORMS)('behind %s', (launcher) => {
  const { facts } = factsOf(
    entryOf(`${launcher} npx -y @example/search-mcp@1.2.0`, { env: { API_KEY: OWN } }),
  );

  test('the server is what is started', () => {
    const { launch } = facts;
    expect(launch.wrappers.map(({ kind, name }) => `${kind} ${name}`)).toContain('secret-manager mcp-lint');
    expect(launch.package).toMatchObject({ name: '@example/search-mcp', version: '1.2.0', pinned: true });
    expect(runsOnNode(launch)).toBe(true);
  });

  test('references to what we keep are resolved, and no others', () => {
    const [kept, ...more] = keptReferences(facts);
    expect(kept).toMatchObject({ vault: 'keychain', field: 'env', resolved: true });
    expect(kept).not.toHaveProperty('keptFor');
    expect(more).toEqual([]);
    const other = factsOf(entryOf(`${launcher} npx x`, { env: { API_KEY: 'op://vault/item/field' } })).facts;
    const said = brokenReferences(other, 'user');
    expect(said.map(({ syntax }) => syntax)).toEqual(['op://…']);
  });

  test('an argument shows in the process list', () => {
    const { facts: shown } = factsOf(entryOf(`${launcher} npx -y @example/x@1.0.0 --api-key ${OWN}`));
    expect(visibleArguments(shown)).toHaveLength(1);
    expect(keptReferences(shown)).toMatchObject([{ field: 'args', resolved: true }]);
  });
});

test.each([
  ['no launcher', entryOf('npx x', { env: { API_KEY: OWN } })],
  ['the launcher of others', entryOf('op run -- npx x', { env: { API_KEY: OWN } })],
  ['another command of ours', entryOf('mcp-lint lint', { env: { API_KEY: OWN } })],
  ['a part of a value', entryOf('mcp-lint exec -- npx x', { env: { API_KEY: `Bearer ${OWN}` } })],
  ['a header of a remote server', { url: 'https://mcp.example.com', headers: { Authorization: OWN } }],
  ['another helper', { url: 'https://mcp.example.com', headersHelper: `echo ${OWN}` }],
])('%s resolves nothing', (_, entry) => {
  expect(keptReferences(factsOf(entry).facts)).toMatchObject([{ resolved: false }]);
});

test.each([
  `mcp-lint headers Authorization=${OWN}`,
  `npx -y mcp-lint@1.2.0 headers Authorization=${OWN}`,
  `'/opt/my node/dist/cli.cjs' headers Authorization=${OWN}`,
])('a helper prints headers: %s', (headersHelper) => {
  const { facts } = factsOf({ url: 'https://mcp.example.com/mcp', headersHelper });
  expect(keptReferences(facts)).toMatchObject([{ field: 'helper', resolved: true }]);
  expect(facts.credentials).toEqual([]);
});

test.each([
  ['npx -y x@1.0.0', true],
  ['bunx x@1.0.0', true],
  ['node server.js', true],
  ['authsome run -- npx -y x@1.0.0', true],
  ['uvx x==1.0.0', false],
  ['bun run server.ts', false],
  ['deno run npm:x@1.0.0', false],
  ['docker run -i x/y:1 npx z', false],
  ['/usr/bin/server', false],
])('%s runs on Node.js of this machine: %j', (line, onNode) => {
  expect(runsOnNode(factsOf(entryOf(line)).facts.launch)).toBe(onNode);
});
