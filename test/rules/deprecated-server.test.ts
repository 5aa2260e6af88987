import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'deprecated-server';
const GITHUB = { command: 'npx', args: ['-y', '@modelcontextprotocol/server-github@2025.4.8'] };

test('a warning with a credential, and the successor is named', async () => {
  const [finding, ...more] = await findingsOn(RULE, {
    github: { ...GITHUB, env: { GITHUB_PERSONAL_ACCESS_TOKEN: '${GITHUB_PAT}' } },
  });
  expect(more).toEqual([]);
  expect(finding!.severity).toBe('warning');
  expect(finding!.path).toBe('mcpServers.github.args[1]');
  expect(finding!.advice).toContain('github');
  expect(finding!.advice).toContain('https://api.githubcopilot.com/mcp/');
});

test.each([
  ['nothing', GITHUB],
  ['a placeholder', { ...GITHUB, env: { GITHUB_PERSONAL_ACCESS_TOKEN: '<YOUR_TOKEN>' } }],
])('info when it is handed %s', async (_, entry) => {
  expect(severitiesOf(await findingsOn(RULE, { github: entry }))).toEqual(['info']);
});

test('the name of a program alone is no proof', async () => {
  const entry = { command: 'mcp-server-github', env: { GITHUB_PERSONAL_ACCESS_TOKEN: '${GITHUB_PAT}' } };
  expect(severitiesOf(await findingsOn(RULE, { github: entry }))).toEqual(['info']);
});

test('says so when there is no successor', async () => {
  const [finding] = await findingsOn(RULE, {
    sqlite: { command: 'uvx', args: ['mcp-server-sqlite', '--db-path', 'a.db'] },
  });
  expect(finding!.advice).toContain('no known successor');
});

test('an image and a program are found as well, an address that was given up too', async () => {
  const findings = await findingsOn(RULE, {
    image: { command: 'docker', args: ['run', '-i', '--rm', 'mcp/github'] },
    program: { command: 'mcp-server-github' },
    address: { type: 'http', url: 'https://app.hubspot.com/mcp/v1/http' },
  });
  expect(findings.map(({ server }) => server)).toEqual(['image', 'program', 'address']);
});

test.each([
  ['a maintained server', { command: 'npx', args: ['-y', '@playwright/mcp@0.0.41'] }],
  ['an SSE address, which is about the transport', { type: 'http', url: 'https://mcp.sentry.dev/sse' }],
  ['an unknown server', { command: './server' }],
])('is silent on %s', async (_, entry) => {
  expect(await findingsOn(RULE, { server: entry })).toEqual([]);
});

test.each([
  ['@modelcontextprotocol/server-github', 'runs an archived package', 'remote server at https://'],
  ['@modelcontextprotocol/server-redis', 'runs an archived package', 'redis-mcp-server from PyPI'],
  ['@modelcontextprotocol/server-puppeteer', 'runs an archived package', '@playwright/mcp from npm'],
])('%s: what it is, and where the successor is', async (name, what, where) => {
  const [finding] = await findingsOn(RULE, { old: { command: 'npx', args: ['-y', `${name}@1.0.0`] } });
  expect(finding!.message).toContain(`Server "old" ${what}`);
  expect(finding!.advice).toContain(where);
});
