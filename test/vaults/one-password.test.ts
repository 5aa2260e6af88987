import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { Secret } from '../../src/core/secret.ts';
import {
  isVaultName,
  onePasswordAccount,
  onePasswordReference,
  openOnePassword,
} from '../../src/vaults/one-password.ts';
import { accountOf } from '../../src/vaults/reference.ts';
import { installPrograms } from '../support/programs/install.ts';
import { prng, sample } from '../support/samples.ts';

// The real program needs an account: a stand-in says what the documentation and the real one were seen to say.
describe('1Password, with a stand-in for op', () => {
  let folder: string;
  let machine: Machine;
  const ACCOUNT = onePasswordAccount('Private', 'claude-desktop/github/GITHUB_TOKEN');
  const secret = new Secret(sample('github-pat-classic', prng(2)));
  const items = () => JSON.parse(readFileSync(join(folder, 'items'), 'utf8'));
  const put = (list: readonly object[]) => writeFileSync(join(folder, 'items'), JSON.stringify(list));
  const vaultWith = (more: Machine['variables'] = {}) =>
    openOnePassword({ ...machine, variables: { ...machine.variables, ...more } });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'op-'));
    const PATH = installPrograms(folder, 'op');
    machine = {
      os: 'linux',
      home: folder,
      cwd: folder,
      variables: { PATH, HOME: folder, OP_FAKE_ITEMS: join(folder, 'items') },
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('an item is made from a template in a pipe, read by its reference, and removed', () => {
    const vault = vaultWith();
    expect(vault.missing()).toBeUndefined();
    expect(vault.read(ACCOUNT)).toBeUndefined();
    vault.store(ACCOUNT, secret);
    expect(items()).toEqual([
      {
        title: 'mcp-lint claude-desktop github GITHUB_TOKEN',
        category: 'API_CREDENTIAL',
        vault: 'Private',
        fields: [{ id: 'credential', type: 'CONCEALED', label: 'credential', value: secret.reveal() }],
      },
    ]);
    expect(onePasswordReference(ACCOUNT)).toBe(
      'op://Private/mcp-lint claude-desktop github GITHUB_TOKEN/credential',
    );
    expect(vault.read(ACCOUNT)!.reveal()).toBe(secret.reveal());
    expect(vault.remove(ACCOUNT)).toBe(true);
    expect(vault.remove(ACCOUNT)).toBe(false);
    expect(items()).toEqual([]);
  });

  test('values come back as they were', () => {
    const vault = vaultWith();
    for (const [index, text] of ['line\n', 'a\nb', 'ü 🔑 "\\', `${'x'.repeat(60_000)}`].entries()) {
      const account = onePasswordAccount('My Vault', accountOf('host', 'server', `N${index}`));
      vault.store(account, new Secret(text));
      expect(vault.read(account)!.reveal()).toBe(text);
    }
  });

  test('the same value again is no second item, and another value is never written over it', () => {
    const vault = vaultWith();
    vault.store(ACCOUNT, secret);
    vault.store(ACCOUNT, secret);
    expect(items()).toHaveLength(1);
    expect(() => vault.store(ACCOUNT, new Secret('another'))).toThrow(
      expect.objectContaining({
        kind: 'refused',
        message:
          '1Password has an item "mcp-lint claude-desktop github GITHUB_TOKEN" with another value already',
      }),
    );
    expect(vault.read(ACCOUNT)!.reveal()).toBe(secret.reveal());
  });

  test('what is longer than a pipe takes is refused, and no pipe stays behind', () => {
    expect(() => vaultWith().store(ACCOUNT, new Secret('x'.repeat(1 << 20)))).toThrow(
      expect.objectContaining({ kind: 'too-long' }),
    );
    expect(existsSync(join(folder, 'items'))).toBe(false);
  });

  test.each([
    ['signed out', { OP_FAKE_STATE: 'signed out' }, ACCOUNT, 'locked'],
    ['no such vault', {}, onePasswordAccount('Work', 'h/s/N'), 'refused'],
  ])('%s', (_, variables, account, kind) => {
    const vault = vaultWith(variables);
    for (const call of [vault.read, vault.store, vault.remove])
      expect(() => call(account, secret)).toThrow(expect.objectContaining({ name: 'VaultError', kind }));
  });

  test('items of somebody else with our title are left alone', () => {
    const title = 'mcp-lint claude-desktop github GITHUB_TOKEN';
    const field = { id: 'credential', label: 'credential', value: secret.reveal() };
    const lists = [
      [{ title, vault: 'Private', fields: [] }],
      [1, 2].map(() => ({ title, vault: 'Private', fields: [field] })),
    ];
    for (const list of lists) {
      put(list);
      const vault = vaultWith();
      expect(vault.read(ACCOUNT)!.length).toBe(0);
      for (const call of [vault.store, vault.remove])
        expect(() => call(ACCOUNT, secret)).toThrow(expect.objectContaining({ kind: 'refused' }));
      expect(items()).toEqual(list);
    }
  });

  test('without the program, or with its first version, it is missing', () => {
    const none = vaultWith({ PATH: '/nowhere' });
    expect(none.missing()).toBe('the program op of 1Password is not installed');
    expect(() => none.read(ACCOUNT)).toThrow(expect.objectContaining({ kind: 'unreachable' }));
    expect(vaultWith({ OP_FAKE_VERSION: '1.14.1' }).missing()).toBe('version 2 of the program op is needed');
  });

  test('any name of a config makes a reference that op takes', () => {
    const vault = vaultWith();
    for (const [host, server, name] of [
      ['claude-desktop', 'io.github/x y', 'A~B'],
      ['..', '/', 'x'.repeat(300)],
      ['', 'ünï', '"$(id)"'],
    ] as const) {
      const account = onePasswordAccount('My Vault', accountOf(host, server, name));
      expect(onePasswordReference(account)).toMatch(/^op:\/\/My Vault\/mcp-lint [\w. -]+\/credential$/);
      vault.store(account, secret);
      expect(vault.read(account)!.equals(secret)).toBe(true);
      expect(vault.remove(account)).toBe(true);
    }
  });

  test.each(['h/s/N', 'Private/h/s', '--help/h/s/N', 'A%2FB/h/s/N', 'a/b/c/d/e', ''])(
    'what is no account is refused: %j',
    (account) => {
      expect(() => vaultWith().read(account)).toThrow(expect.objectContaining({ kind: 'refused' }));
    },
  );
});

test.each([
  ['Private', true],
  ['My Vault', true],
  ['abcdefghijklmnopqrstuvwxyz', true],
  ['', false],
  [' x', false],
  ['-x', false],
  ['a/b', false],
  ['Ünï', false],
])('a vault %j can be named in a reference: %j', (name, fits) => {
  expect(isVaultName(name)).toBe(fits);
});
