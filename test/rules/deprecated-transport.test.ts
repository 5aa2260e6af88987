import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'deprecated-transport';
const remote = (...args: string[]) => ({ command: 'npx', args: ['-y', ...args] });

test.each([
  ['a type', { type: 'sse', url: 'https://mcp.example.com/events' }],
  ['a transport', { transport: 'sse', url: 'https://mcp.example.com/events' }],
  ['a nested transport', { transport: { type: 'sse', url: 'https://mcp.example.com/events' } }],
  ['mcp-remote', remote('mcp-remote@0.1.29', 'https://mcp.example.com/mcp', '--transport', 'sse-only')],
  ['supergateway', remote('supergateway@3.4.0', '--sse', 'https://mcp.example.com/events')],
  ['an address that the vendor has replaced', { type: 'http', url: 'https://mcp.sentry.dev/sse' }],
  ['such an address behind a bridge', remote('mcp-remote@0.1.29', 'https://mcp.sentry.dev/sse')],
])('info on SSE by %s', async (_, entry) => {
  expect(severitiesOf(await findingsOn(RULE, { server: entry }))).toEqual(['info']);
});

test('points at what asks for it, and names the address to use', async () => {
  const [declared, flag, address] = await findingsOn(RULE, {
    declared: { type: 'sse', url: 'https://mcp.example.com/events' },
    flag: remote('mcp-remote@0.1.29', 'https://mcp.example.com/mcp', '--transport', 'sse-only'),
    address: { type: 'sse', url: 'https://mcp.sentry.dev/sse' },
  });
  expect(declared!.path).toBe('mcpServers.declared.type');
  expect(flag!.path).toBe('mcpServers.flag.args[3]');
  expect(address!.path).toBe('mcpServers.address.url');
  expect(address!.advice).toContain('https://mcp.sentry.dev/mcp');
});

test.each([
  ['Streamable HTTP', { type: 'http', url: 'https://mcp.example.com/mcp' }],
  ['this machine', { type: 'sse', url: 'http://127.0.0.1:8000/sse' }],
  ['an unknown address that only ends in sse', { type: 'http', url: 'https://mcp.example.com/sse' }],
  [
    'a bridge that tries both',
    remote('mcp-remote@0.1.29', 'https://mcp.example.com/mcp', '--transport', 'sse-first'),
  ],
  ['a stdio server that offers it', remote('@example/server@1.0.0', '--transport', 'sse')],
  [
    'a header whose value is such a word',
    remote('mcp-remote@0.1.29', 'https://mcp.example.com/mcp', '--header', 'X-Mode: sse'),
  ],
])('is silent on %s', async (_, entry) => {
  expect(await findingsOn(RULE, { server: entry })).toEqual([]);
});
