import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'open-local-server';

test('one finding for a server, with the other settings beside it', async () => {
  const [finding, ...more] = await findingsOn(RULE, {
    notes: {
      command: 'uvx',
      args: ['example-mcp==1.0.0', '--transport', 'http', '--host', '0.0.0.0', '--no-auth'],
    },
  });
  expect(more).toEqual([]);
  expect(finding!.severity).toBe('warning');
  expect(finding!.related.length).toBeGreaterThan(0);
  expect(finding!.related[0]!.message).toBe('it also has its authentication switched off (--no-auth)');
});

test.each([
  [
    'all-interfaces',
    { command: 'uvx', args: ['example-mcp==1.0.0', '--host', '0.0.0.0'] },
    /every network interface/,
  ],
  [
    'published-port',
    { command: 'docker', args: ['run', '-p', '8000:8000', 'ghcr.io/example/notes:1.2.3'] },
    /port of its container/,
  ],
  [
    'authentication-off',
    { command: 'uvx', args: ['example-mcp==1.0.0'], env: { MCP_AUTH_DISABLED: 'true' } },
    /authentication switched off/,
  ],
])('says what is open: %s', async (_, entry, message) => {
  const findings = await findingsOn(RULE, { notes: entry });
  expect(severitiesOf(findings)).toEqual(['warning']);
  expect(findings[0]!.message).toMatch(message);
});

test.each([
  ['the loopback address', { command: 'uvx', args: ['example-mcp==1.0.0', '--host', '127.0.0.1'] }],
  [
    'a port on the loopback address',
    { command: 'docker', args: ['run', '-p', '127.0.0.1:8000:8000', 'ghcr.io/example/notes:1.2.3'] },
  ],
  ['a remote server', { type: 'http', url: 'https://mcp.example.com/mcp' }],
])('is silent on %s', async (_, entry) => {
  expect(await findingsOn(RULE, { notes: entry })).toEqual([]);
});
