import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const levelsOf = async (entry: object) =>
  severitiesOf(await findingsOn('broken-broker-entry', { search: entry }));

const STAND_IN = { SEARCH_API_KEY: 'authsome-proxy-managed' };
const UVX = { command: 'uvx', args: ['example-search-mcp==1.2.0'] };
const THROUGH_AUTHSOME = { command: 'authsome', args: ['run', '--', ...[UVX.command, ...UVX.args]] };

test.each<[string, object, string[]]>([
  ['nothing that starts the broker', { ...UVX, env: STAND_IN }, ['error']],
  [
    'a header for a bridge to a remote server',
    {
      command: 'npx',
      args: [
        '-y',
        'mcp-remote@0.15.1',
        'https://mcp.example.com/mcp',
        '--header',
        'Authorization: Bearer authsome-proxy-managed',
      ],
    },
    ['info'],
  ],
  ['a program that may start it itself', { command: '/opt/start-search', env: STAND_IN }, ['warning']],
  [
    'another broker, which takes any placeholder',
    { command: 'onecli', args: ['run', '--', ...THROUGH_AUTHSOME.args.slice(2)], env: STAND_IN },
    [],
  ],
  ['a proxy on this machine', { ...UVX, env: { ...STAND_IN, HTTPS_PROXY: 'http://127.0.0.1:14322' } }, []],
  [
    'what Agent Vault replaces, beside its address',
    { ...UVX, env: { SEARCH_API_KEY: '__search_api_key__', AGENT_VAULT_ADDR: 'http://127.0.0.1:14321' } },
    ['error'],
  ],
  ['what everybody writes for "fill this in"', { ...UVX, env: { SEARCH_API_KEY: '__search_api_key__' } }, []],
  ['a word that ends alike', { ...UVX, env: { SEARCH_API_KEY: 'self-managed' } }, []],
])('a placeholder with %s', async (_, entry, levels) => {
  expect(await levelsOf(entry)).toEqual(levels);
});

test.each<[string, object, string[]]>([
  ['a key', { SEARCH_API_KEY: '{{opaque:a}}' }, ['error']],
  ['two keys', { SEARCH_API_KEY: '{{opaque:a}}', OTHER_API_KEY: '{{opaque:b}}' }, ['error']],
  ['a database password, which no broker can put in', { POSTGRES_PASSWORD: '{{opaque:a}}' }, []],
  ['what the broker itself is told', { AUTHSOME_IDENTITY_PRIVATE_KEY: '{{opaque:a}}' }, []],
  ['a reference', { SEARCH_API_KEY: '${SEARCH_API_KEY}' }, []],
])('a broker that starts a server with %s', async (_, env, levels) => {
  expect(await levelsOf({ ...THROUGH_AUTHSOME, env })).toEqual(levels);
});

test.each<[string, string[], object, string[]]>([
  ['Node.js', ['npx', '-y', '@example/search-mcp@1.2.0'], {}, ['info']],
  ['Node.js that is told', ['npx', '-y', '@example/search-mcp@1.2.0'], { NODE_USE_ENV_PROXY: '1' }, []],
  [
    'Node.js with something that may tell it',
    ['node', 'server.js'],
    { NODE_OPTIONS: '--require /opt/proxy.cjs' },
    [],
  ],
  ['Python', ['uvx', 'example-search-mcp==1.2.0'], {}, []],
])('authsome that starts %s', async (_, words, env, levels) => {
  const entry = { command: 'authsome', args: ['run', '--', ...words], env: { ...STAND_IN, ...env } };
  expect(await levelsOf(entry)).toEqual(levels);
});

test('other brokers tell Node.js themselves', async () => {
  const args = ['run', '--vault', 'work', '--', 'npx', '-y', '@example/search-mcp@1.2.0'];
  const entry = { command: 'agent-vault', args, env: { SEARCH_API_KEY: '__search_api_key__' } };
  expect(await levelsOf(entry)).toEqual([]);
});

test('one finding tells of all that is missing, and none repeats the text', async () => {
  const kept = (name: string) => `keychain://mcp-lint/claude-code-project/search/${name}`;
  const [finding, ...more] = await findingsOn('broken-broker-entry', {
    search: { ...UVX, env: { A_TOKEN: kept('A_TOKEN'), B_TOKEN: kept('B_TOKEN') } },
  });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', related: [{ message: 'Another reference' }] });
  expect(JSON.stringify(finding)).not.toContain('keychain://');
});
