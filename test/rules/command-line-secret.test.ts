import { expect, test } from 'vitest';
import { madeUp } from '../support/cli.ts';
import { findingsOfEntry } from '../support/findings.ts';

const KEY = madeUp(32);
const said = async (entry: object, file?: string) =>
  (await findingsOfEntry('command-line-secret', entry, file)).map(({ related }) => 1 + related.length);
const bridge = (header: string, env = {}) => ({
  command: 'npx',
  args: ['-y', 'mcp-remote@0.1.30', 'https://mcp.example.com/mcp', '--header', header],
  env,
});

test.each<[string, object, string?]>([
  ['a flag', { command: 'x', args: ['--api-key', KEY] }],
  ['a reference that the host replaces', { command: 'x', args: ['--api-key=${API_KEY}'] }],
  ['a prompt', { command: 'x', args: ['--api-key', '${input:key}'] }, '.vscode/mcp.json'],
  ['a connection string', { command: 'x', args: [`postgresql://me:${KEY}@db.example.com/app`] }],
  [
    'a variable on the command line of docker',
    { command: 'docker', args: ['run', '-e', `API_KEY=${KEY}`, 'i'] },
  ],
  ['a header of a bridge', bridge('X-Api-Key: ${API_KEY}')],
  [
    'a variable that a shell replaces',
    { command: 'sh', args: ['-c', 'server --api-key $API_KEY'] },
    'claude_desktop_config.json',
  ],
])('%s', async (_what, entry, file) => {
  expect(await said(entry, file)).toEqual([1]);
});

test.each<[string, object, string?]>([
  ['a variable', { command: 'x', args: [], env: { API_KEY: KEY } }],
  [
    'a variable that docker passes on',
    { command: 'docker', args: ['run', '-e', 'API_KEY', 'i'], env: { API_KEY: KEY } },
  ],
  [
    'a variable of the host that docker passes on',
    { command: 'docker', args: ['run', '-e', 'API_KEY', 'i'] },
  ],
  ['a placeholder', { command: 'x', args: ['--api-key', 'YOUR_API_KEY'] }],
  [
    'a reference that nobody replaces',
    { command: 'x', args: ['--api-key', '${API_KEY}'] },
    'claude_desktop_config.json',
  ],
  [
    'a variable that the bridge itself puts in',
    bridge('Authorization:${AUTH_TOKEN}', { AUTH_TOKEN: `Bearer ${KEY}` }),
  ],
  [
    'what a shell assigns',
    { command: 'sh', args: ['-c', 'API_KEY=$OTHER_KEY exec server'] },
    'claude_desktop_config.json',
  ],
  ['a remote server', { url: 'https://mcp.example.com/mcp', headers: { Authorization: `Bearer ${KEY}` } }],
])('not %s', async (_what, entry, file) => {
  expect(await said(entry, file)).toEqual([]);
});

test('one finding for all of a server', async () => {
  expect(await said({ command: 'x', args: ['--api-key', KEY, '--secret', madeUp(32, 2)] })).toEqual([2]);
});

test('docker is told its own way', async () => {
  const [finding] = await findingsOfEntry('command-line-secret', {
    command: 'docker',
    args: ['run', '-i', '-e', `API_KEY=${KEY}`, 'example/server:1.0.0'],
  });
  expect(finding!.advice).toMatch(/^Write "-e API_KEY" without a value/);
});

test.each<[string, object, RegExp]>([
  [
    'a server',
    { command: 'x', args: ['--api-key', '${API_KEY}'] },
    /^Move the reference to a variable in "env"/,
  ],
  ['a bridge', bridge('X-Api-Key: ${API_KEY}'), /write "X-Api-Key:\$\{NAME\}" with its name as the header/],
])('nobody is told to write a reference that is there: %s', async (_what, entry, advice) => {
  const [finding] = await findingsOfEntry('command-line-secret', entry);
  expect(finding!.advice).toMatch(advice);
});
