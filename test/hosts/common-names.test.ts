import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { hostsForPath } from '../../src/hosts/recognise.ts';
import { lint } from '../../src/run.ts';
import { folderWith } from '../discover/temporary-folder.ts';
import { fillExample } from '../support/examples.ts';

/** What a run over a folder, or over paths in it, tells of files: host, servers, and code of the problem. */
async function told(files: Readonly<Record<string, string>>, paths: readonly string[] = ['.']) {
  const report = await lint(paths, { cwd: folderWith(files) });
  return Object.fromEntries(
    report.files.map(({ path, host, servers, problem }) => [
      path.replaceAll('\\', '/'),
      [host, servers, problem?.code].filter((fact) => fact !== undefined),
    ]),
  );
}

const SERVER_JSON = `{"$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json", "name": "io.github.example/search", "packages": [
  {"registryType": "npm", "identifier": "@example/search", "version": "1.0.0", "transport": {"type": "stdio"},
   "environmentVariables": [{"name": "SEARCH_API_KEY", "isSecret": true, "value": "{{opaque:k}}"}]}]}`;

describe('in a folder, server.json', () => {
  it('of the MCP registry is read as such, with what stands in it', async () => {
    const files = { 'server.json': fillExample(SERVER_JSON) };
    expect(await told(files)).toEqual({ 'server.json': ['registry-server-json', 0] });
    const { findings } = await lint(['.'], { cwd: folderWith(files) });
    expect(findings.filter(({ rule }) => rule === 'inline-credential')).toHaveLength(1);
  });

  it.each([
    ['of a web framework', '{"host": "0.0.0.0", "port": 8080, "url": "/api", "http": {"cors": true}}'],
    ['of a web framework, broken', '{"host": "0.0.0.0", "port": 8080,, "url": "/api", "http": {'],
    ['of a web framework, a template', '<%= render("url", "http") %>'],
    ['of module federation', '{"name": "shell", "remotes": {"cart": "cart@https://example.com/entry.js"}}'],
    ['with nothing in it', '{}'],
    ['that is empty', ''],
  ])('%s is passed over', async (_what, text) => {
    expect(await told({ 'server.json': text })).toEqual({});
  });

  it('of the MCP registry that is broken is a problem', async () => {
    expect(await told({ 'server.json': SERVER_JSON.replace('"registryType"', '}}') })).toEqual({
      'server.json': ['registry-server-json', 0, 'syntax'],
    });
  });

  it('with servers of a host is a config of any host', async () => {
    expect(await told({ 'server.json': '{"mcpServers": {"a": {"command": "a"}}}' })).toEqual({
      'server.json': ['generic', 1],
    });
  });
});

it('server.json that is named is read, whatever it holds', async () => {
  expect(
    await told({ 'a/server.json': '{"port": 8080,, "x": {', 'b/server.json': '{"port": 8080}' }, [
      'a/server.json',
      'b/server.json',
    ]),
  ).toEqual({ 'a/server.json': ['generic', 0, 'syntax'], 'b/server.json': ['generic', 0] });
});

it('other files that share their names are passed over, whole and broken', async () => {
  const broken = 'services:\n  a:\n    image: x\n   mcp: [\n';
  expect(
    await told({
      'manifest.json': '{"name": "App", "icons": [,',
      'extension/manifest.json': '{"manifest_version": 3, "background": {"service_worker": "a.js"}}',
      'docker-compose.yml': broken,
      'compose.prod.yaml': 'services:\n  db:\n    image: postgres\n',
      '.github/workflows/build.yml': 'jobs: {{ jobs }}\nmcp: [\n',
      '.github/actions/setup/action.yml': 'runs:\n  using: node20\n',
      'recipe.yaml': 'package: {{ name }}\nbuild: {{\n',
      'recipes/soup.yaml': 'ingredients: [water]\n',
      'config.yml': 'mcp: {{ enabled\n',
      'config/config.yaml': 'url: {{ mcp\n',
      'mcp/config.yaml': 'url: {{ mcp\n',
      'tools.yaml': 'mcp: {{ a\n',
      'registry.yaml': 'mcp: {{ a\n',
      'app/settings.json': '{"a": ,',
      'agents/agent.json': '{"a": ,',
    }),
  ).toEqual({});
});

it('those that hold servers count, broken ones as well where a server could be read', async () => {
  const found = await told({
    'manifest.json': '{"server": {"mcp_config": {"command": "node", "args": ["a.js"]}}}',
    'recipe.yaml': 'title: a\nextensions:\n  - type: stdio\n    name: a\n    cmd: uvx\n    args: [a-mcp]\n',
    'compose.yaml': 'services:\n  a:\n    image: mcp/github\n',
    'docker-compose.yml': 'services:\n  a:\n    image: mcp/github\n  b: [\n',
  });
  expect(found).toMatchObject({
    'manifest.json': ['mcpb-manifest', 1],
    'recipe.yaml': ['goose-recipe', 1],
    'compose.yaml': ['docker-compose', 1],
  });
});

it('no host claims a name of many programs anywhere', () => {
  const COMMON =
    /^(?:config|settings|agent|agents|plugin|server|manifest|tools|registry|recipe|action|index|package|system-defaults)\.\w+$/;
  const names = HOSTS.flatMap(({ files }) => files.map(({ path }) => path.split('/').at(-1)!));
  const claimed = [...new Set(names)]
    .filter((name) => COMMON.test(name))
    .flatMap((name) => hostsForPath(`/repo/src/${name}`))
    .filter(({ requires }) => !requires);
  expect(claimed.map(({ id }) => id)).toEqual([]);
});

it('settings of a gateway in a shell script count although no server is beside them', async () => {
  const files = {
    'setup.sh': fillExample(
      '#!/bin/sh\ndocker mcp secret set github.personal_access_token={{sample:github-pat-classic}}\n',
    ),
    'other.sh': '#!/bin/sh\ndocker mcp secret ls\n',
  };
  const { findings, files: read } = await lint(['.'], { cwd: folderWith(files) });
  expect(read.map(({ path }) => path)).toEqual(['setup.sh']);
  expect(findings.some(({ rule, file }) => rule === 'inline-credential' && file === 'setup.sh')).toBe(true);
});

it('a server without a wrapper is told by an address that says MCP, and by no other', async () => {
  const text = (url: string) =>
    `Our MCP server:\n\n\`\`\`json\n"a": {"serverUrl": "${url}", "alwaysAllow": []}\n\`\`\`\n`;
  const files = {
    'a.md': text('wss://mcp.example.com/ws?tools=search'),
    'b.md': text('https://example.com/api/mcp'),
    'long.md': text('https://mcp.example.com').replace(
      '"alwaysAllow"',
      '"oauth": {"clientId": "a"}, "x": 1, "alwaysAllow"',
    ),
    'goose.md':
      '# MCP\n\n```yaml\nextensions:\n  a:\n    type: streamable_http\n    uri: https://example.com/a\n    enabled: true\n```\n',
    'c.md': text('https://github.com/example/mcp-server'),
  };
  expect(await told(files)).toEqual({
    'a.md': ['snippet', 1],
    'b.md': ['snippet', 1],
    'goose.md': ['snippet', 1],
    'long.md': ['snippet', 1],
  });
});

it('names of members that are written as escapes are found', async () => {
  const text = '{"servers": [{"name": "a", "args": ["x"], "co\\u006dman\\u0064": "npx"}]}';
  expect(await told({ 'tools.json': text, 'page.json': '{"html": "\\u003cb\\u003e \\u0061"}' })).toEqual({
    'tools.json': ['generic', 1],
  });
});
