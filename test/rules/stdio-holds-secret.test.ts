import { expect, test } from 'vitest';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'stdio-holds-secret';
const PROGRAM = { command: 'npx', args: ['-y', '@example/search-mcp@1.2.3'] };

test.each([
  ['a literal', { SEARCH_API_KEY: '{{opaque}}' }, ['warning']],
  ['a reference', { SEARCH_API_KEY: '${SEARCH_API_KEY}' }, ['info']],
  ['a reference and a literal', { A_TOKEN: '${A_TOKEN}', B_TOKEN: '{{opaque}}' }, ['warning']],
  ['a placeholder', { SEARCH_API_KEY: 'YOUR_API_KEY' }, []],
  ['a setting', { LOG_LEVEL: 'debug' }, []],
  [
    'a default of local development',
    { DATABASE_URL: 'postgresql://postgres:postgres@localhost:5432/app' },
    [],
  ],
])('the environment with %s', async (_, env, expected) => {
  expect(severitiesOf(await findingsOn(RULE, { search: { ...PROGRAM, env } }))).toEqual(expected);
});

test('one finding for a server, at its first credential, with the others beside it', async () => {
  const [finding, ...more] = await findingsOn(RULE, {
    search: { ...PROGRAM, env: { A_TOKEN: '${A_TOKEN}', B_TOKEN: '${B_TOKEN}', LOG_LEVEL: 'info' } },
  });
  expect(more).toEqual([]);
  expect(finding!.path).toBe('mcpServers.search.env.A_TOKEN');
  expect(finding!.message).toContain('2 credentials, all by reference');
  expect(finding!.related.map(({ message }) => message)).toEqual([
    'the environment variable B_TOKEN, by reference',
  ]);
});

test('says that a prompt and a reference do not keep the value out of the process', async () => {
  const [finding] = await findingsOn(
    RULE,
    { search: { type: 'stdio', ...PROGRAM, env: { SEARCH_API_KEY: '${input:key}' } } },
    {
      file: '.vscode/mcp.json',
      inputs: [{ type: 'promptString', id: 'key', description: 'Key', password: true }],
    },
  );
  expect(finding!.severity).toBe('info');
  expect(finding!.message).toContain('asked from the user');
  expect(finding!.why).toContain('A prompt keeps it out of this file, not out of the process');
});

test('an argument is told from the environment, where the specification wants credentials', async () => {
  const [finding] = await findingsOn(RULE, {
    search: { command: 'npx', args: [...PROGRAM.args, '--api-key', '${SEARCH_API_KEY}'] },
  });
  expect(finding!.why).toContain(
    'The specification wants stdio servers to take credentials from their environment',
  );
  // That is what command-line-secret says.
  expect(finding!.why).not.toContain('process list');
});

test.each([
  [
    'a bridge to a remote server',
    {
      command: 'npx',
      args: [
        '-y',
        'mcp-remote@0.1.29',
        'https://mcp.example.com/mcp',
        '--header',
        'Authorization: Bearer ${TOKEN}',
      ],
    },
  ],
  [
    'a remote server',
    { type: 'http', url: 'https://mcp.example.com/mcp', headers: { Authorization: 'Bearer ${TOKEN}' } },
  ],
  [
    'a broker',
    {
      command: 'authsome',
      args: ['run', '--', 'npx', '-y', '@example/search-mcp@1.2.3'],
      env: { SEARCH_API_KEY: 'authsome-proxy-managed' },
    },
  ],
  [
    'a broker in a shell',
    {
      command: 'sh',
      args: ['-c', 'authsome run -- npx -y @example/search-mcp@1.2.3'],
      env: { SEARCH_API_KEY: '${SEARCH_API_KEY}' },
    },
  ],
  [
    'the placeholder of a broker that starts the host',
    { ...PROGRAM, env: { SEARCH_API_KEY: 'authsome-proxy-managed' } },
  ],
])('is silent on %s', async (_, entry) => {
  expect(await findingsOn(RULE, { search: entry })).toEqual([]);
});

test('a container that is handed a credential is a stdio server as well', async () => {
  const findings = await findingsOn(RULE, {
    search: {
      command: 'docker',
      args: ['run', '-i', '--rm', '-e', 'SEARCH_API_KEY={{opaque}}', 'ghcr.io/example/search:1.2.3'],
    },
  });
  expect(severitiesOf(findings)).toEqual(['warning']);
});

test('the advice names the remote server of the vendor', async () => {
  const [finding] = await findingsOn(RULE, {
    sentry: {
      command: 'npx',
      args: ['-y', '@sentry/mcp-server@0.20.0'],
      env: { SENTRY_ACCESS_TOKEN: '${SENTRY_TOKEN}' },
    },
  });
  expect(finding!.advice).toContain('https://mcp.sentry.dev/mcp');
  expect(finding!.advice).toContain("Use Sentry's own remote server");
});

test.each(['DATABASE_URL', 'PGPASSWORD', 'JWT_SIGNING_SECRET', 'GITHUB_APP_PRIVATE_KEY'])(
  'a broker is not advised for %s',
  async (name) => {
    const [finding] = await findingsOn(RULE, { db: { ...PROGRAM, env: { [name]: `\${${name}}` } } });
    expect(finding!.advice).toContain('A broker cannot help');
    expect(finding!.advice).not.toContain('authsome');
  },
);
