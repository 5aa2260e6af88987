import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { Secret } from '../../src/core/secret.ts';
import { openPass } from '../../src/vaults/pass.ts';
import { accountOf } from '../../src/vaults/reference.ts';
import { prng, sample } from '../support/samples.ts';

const lacking = ['pass', 'gpg', 'gpgconf'].filter((name) => spawnSync(name, ['--version']).error);
const missing = lacking.length > 0 ? `(missing: ${lacking.join(', ')})` : '';
const ACCOUNT = 'claude-desktop/github/GITHUB_TOKEN';
const content = new Secret(JSON.stringify({ secret: sample('github-pat-classic', prng(1)), uses: [] }));

describe.skipIf(missing !== '')(`pass, the real program, with a key of its own ${missing}`, () => {
  let folder: string;
  let machine: Machine;
  const with_ = (more: Machine['variables']): Machine => ({
    ...machine,
    variables: { ...machine.variables, ...more },
  });
  const gpg = (home: string, ...args: readonly string[]) =>
    execFileSync('gpg', ['--batch', '--quiet', '--pinentry-mode', 'loopback', ...args], {
      env: { PATH: process.env['PATH'], HOME: folder, GNUPGHOME: home },
      stdio: 'pipe',
    });

  beforeAll(() => {
    // Sockets of gpg-agent lie in it, whose paths have to be short.
    folder = mkdtempSync(join(tmpdir(), 'pass-'));
    machine = {
      os: 'linux',
      home: folder,
      cwd: folder,
      variables: {
        PATH: process.env['PATH'],
        HOME: folder,
        GNUPGHOME: join(folder, 'gpg'),
        PASSWORD_STORE_DIR: join(folder, 'store'),
      },
    };
    mkdirSync(join(folder, 'gpg'), { mode: 0o700 });
    gpg(
      join(folder, 'gpg'),
      '--passphrase',
      '',
      '--quick-gen-key',
      'Open <open@example.org>',
      'default',
      'default',
      'never',
    );
    gpg(
      join(folder, 'gpg'),
      '--passphrase',
      'a phrase',
      '--quick-gen-key',
      'Shut <shut@example.org>',
      'default',
      'default',
      'never',
    );
    execFileSync('pass', ['init', 'open@example.org'], { env: machine.variables, stdio: 'pipe' });
  }, 60_000);

  afterAll(() => {
    for (const home of ['gpg', 'empty'])
      spawnSync('gpgconf', ['--kill', 'all'], {
        env: { PATH: process.env['PATH'], HOME: folder, GNUPGHOME: join(folder, home) },
      });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('an item is kept encrypted, read back as it was, replaced, listed and removed', () => {
    const vault = openPass(machine);
    expect(vault.missing()).toBeUndefined();
    expect(vault.read(ACCOUNT)).toBeUndefined();
    expect(vault.list!()).toEqual([]);
    vault.store(ACCOUNT, new Secret('something else'));
    vault.store(ACCOUNT, content);
    expect(vault.read(ACCOUNT)!.reveal()).toBe(content.reveal());
    expect(vault.list!()).toEqual([ACCOUNT]);
    const file = join(folder, 'store', 'mcp-lint', `${ACCOUNT}.gpg`);
    expect(readFileSync(file).includes(content.reveal())).toBe(false);
    expect(vault.remove(ACCOUNT)).toBe(true);
    expect(vault.remove(ACCOUNT)).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    'text without an end of line',
    'with one\n',
    'several\nlines\n\n',
    '{"secret":"ü – 🔑 \\" \\\\ $HOME `id` %s"}',
    '-n',
  ])('content comes back as it was: %j', (text) => {
    const vault = openPass(machine);
    vault.store(ACCOUNT, new Secret(text));
    expect(vault.read(ACCOUNT)!.reveal()).toBe(text);
    vault.remove(ACCOUNT);
  });

  test.each([
    ['..', '..', '..'],
    ['.', '-rf', '--'],
    ['host', '/etc/passwd', '../../x'],
    ['host', '.hidden', 'NAME.gpg'],
    ['host', 'server.gpg', '%2E%2E'],
    ['host', '$(id)', '`id`; *'],
    ['', '', ''],
    ['ünïcode', 'a b\nc', 'x'.repeat(500)],
  ])('names of a config stay in our folder: %j %j %j', (host, server, name) => {
    const vault = openPass(machine);
    const account = accountOf(host, server, name);
    vault.store(account, content);
    expect(vault.read(account)!.reveal()).toBe(content.reveal());
    expect(vault.list!()).toEqual([account]);
    expect(readdirSync(join(folder, 'store')).sort()).toEqual(['.gpg-id', 'mcp-lint']);
    expect(vault.remove(account)).toBe(true);
    expect(vault.list!()).toEqual([]);
  });

  test.each(['../../x/y', 'a/b', 'a/b/c/d', 'a//c', '/etc/passwd/x', 'a/b/c d', ''])(
    'what is no account of ours is refused: %j',
    (account) => {
      const vault = openPass(machine);
      for (const call of [vault.store, vault.read, vault.remove])
        expect(() => call(account, content)).toThrow(expect.objectContaining({ kind: 'refused' }));
    },
  );

  test('a machine without a store, a key or the program is told so, and nothing is left behind', () => {
    const none = openPass(with_({ PASSWORD_STORE_DIR: join(folder, 'nowhere') }));
    expect(none.missing()).toBe('there is no password store yet ("pass init" makes one)');
    expect(() => none.store(ACCOUNT, content)).toThrow(expect.objectContaining({ kind: 'unreachable' }));
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    expect(none.read(ACCOUNT)).toBeUndefined();
    expect(none.list!()).toEqual([]);

    mkdirSync(join(folder, 'empty'), { mode: 0o700 });
    const keyless = openPass(with_({ GNUPGHOME: join(folder, 'empty') }));
    expect(keyless.missing()).toBe('gpg has no secret key for open@example.org');
    expect(() => keyless.store(ACCOUNT, content)).toThrow(expect.objectContaining({ kind: 'refused' }));
    expect(keyless.read(ACCOUNT)).toBeUndefined();
  });

  test('a key whose passphrase nobody can be asked for: kept, but locked for reading', () => {
    const store = join(folder, 'shut');
    const variables = { ...machine.variables, PASSWORD_STORE_DIR: store };
    execFileSync('pass', ['init', 'shut@example.org'], { env: variables, stdio: 'pipe' });
    const agent = { env: { PATH: process.env['PATH'], HOME: folder, GNUPGHOME: join(folder, 'gpg') } };
    spawnSync('gpgconf', ['--kill', 'gpg-agent'], agent);
    const vault = openPass(with_({ PASSWORD_STORE_DIR: store }));
    expect(vault.missing()).toBeUndefined();
    vault.store(ACCOUNT, content);
    const error = thrownBy(() => vault.read(ACCOUNT));
    expect(error).toMatchObject({ name: 'VaultError', kind: 'locked' });
    expect(String(error)).not.toContain(content.reveal());
  });

  test('variables of servers do not reach the programs, and the programs are found without a PATH', () => {
    const script = join(folder, 'injected.sh');
    writeFileSync(script, `env > ${join(folder, 'seen')}\n`);
    const vault = openPass(
      with_({
        BASH_ENV: script,
        PASSWORD_STORE_GPG_OPTS: `--output ${join(folder, 'seen')}`,
        PATH: undefined,
      }),
    );
    vault.store(ACCOUNT, content);
    expect(vault.read(ACCOUNT)!.reveal()).toBe(content.reveal());
    expect(existsSync(join(folder, 'seen'))).toBe(false);
    vault.remove(ACCOUNT);
  });
});

test('a machine without pass says so', () => {
  const machine: Machine = { os: 'windows', home: '/nowhere', cwd: '/', variables: {} };
  expect(openPass(machine).missing()).toBe('pass is not installed');
  expect(() => openPass(machine).store(ACCOUNT, content)).toThrow(
    expect.objectContaining({ kind: 'unreachable' }),
  );
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
