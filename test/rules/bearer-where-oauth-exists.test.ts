import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'bearer-where-oauth-exists';
const SENTRY = { type: 'http', url: 'https://mcp.sentry.dev/mcp' };

test.each([
  ['a literal', 'Bearer {{opaque}}', ['warning']],
  ['a reference', 'Bearer ${SENTRY_TOKEN}', ['info']],
  ['a placeholder', 'Bearer YOUR_TOKEN', []],
])('a header with %s', async (_, Authorization, expected) => {
  const findings = await findingsOn(RULE, { sentry: { ...SENTRY, headers: { Authorization } } });
  expect(severitiesOf(findings)).toEqual(expected);
});

test('points at the credential and says that the vendor documents a key too', async () => {
  const [finding] = await findingsOn(RULE, {
    sentry: { ...SENTRY, headers: { Authorization: 'Bearer ${SENTRY_TOKEN}' } },
  });
  expect(finding!.path).toBe('mcpServers.sentry.headers.Authorization');
  expect(finding!.why).toContain('The vendor documents a key as well');
  expect(finding!.message).not.toMatch(/violat|breach/i);
});

test('says that a key may not work where the vendor documents OAuth only', async () => {
  const [finding] = await findingsOn(RULE, {
    notion: {
      type: 'http',
      url: 'https://mcp.notion.com/mcp',
      headers: { Authorization: 'Bearer ${NOTION_TOKEN}' },
    },
  });
  expect(finding!.why).toContain('The vendor documents OAuth only');
});

test('a bridge that is given a header, in its arguments or through its environment, is one finding', async () => {
  const findings = await findingsOn(RULE, {
    sentry: {
      command: 'npx',
      args: [
        '-y',
        'mcp-remote@0.1.29',
        'https://mcp.sentry.dev/mcp',
        '--header',
        'Authorization:${AUTH_TOKEN}',
      ],
      env: { AUTH_TOKEN: 'Bearer {{opaque}}' },
    },
  });
  expect(severitiesOf(findings)).toEqual(['warning']);
});

test.each([
  ['without a key', SENTRY],
  [
    'with a client secret of OAuth',
    { ...SENTRY, oauth: { clientId: 'example', clientSecret: '${CLIENT_SECRET}' } },
  ],
  [
    'that is not known',
    { type: 'http', url: 'https://mcp.example.com/mcp', headers: { Authorization: 'Bearer ${TOKEN}' } },
  ],
  [
    'that takes a key only',
    {
      type: 'http',
      url: 'https://mcp.context7.com/mcp',
      headers: { CONTEXT7_API_KEY: '${CONTEXT7_API_KEY}' },
    },
  ],
  [
    'that is local',
    { command: 'npx', args: ['-y', '@sentry/mcp-server@0.20.0'], env: { SENTRY_ACCESS_TOKEN: '${TOKEN}' } },
  ],
  ['whose environment does not reach the remote', { ...SENTRY, env: { SENTRY_TOKEN: '${SENTRY_TOKEN}' } }],
])('is silent on a server %s', async (_, entry) => {
  expect(await findingsOn(RULE, { server: entry })).toEqual([]);
});

test('what was not confirmed at its source is never more than info', async () => {
  const { knownServerById } = await import('../../src/catalog/catalog.ts');
  const linear = knownServerById('linear')!;
  const findings = await findingsOn(RULE, {
    linear: {
      type: 'http',
      url: 'https://mcp.linear.app/mcp',
      headers: { Authorization: 'Bearer {{opaque}}' },
    },
  });
  expect(severitiesOf(findings)).toEqual([linear.confirmed ? 'warning' : 'info']);
});

test('says who takes registered clients only', async () => {
  const entry = {
    type: 'http',
    url: 'https://api.githubcopilot.com/mcp/',
    headers: { Authorization: 'Bearer ${GITHUB_PAT}' },
  };
  const [finding] = await findingsOn(RULE, { github: entry });
  expect(finding!.advice).toContain('The server takes only clients that were registered');
});
