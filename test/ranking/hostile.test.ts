import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../src/rank.ts';
import { rankJson } from '../../src/reporters/rank-json.ts';
import { rankMarkdown } from '../../src/reporters/rank-markdown.ts';
import { rankPretty } from '../../src/reporters/rank-pretty.ts';
import { madeUp } from '../support/cli.ts';

const SECRET = madeUp(40, 7);
const KEYS = [
  ...[
    'command',
    'args',
    'url',
    'env',
    'headers',
    'oauth',
    'auth',
    'clientId',
    'CLIENT_SECRET',
    'client_secret',
  ],
  ...[
    'oauthClientId',
    'clientMetadataUrl',
    'headersHelper',
    'bearer_token_env_var',
    'env_http_headers',
    'envFile',
  ],
  ...[
    'env_vars',
    'transport',
    'type',
    'HTTPS_PROXY',
    'API_KEY',
    'Authorization',
    '__proto__',
    'constructor',
    '',
  ],
];
const TEXTS = [
  ...[
    SECRET,
    `Bearer ${SECRET}`,
    '${API_KEY}',
    '<YOUR_KEY>',
    'authsome-proxy-managed',
    'npx',
    'mcp-remote',
    'authsome',
  ],
  ...['run', '--', 'docker', '-e', `TOKEN=${SECRET}`, '--header', '--static-oauth-client-info', '--env-file'],
  ...[
    '{"client_id":"a"}',
    `https://mcp.example.com/${SECRET}`,
    'http://127.0.0.1:1',
    'https://mcp.notion.com/mcp',
    '',
  ],
];

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...TEXTS),
    fc.string(),
    fc.constantFrom(null, true, 1),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 6 }),
  ),
})).value;

test('ranks whatever an entry holds, and never shows a value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 8 }), async (entry) => {
      const text = JSON.stringify({ mcpServers: { one: { command: 'x', ...entry }, two: entry } });
      const report = await rank([], { input: { name: '.mcp.json', bytes: Buffer.from(text) } });
      for (const { approach, unknown } of report.servers)
        expect([approach === undefined, unknown === undefined].sort()).toEqual([false, true]);
      for (const output of [rankJson(report), rankMarkdown(report), rankPretty(report)])
        expect(output).not.toContain(SECRET);
    }),
    { seed: 1, numRuns: 300 },
  );
});
