import { describe, expect, test } from 'vitest';
import { lintExample } from '../support/examples.ts';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'unexpanded-reference';
const DESKTOP = 'claude_desktop_config.json';
const CURSOR = '.cursor/mcp.json';
const CODE = '.mcp.json';
const VSCODE = '.vscode/mcp.json';
const NPX = { command: 'npx', args: ['-y', '@example/search-mcp@1.2.3'] };

const levels = async (file: string, entry: object) =>
  severitiesOf(await findingsOn(RULE, { search: entry }, { file }));

describe('a credential position', () => {
  test.each([
    [DESKTOP, '${SEARCH_TOKEN}'],
    [DESKTOP, 'Bearer ${env:SEARCH_TOKEN}'],
    [DESKTOP, '$SEARCH_TOKEN'],
    [DESKTOP, '%SEARCH_TOKEN%'],
    [DESKTOP, '${input:search-token}'],
    [DESKTOP, '$(pass show search)'],
    [DESKTOP, 'op://vault/search/token'],
    [DESKTOP, '${{ secrets.SEARCH_TOKEN }}'],
    [DESKTOP, 'process.env.SEARCH_TOKEN'],
    [CURSOR, '${SEARCH_TOKEN}'],
    [CURSOR, '{env:SEARCH_TOKEN}'],
    [CURSOR, '${input:search-token}'],
    [CODE, '${env:SEARCH_TOKEN}'],
    [CODE, '$SEARCH_TOKEN'],
    [CODE, '${input:search-token}'],
    [VSCODE, '${SEARCH_TOKEN}'],
    [VSCODE, '$SEARCH_TOKEN'],
  ])('in %s with %s is a warning', async (file, value) => {
    expect(await levels(file, { ...NPX, env: { SEARCH_TOKEN: value } })).toEqual(['warning']);
  });

  test.each([
    [CODE, '${SEARCH_TOKEN}'],
    [CODE, '${SEARCH_TOKEN:-}'],
    [CODE, '${user_config.token}'],
    [CURSOR, '${env:SEARCH_TOKEN}'],
    [VSCODE, '${env:SEARCH_TOKEN}'],
    [VSCODE, '${input:search-token}'],
    [DESKTOP, 'authsome-proxy-managed'],
    [DESKTOP, '{your token}'],
    [DESKTOP, 'pa$$WORD%20x%'],
    // A host of which nothing is known.
    ['servers-mcp.json', '${SEARCH_TOKEN}'],
  ])('in %s with %s is fine', async (file, value) => {
    expect(await levels(file, { ...NPX, env: { SEARCH_TOKEN: value } })).toEqual([]);
  });
});

test('elsewhere it is info, and text that may be there by chance is nothing', async () => {
  const withArgument = (text: string) => levels(DESKTOP, { ...NPX, args: [...NPX.args, text] });
  expect(await withArgument('${HOME}/notes')).toEqual(['info']);
  expect(await withArgument('--root=$(pwd)')).toEqual(['info']);
  expect(await withArgument('$HOME/notes')).toEqual([]);
  expect(await withArgument('%APPDATA%\\notes')).toEqual([]);
  expect(await withArgument('{{notes}}')).toEqual([]);
});

describe('programs on the way expand', () => {
  test.each([
    ['a shell', { command: 'sh', args: ['-c', 'SEARCH_TOKEN=$TOKEN npx -y search --token "${TOKEN}"'] }],
    ['cmd', { command: 'cmd', args: ['/c', 'npx', '-y', 'search', '--token', '%SEARCH_TOKEN%'] }],
    ['PowerShell', { command: 'pwsh', args: ['-Command', 'npx -y search --token $env:SEARCH_TOKEN'] }],
    [
      'mcp-remote, in headers',
      {
        command: 'npx',
        args: [
          '-y',
          'mcp-remote@0.15.1',
          'https://mcp.example.com/mcp',
          '--header',
          'Authorization: Bearer ${TOKEN}',
        ],
      },
    ],
    [
      'docker, names alone',
      { command: 'docker', args: ['run', '-i', '-e', 'SEARCH_TOKEN', 'example/search:1.2.3'] },
    ],
    [
      'op run',
      {
        command: 'op',
        args: ['run', '--', 'npx', '-y', 'search@1.2.3'],
        env: { SEARCH_TOKEN: 'op://v/i/f' },
      },
    ],
  ])('%s', async (_, entry) => {
    expect(await levels(DESKTOP, entry)).toEqual([]);
  });

  test.each([
    [
      'a shell, not in the environment',
      { command: 'sh', args: ['-c', 'npx -y search'], env: { A_TOKEN: '${A_TOKEN}' } },
    ],
    [
      'cmd, not the dialect of others',
      { command: 'cmd', args: ['/c', 'npx', '-y', 'search', '--token', '${TOKEN}'] },
    ],
    [
      'mcp-remote, not in the address',
      { command: 'npx', args: ['-y', 'mcp-remote@0.15.1', 'https://mcp.example.com/mcp?api_key=${API_KEY}'] },
    ],
    [
      'docker, not values',
      { command: 'docker', args: ['run', '-e', 'A_TOKEN=${A_TOKEN}', 'example/search:1.2.3'] },
    ],
  ])('%s', async (_, entry) => {
    expect(await levels(DESKTOP, entry)).toEqual(['warning']);
  });
});

test('a program of which nothing is known may look a vault address up', async () => {
  const entry = { command: './start.sh', env: { SEARCH_TOKEN: 'op://vault/search/token' } };
  expect(await levels(DESKTOP, entry)).toEqual(['info']);
});

test('Claude Code leaves helpers to the shell, which leaves single quotes alone', async () => {
  const helper = (text: string) =>
    levels(CODE, { type: 'http', url: 'https://mcp.example.com/mcp', headersHelper: text });
  expect(await helper(`echo '{"Authorization": "Bearer \${SEARCH_TOKEN}"}'`)).toEqual(['warning']);
  expect(await helper('print-headers --token "$SEARCH_TOKEN"')).toEqual([]);
});

test('names that Claude Code blanks arrive empty in headers and URLs, not in the environment', async () => {
  const header = (name: string) => ({
    type: 'http',
    url: 'https://mcp.example.com/mcp',
    headers: { Authorization: `Bearer \${${name}}` },
  });
  const [finding] = await findingsOn(RULE, { search: header('NPM_TOKEN') });
  expect(finding!.severity).toBe('warning');
  expect(finding!.why).toContain('empty value');
  expect(await levels(CODE, header('ACTIONS_ID_TOKEN_REQUEST_TOKEN'))).toEqual(['warning']);
  expect(await levels(CODE, header('GITHUB_TOKEN'))).toEqual([]);
  expect(await levels(CODE, { ...NPX, env: { NPM_TOKEN: '${NPM_TOKEN}' } })).toEqual([]);
});

test('one finding for an entry, the others beside it', async () => {
  const [finding, ...more] = await findingsOn(
    RULE,
    {
      search: {
        ...NPX,
        args: [...NPX.args, '${HOME}'],
        env: { A_TOKEN: '${A_TOKEN}', B_TOKEN: '${B_TOKEN}' },
      },
    },
    { file: DESKTOP },
  );
  expect(more).toEqual([]);
  expect(finding!.path).toBe('mcpServers.search.env.A_TOKEN');
  expect(finding!.related).toHaveLength(2);
});

test('a server under a key that the host does not read is passed over', async () => {
  const text = JSON.stringify({ servers: { search: { ...NPX, env: { A_TOKEN: '${A_TOKEN}' } } } });
  const { findings } = await lintExample({ file: DESKTOP, text });
  expect(findings.filter(({ rule }) => rule === RULE)).toEqual([]);
});

test('an example that users fill in is worth a note only', async () => {
  expect(
    await levels('claude_desktop_config.example.json', { ...NPX, env: { A_TOKEN: '${A_TOKEN}' } }),
  ).toEqual(['info']);
});

test('blocks that every server inherits', async () => {
  const on = async (file: string, body: object) => {
    const { findings } = await lintExample({ file, text: JSON.stringify(body) });
    return findings.filter(({ rule }) => rule === RULE).map(({ severity }) => severity);
  };
  expect(await on('.claude/settings.json', { env: { A_TOKEN: '${A_TOKEN}', B_TOKEN: '$B_TOKEN' } })).toEqual([
    'warning',
  ]);
  expect(await on('.claude/settings.json', { env: { PATH_TO: '$HOME/x' } })).toEqual([]);
  expect(
    await on('.devcontainer/devcontainer.json', { remoteEnv: { A_TOKEN: '${localEnv:A_TOKEN}' } }),
  ).toEqual([]);
  expect(await on('.devcontainer/devcontainer.json', { remoteEnv: { A_TOKEN: '${A_TOKEN}' } })).toEqual([
    'warning',
  ]);
});

test('says which form is not expanded, in our own words', async () => {
  const servers = { search: { ...NPX, env: { SEARCH_TOKEN: '${SEARCH_TOKEN}' } } };
  const [finding] = await findingsOn(RULE, servers, { file: CURSOR });
  expect(finding!.message).toContain('Cursor does not expand references of the form ${NAME}');
});
