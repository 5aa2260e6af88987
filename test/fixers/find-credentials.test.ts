import { describe, expect, test } from 'vitest';
import { literalCredential } from '../../src/core/literal-credential.ts';
import { findCredentials } from '../../src/fixers/find-credentials.ts';
import { type InlineCredential, isWhole } from '../../src/fixers/inline-credential.ts';
import { VSCODE } from '../../src/hosts/data/vscode.ts';
import { RULES } from '../../src/rules/rules.ts';
import { lintText } from '../support/edits.ts';
import { fillExample } from '../support/examples.ts';

/** What a file with one server holds: where, the name, and the part as it is written. */
function found(text: string): string[] {
  const linted = lintText(text);
  const { entries, outside } = findCredentials(linted);
  return [...entries.flatMap(({ credentials }) => credentials), ...outside].map((credential) =>
    describeIn(text, credential),
  );
}

function describeIn(text: string, { name, path, part, holder }: InlineCredential): string {
  const written = text.slice(part.range.start, part.range.end);
  expect(text.slice(holder.range.start, holder.range.end)).toContain(written);
  return `${path.slice(2).join('.')} ${name} ${written}`;
}

const KEY = fillExample('{{opaque:a}}');
const OTHER = fillExample('{{opaque:b}}');

const server = (entry: object) => JSON.stringify({ mcpServers: { s: entry } });

describe('a credential in one server', () => {
  const base64 = Buffer.from(`user:${KEY}`).toString('base64');
  const percent = `%${KEY.charCodeAt(0).toString(16)}${KEY.slice(1)}`;
  const cases: readonly [string, object, readonly string[]][] = [
    ['a variable', { command: 'x', env: { API_KEY: KEY } }, [`env.API_KEY API_KEY ${KEY}`]],
    ['of a list of lines', { command: 'x', env: [`API_KEY=${KEY}`] }, [`env.0 API_KEY ${KEY}`]],
    [
      'of a list of names and values',
      { command: 'x', env: [{ name: 'API_KEY', value: KEY }] },
      [`env.0.value API_KEY ${KEY}`],
    ],
    [
      'a bearer token',
      { url: 'https://a.example', headers: { Authorization: `Bearer ${KEY}` } },
      [`headers.Authorization Authorization ${KEY}`],
    ],
    [
      'basic authentication',
      { url: 'https://a.example', headers: { Authorization: `Basic ${base64}` } },
      [`headers.Authorization Authorization ${base64}`],
    ],
    ['a flag', { command: 'x', args: ['--api-key', KEY] }, [`args.1 api-key ${KEY}`]],
    ['a flag with its value', { command: 'x', args: [`--api-key=${KEY}`] }, [`args.0 api-key ${KEY}`]],
    [
      'an assignment',
      { command: 'docker', args: ['run', '-e', `API_KEY=${KEY}`] },
      [`args.2 API_KEY ${KEY}`],
    ],
    [
      'a header on a command line',
      {
        command: 'npx',
        args: ['mcp-remote', 'https://a.example', '--header', `Authorization: Bearer ${KEY}`],
      },
      [`args.3 Authorization ${KEY}`],
    ],
    ['a query parameter', { url: `https://a.example/mcp?api_key=${KEY}&x=1` }, [`url api_key ${KEY}`]],
    [
      'one that is percent-encoded',
      { url: `https://a.example/mcp?api_key=${percent}` },
      [`url api_key ${percent}`],
    ],
    [
      'a password in an address',
      { command: 'x', env: { DATABASE_URL: `postgres://me:${KEY}@db.example/x` } },
      [`env.DATABASE_URL DATABASE_URL ${KEY}`],
    ],
    [
      'a positional argument',
      { command: 'x', args: ['y', `postgres://me:${KEY}@db.example/x`] },
      [`args.1 argument-2 ${KEY}`],
    ],
    [
      'a positional connection string',
      { command: 'x', args: [`Server=db.example;Password=${KEY};`] },
      [`args.0 argument-1 ${KEY}`],
    ],
    [
      'an address behind a flag',
      { command: 'x', args: ['--db-url', `postgres://me:${KEY}@db.example/x`] },
      [`args.1 db-url ${KEY}`],
    ],
    [
      'a word of one line',
      { command: `x y postgres://me:${KEY}@db.example/x` },
      [`command argument-2 ${KEY}`],
    ],
    ['a script', { command: 'sh', args: ['-c', `API_KEY='${KEY}' npx x`] }, [`args.1 API_KEY ${KEY}`]],
    [
      'JSON in a string',
      { command: 'x', env: { SETTINGS: JSON.stringify({ api_key: KEY }) } },
      [`env.SETTINGS SETTINGS ${KEY}`],
    ],
    [
      'a default of a reference',
      { command: 'x', env: { API_KEY: `\${API_KEY:-${KEY}}` } },
      [`env.API_KEY API_KEY ${KEY}`],
    ],
    [
      'a nested transport',
      { transport: { command: 'x', env: { API_KEY: KEY } } },
      [`transport.env.API_KEY API_KEY ${KEY}`],
    ],
    [
      'a command that is a mapping',
      { command: { path: 'x', args: ['--api-key', KEY], env: { TOKEN: OTHER } } },
      [`command.args.1 api-key ${KEY}`, `command.env.TOKEN TOKEN ${OTHER}`],
    ],
    [
      'another member',
      { url: 'https://a.example', oauth: { clientSecret: KEY } },
      [`oauth.clientSecret clientSecret ${KEY}`],
    ],
    [
      'two in one string',
      { url: `https://a.example/mcp?api_key=${KEY}&token=${OTHER}` },
      [`url api_key ${KEY}`, `url token ${OTHER}`],
    ],
    [
      'all of what is encoded as a whole once',
      {
        command: 'x',
        env: { X_CONFIG: Buffer.from(JSON.stringify({ api_key: KEY, token: OTHER })).toString('base64') },
      },
      [
        `env.X_CONFIG X_CONFIG ${Buffer.from(JSON.stringify({ api_key: KEY, token: OTHER })).toString('base64')}`,
      ],
    ],
    [
      'nothing of local development',
      { command: 'x', env: { DATABASE_URL: 'postgres://postgres:postgres@localhost/x' } },
      [],
    ],
    [
      'no reference in an address',
      {
        url: 'https://${input:a-key}@a.example/mcp',
        env: { GIT_URL: 'https://{env:TOKEN}:x-oauth-basic@a.example/x' },
      },
      [],
    ],
    ['no reference', { command: 'x', env: { API_KEY: '${API_KEY}' } }, []],
  ];
  test.each(cases)('%s', (_, entry, expected) => {
    expect(found(server(entry))).toEqual(expected);
  });

  test('is written as it is: with the escapes of JSON', () => {
    const escaped = `\\u00${KEY.charCodeAt(0).toString(16)}${KEY.slice(1)}`;
    const text = server({ command: 'x', env: { API_KEY: KEY } }).replace(KEY, escaped);
    expect(found(text)).toEqual([`env.API_KEY API_KEY ${escaped}`]);
    const [credential] = findCredentials(lintText(text)).entries[0]!.credentials;
    expect(credential!.part.reveal()).toBe(KEY);
    expect(isWhole(credential!)).toBe(true);
  });

  test('its part is text of the string that the host reads, escapes inside of it and all', () => {
    const value = JSON.stringify({ api_key: `${KEY}"` });
    const [credential] = findCredentials(lintText(server({ command: 'x', env: { SETTINGS: value } })))
      .entries[0]!.credentials;
    expect(credential!.holder.text.reveal()).toBe(value);
    expect(credential!.part.reveal()).toBe(`${KEY}\\"`);
    expect(isWhole(credential!)).toBe(false);
  });
});

describe('keys that stand twice', () => {
  const env = (key: string) => `"env":{"API_KEY":"${key}"}`;
  test.each([
    ['variables', `{"mcpServers":{"s":{"command":"x","env":{"API_KEY":"${KEY}","API_KEY":"${OTHER}"}}}}`],
    ['blocks', `{"mcpServers":{"s":{"command":"x",${env(KEY)},${env(OTHER)}}}}`],
    [
      'arguments',
      `{"mcpServers":{"s":{"command":"x","args":["--api-key","${KEY}"],"args":["--api-key","${OTHER}"]}}}`,
    ],
    ['entries', `{"mcpServers":{"s":{"command":"x",${env(KEY)}},"s":{"command":"x",${env(OTHER)}}}}`],
    [
      'all servers',
      `{"mcpServers":{"s":{"command":"x",${env(KEY)}}},"mcpServers":{"s":{"command":"x",${env(OTHER)}}}}`,
    ],
    [
      'transports',
      `{"mcpServers":{"s":{"transport":{"command":"x",${env(KEY)}},"transport":{"command":"x",${env(OTHER)}}}}}`,
    ],
    ['shared blocks', `{"mcpServers":{"s":{"command":"x"}},${env(KEY)},${env(OTHER)}}`],
  ])('%s: each is found', (_, text) => {
    expect(found(text).map((line) => line.split(' ').at(-1))).toEqual([KEY, OTHER]);
  });
});

describe('outside of servers', () => {
  test('shared variables', () => {
    const text = JSON.stringify({ env: { API_KEY: KEY }, mcpServers: { s: { command: 'x' } } });
    const { entries, outside } = findCredentials(lintText(text));
    expect(entries).toEqual([]);
    expect(outside.map(({ name, path }) => [name, path])).toEqual([['API_KEY', ['env', 'API_KEY']]]);
  });

  test('what a prompt is filled with', () => {
    const text = JSON.stringify({
      inputs: [{ type: 'promptString', id: 'api-key', password: true, default: KEY }],
      servers: { s: { command: 'x' } },
    });
    const { outside } = findCredentials(lintText(text, [VSCODE]));
    expect(outside.map(({ name, path }) => [name, path])).toEqual([['api-key', ['inputs', 0, 'default']]]);
  });
});

test('every credential that a rule reports in its examples lies in a part', () => {
  const texts = RULES.flatMap(({ bad, good }) => [...bad, ...good]).map(({ text }) => fillExample(text));
  let seen = 0;
  for (const text of texts.filter((one) => one.trim().startsWith('{'))) {
    const linted = lintText(text);
    const { entries, outside } = findCredentials(linted);
    const parts = [...entries.flatMap(({ credentials }) => credentials), ...outside].map(
      ({ part }) => part.range,
    );
    for (const slot of [...linted.servers.flatMap(({ slots }) => slots), ...linted.slots]) {
      const range = literalCredential(slot)?.secret.range;
      if (!range) continue;
      seen += 1;
      expect(parts.some(({ start, end }) => start <= range.start && range.end <= end)).toBe(true);
    }
  }
  expect(seen).toBeGreaterThan(10);
});
