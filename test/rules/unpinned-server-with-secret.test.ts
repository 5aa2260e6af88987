import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'unpinned-server-with-secret';
const env = { SEARCH_API_KEY: '${SEARCH_API_KEY}' };
const run = (command: string, ...args: string[]) => ({ command, args });

test.each([
  ['npx', run('npx', '-y', '@example/search-mcp'), '@example/search-mcp@1.2.3'],
  ['npx with a tag', run('npx', '-y', '@example/search-mcp@latest'), '@example/search-mcp@1.2.3'],
  ['npx with a range', run('npx', '-y', '@example/search-mcp@^1.0.0'), '@example/search-mcp@1.2.3'],
  ['npx in cmd', run('cmd', '/c', 'npx', '-y', '@example/search-mcp'), '@example/search-mcp@1.2.3'],
  ['uvx', run('uvx', 'example-search-mcp'), 'example-search-mcp==1.2.3'],
  ['uvx --from', run('uvx', '--from', 'example-search-mcp', 'search'), 'example-search-mcp==1.2.3'],
  [
    'docker',
    run('docker', 'run', '-i', '--rm', 'ghcr.io/example/search:latest'),
    'ghcr.io/example/search@sha256:…',
  ],
])('info on %s, with the form to pin it in', async (_, entry, form) => {
  const findings = await findingsOn(RULE, { search: { ...entry, env } });
  expect(severitiesOf(findings)).toEqual(['info']);
  expect(findings[0]!.advice).toContain(form);
});

test('points at the package', async () => {
  const [finding] = await findingsOn(RULE, { search: { ...run('npx', '-y', '@example/search-mcp'), env } });
  expect(finding!.path).toBe('mcpServers.search.args[1]');
});

test.each([
  ['an exact version', { ...run('npx', '-y', '@example/search-mcp@1.2.3'), env }],
  ['no credential', run('npx', '-y', '@example/search-mcp')],
  ['a placeholder', { ...run('npx', '-y', '@example/search-mcp'), env: { SEARCH_API_KEY: '<YOUR_KEY>' } }],
  ['a program of this machine', { ...run('node', './server.js'), env }],
  ['an image that was built here', { ...run('docker', 'run', '-i', '--rm', 'search-mcp'), env }],
  ['a release tag', { ...run('docker', 'run', '-i', '--rm', 'ghcr.io/example/search:1.2.3'), env }],
  [
    'a digest',
    { ...run('docker', 'run', '-i', '--rm', 'ghcr.io/example/search@sha256:{{opaque:a}}{{opaque:b}}'), env },
  ],
])('is silent with %s', async (_, entry) => {
  expect(await findingsOn(RULE, { search: entry })).toEqual([]);
});

const SLIP = '@modelcontextprotcol/server-everything@1.0.0';

test('a name next to a known one: a warning with a credential, info without', async () => {
  const findings = await findingsOn(RULE, {
    with: { ...run('npx', '-y', SLIP), env },
    without: run('npx', '-y', SLIP),
  });
  expect(severitiesOf(findings)).toEqual(['warning', 'info']);
  expect(findings[0]!.message).toContain('@modelcontextprotocol/server-everything');
});

test('a package that is known to be malicious is an error, whatever it is handed', async () => {
  const [finding, ...more] = await findingsOn(RULE, { mail: run('npx', '-y', 'postmark-mcp@1.0.12') });
  expect(more).toEqual([]);
  expect(finding!.severity).toBe('error');
  expect(finding!.advice).toContain('@activecampaign/postmark-mcp');
});

test('a word that stands where the name should be is not repeated', async () => {
  const [finding] = await findingsOn(RULE, { search: { ...run('npx', 'hunter2'), env } });
  expect(JSON.stringify(finding)).not.toContain('hunter2');
  expect(finding!.advice).toContain('NAME@1.2.3');
});

test.each(['npm:', ''])('a package that deno runs is written with "%s"', async (prefix) => {
  const entry =
    prefix === '' ? run('bunx', '@example/search-mcp') : run('deno', 'run', '-A', 'npm:@example/search-mcp');
  const [finding] = await findingsOn(RULE, { search: { ...entry, env } });
  expect(finding!.advice).toContain(`Write ${prefix}@example/search-mcp@1.2.3`);
});

test('a package that is archived is to be replaced, not pinned', async () => {
  const servers = {
    github: {
      ...run('npx', '-y', '@modelcontextprotocol/server-github'),
      env: { GITHUB_PERSONAL_ACCESS_TOKEN: '${GITHUB_PAT}' },
    },
  };
  expect(await findingsOn(RULE, servers)).toEqual([]);
  expect(await findingsOn('deprecated-server', servers)).toHaveLength(1);
});
