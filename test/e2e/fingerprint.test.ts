import { createHash, createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, madeUp, runCli, temporaryFolder, writeInto } from '../support/cli.ts';

const SECRET = madeUp(40, 41);
const KEY = Buffer.from(madeUp(32, 42));
const files = {
  'mcp.json': {
    mcpServers: {
      a: { command: 'x', env: { API_KEY: SECRET } },
      b: { url: 'https://mcp.example.com/mcp', headers: { Authorization: `Bearer ${SECRET}` } },
      c: { command: 'x', env: { API_KEY: madeUp(40, 43) } },
    },
  },
};

const keyFile = (key: string | Buffer, name = 'key') => writeInto(temporaryFolder(), name, key, 0o600);

async function findingsOf(args: readonly string[], cwd = folderOf(files)) {
  const { stdout } = await runCli(['--format', 'json', ...args, 'mcp.json'], { cwd });
  const { findings } = JSON.parse(stdout) as {
    findings: { server: string; rule: string; credential?: { fingerprint?: string } }[];
  };
  return findings.filter(({ rule }) => rule === 'inline-credential');
}

async function fingerprintsOf(args: readonly string[], cwd?: string) {
  return (await findingsOf(args, cwd)).map(({ credential }) => credential?.fingerprint);
}

test('the same for the same credential, in other runs, files and folders as well', async () => {
  const [a, b, c] = await fingerprintsOf(['--fingerprint-key-file', keyFile(KEY)]);
  expect(a).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(b).toBe(a);
  expect(c).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(c).not.toBe(a);
  expect(await fingerprintsOf(['--fingerprint-key-file', keyFile(KEY, 'elsewhere')])).toEqual([a, b, c]);
  const other = folderOf({ 'mcp.json': { mcpServers: { z: { command: 'y', args: ['--token', SECRET] } } } });
  expect(await fingerprintsOf(['--fingerprint-key-file', keyFile(KEY)], other)).toEqual([a]);
});

test('another one with another key, and none without', async () => {
  const [first] = await fingerprintsOf(['--fingerprint-key-file', keyFile(KEY)]);
  const [second] = await fingerprintsOf(['--fingerprint-key-file', keyFile(madeUp(32, 44))]);
  // Every byte counts, a line feed as well.
  const [third] = await fingerprintsOf(['--fingerprint-key-file', keyFile(`${KEY}\n`)]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(await fingerprintsOf([])).toEqual([undefined, undefined, undefined]);
  const { stdout } = await runCli(['--format', 'sarif', 'mcp.json'], { cwd: folderOf(files) });
  expect(stdout).not.toContain('credentialFingerprint');
});

test('no hash that can be made without the key, or that another program makes with it', async () => {
  const [fingerprint] = await fingerprintsOf(['--fingerprint-key-file', keyFile(KEY)]);
  const others = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => [
    createHash(algorithm).update(SECRET).digest('base64url'),
    createHmac(algorithm, KEY).update(SECRET).digest('base64url'),
  ]);
  expect(others.filter((other) => other.startsWith(fingerprint!))).toEqual([]);
});

test('SARIF has it in the properties of each result with a credential', async () => {
  const args = ['--fingerprint-key-file', keyFile(KEY)];
  const [json] = await fingerprintsOf(args);
  const { stdout } = await runCli(['--format', 'sarif', ...args, 'mcp.json'], { cwd: folderOf(files) });
  const results = JSON.parse(stdout).runs[0].results as {
    ruleId: string;
    properties: { credentialFingerprint?: string };
  }[];
  const [sarif] = results.filter(({ ruleId }) => ruleId === 'inline-credential');
  expect(sarif!.properties.credentialFingerprint).toBe(json);
});

describe('a key file that is none', () => {
  const SHORT = 'fifteen bytes!!';

  test.each<[string, () => string, RegExp]>([
    ['too short', () => keyFile(SHORT), /fewer than 16 bytes/],
    ['empty', () => keyFile(''), /fewer than 16 bytes/],
    ['far too long', () => keyFile(Buffer.alloc(70_000, 'k')), /more than 65536 bytes/],
    ['missing', () => join(temporaryFolder(), 'none'), /cannot be read/],
    [
      'a folder',
      () => {
        const folder = join(temporaryFolder(), 'folder');
        mkdirSync(folder);
        return folder;
      },
      /cannot be read/,
    ],
  ])('%s: exit code 2 and nothing linted', async (_what, file, message) => {
    const run = await runCli(['--fingerprint-key-file', file(), 'mcp.json'], { cwd: folderOf(files) });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toContain(SHORT);
  });

  test('not named', async () => {
    const run = await runCli(['mcp.json', '--fingerprint-key-file'], { cwd: folderOf(files) });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('needs a value')]);
  });
});

test.each(['pretty', 'json', 'sarif', 'github'])('%s never shows the key', async (format) => {
  const args = ['--debug', '--format', format, '--fingerprint-key-file', keyFile(KEY)];
  const { stdout, stderr } = await runCli([...args, 'mcp.json'], { cwd: folderOf(files) });
  const shown = stdout + stderr;
  for (const text of [KEY.toString(), KEY.toString('base64').slice(0, 20), KEY.toString('hex'), SECRET])
    expect(shown.includes(text)).toBe(false);
});
