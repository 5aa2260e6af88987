import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'dynamic-registration-only';
const NOTION = { type: 'http', url: 'https://mcp.notion.com/mcp' };

test('info on a bare address, and honest about what the config cannot show', async () => {
  const findings = await findingsOn(RULE, {
    notion: NOTION,
    bridged: { command: 'npx', args: ['-y', 'mcp-remote@0.1.29', 'https://mcp.notion.com/mcp'] },
  });
  expect(severitiesOf(findings)).toEqual(['info', 'info']);
  expect(findings[0]!.why).toContain('This config cannot show');
  expect(findings[0]!.why).toContain('2027-07-28');
});

test.each([
  ['a key', { ...NOTION, headers: { Authorization: 'Bearer ${NOTION_TOKEN}' } }],
  ['a client id', { ...NOTION, oauth: { clientId: 'example' } }],
  [
    'a client id for the bridge',
    {
      command: 'npx',
      args: [
        '-y',
        'mcp-remote@0.1.29',
        'https://mcp.notion.com/mcp',
        '--static-oauth-client-info',
        '{"client_id":"example"}',
      ],
    },
  ],
  ['metadata documents', { type: 'http', url: 'https://mcp.sentry.dev/mcp' }],
  ['clients registered in advance', { type: 'http', url: 'https://api.githubcopilot.com/mcp/' }],
  ['an address that was given up', { type: 'http', url: 'https://mcp.neon.tech/sse' }],
  ['a server that is not known', { type: 'http', url: 'https://mcp.example.com/mcp' }],
])('is silent with %s', async (_, entry) => {
  expect(await findingsOn(RULE, { server: entry })).toEqual([]);
});

test('is silent where the fact was not confirmed at its source', async () => {
  expect(
    await findingsOn(RULE, { egnyte: { type: 'sse', url: 'https://mcp-server.egnyte.com/sse' } }),
  ).toEqual([]);
});
