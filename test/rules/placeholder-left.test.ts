import { expect, test } from 'vitest';
import { findingsOfEntry } from '../support/findings.ts';

const said = async (entry: object, file?: string) =>
  (await findingsOfEntry('placeholder-left', entry, file)).map(({ related }) => 1 + related.length);
const variable = (value: string) => ({ command: 'x', env: { API_KEY: value } });

test.each(['YOUR_API_KEY', '<your key>', 'xxxxxxxxxxxxxxxx', 'replace-me'])('%s', async (value) => {
  expect(await said(variable(value))).toEqual([1]);
});

test.each(['', 'none', 'dummy', '${API_KEY}', 'authsome-proxy-managed'])('not "%s"', async (value) => {
  expect(await said(variable(value))).toEqual([]);
});

test('one finding for all of a server, which quotes none of them', async () => {
  const entry = { command: 'x', args: ['--token', 'paste-token-here'], env: { API_KEY: 'YOUR_API_KEY' } };
  const [finding, ...more] = await findingsOfEntry('placeholder-left', entry);
  expect(more).toEqual([]);
  expect(finding!.related).toHaveLength(1);
  expect(JSON.stringify(finding)).not.toMatch(/YOUR_API_KEY|paste-token/);
});

test.each([
  'mcp.example.json',
  'mcp.sample.json',
  'mcp-template.json',
  '.mcp.json.example.json',
  'sub/mcp_template.json',
])('not in %s', async (file) => {
  expect(await said(variable('YOUR_API_KEY'), file)).toEqual([]);
});

test.each(['templates', 'template', 'examples', 'example', 'samples', 'fixtures', 'docs', 'testdata'])(
  'not below a folder %s',
  async (folder) => {
    expect(await said(variable('YOUR_API_KEY'), `app/${folder}/a/mcp.json`)).toEqual([]);
  },
);

test.each([
  ['Authorization', 'Bearer YOUR_TOKEN', true],
  ['Authorization', 'YOUR_TOKEN', false],
  ['CONTEXT7_API_KEY', 'YOUR_API_KEY', false],
])('the form with a scheme word only where there is one: %s: %s', async (name, value, expected) => {
  const entry = { type: 'http', url: 'https://mcp.example.com/mcp', headers: { [name]: value } };
  for (const file of ['.mcp.json', '.cursor/mcp.json', '.vscode/mcp.json', '.gemini/settings.json']) {
    const [finding] = await findingsOfEntry('placeholder-left', entry, file);
    expect([file, finding!.advice.includes('Bearer')]).toEqual([file, expected]);
  }
});

test.each(['mcp.json', 'exemplary/mcp.json', 'resampled-mcp.json'])('but in %s', async (file) => {
  expect(await said(variable('YOUR_API_KEY'), file)).toEqual([1]);
});

test('not where a broker or a proxy on this machine puts the credential in', async () => {
  const env = { GITHUB_TOKEN: '__github_token__' };
  expect(await said({ command: 'x', env })).toEqual([1]);
  expect(await said({ command: 'x', env: { ...env, HTTPS_PROXY: 'http://127.0.0.1:14322' } })).toEqual([]);
  expect(await said({ command: 'agent-vault', args: ['run', '--', 'x'], env })).toEqual([]);
});

test('not settings that are no credential', async () => {
  expect(await said({ command: 'x', env: { WORKSPACE_ID: '<your workspace>', NOTE: 'YOUR_NOTE' } })).toEqual(
    [],
  );
});
