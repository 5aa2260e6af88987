import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { Secret } from '../../src/core/secret.ts';
import { openMacosKeychain } from '../../src/vaults/macos-keychain.ts';
import { cleanEnvironment, madeUp, temporaryFolder } from '../support/cli.ts';
import { type FakeSecurity, fakeSecurity } from '../support/fake-security.ts';

const ACCOUNT = 'claude-desktop/my%20server/API_KEY';

const open = ({ program }: Pick<FakeSecurity, 'program'>) => {
  const machine: Machine = { os: 'macos', home: '/Users/me', cwd: '/', variables: cleanEnvironment() };
  return openMacosKeychain(machine, program);
};

describe('the macOS Keychain, with a stand-in for its program', () => {
  test('keeps, gives back, replaces and removes', () => {
    const keychain = open(fakeSecurity());
    expect(keychain.read(ACCOUNT)).toBeUndefined();
    expect(keychain.remove(ACCOUNT)).toBe(false);
    keychain.store(ACCOUNT, new Secret('one'));
    keychain.store(`${ACCOUNT}S`, new Secret('another'));
    expect(keychain.read(ACCOUNT)?.reveal()).toBe('one');
    keychain.store(ACCOUNT, new Secret('two'));
    expect(keychain.read(ACCOUNT)?.reveal()).toBe('two');
    expect(keychain.remove(ACCOUNT)).toBe(true);
    expect(keychain.read(ACCOUNT)).toBeUndefined();
    expect(keychain.read(`${ACCOUNT}S`)?.reveal()).toBe('another');
  });

  test.each([
    ['quotes and line ends', 'a "b" \'c\' \\ \r\n\t$x`y` '],
    ['other scripts', 'n\u00e4\u4e2d\u{1f511}'],
    ['NUL', 'a\0b'],
    ['nothing', ''],
    ['as much as fits', madeUp(2950)],
  ])('keeps a text of %s', (_, text) => {
    const keychain = open(fakeSecurity());
    keychain.store(ACCOUNT, new Secret(text));
    expect(keychain.read(ACCOUNT)?.reveal()).toBe(text);
  });

  test('refuses what would not fit in a line, and leaves what was there', () => {
    const security = fakeSecurity();
    const keychain = open(security);
    keychain.store(ACCOUNT, new Secret('one'));
    for (const length of [3100, 5000])
      expect(() => keychain.store(ACCOUNT, new Secret(madeUp(length)))).toThrow(
        expect.objectContaining({ kind: 'too-long' }),
      );
    expect(keychain.read(ACCOUNT)?.reveal()).toBe('one');
  });

  test('keeps a text of any length that it takes', () => {
    const keychain = open(fakeSecurity());
    for (let length = 2940; length < 3100; length += 7) {
      try {
        keychain.store(ACCOUNT, new Secret(madeUp(length, length)));
      } catch {
        break;
      }
      expect(keychain.read(ACCOUNT)?.reveal()).toBe(madeUp(length, length));
    }
  });

  test('shows the text to no list of processes', () => {
    const security = fakeSecurity();
    const keychain = open(security);
    const text = madeUp(40);
    keychain.store(ACCOUNT, new Secret(text));
    keychain.read(ACCOUNT);
    keychain.remove(ACCOUNT);
    const seen = readFileSync(security.log, 'utf8');
    expect(seen).toContain(ACCOUNT);
    for (const form of ['utf8', 'base64', 'hex'] as const)
      expect(seen).not.toContain(Buffer.from(text).toString(form));
  });

  test.each([
    [36, 'locked'],
    [51, 'locked'],
    [128, 'locked'],
    [37, 'unreachable'],
    [50, 'unreachable'],
    [53, 'unreachable'],
    [1, 'refused'],
    [45, 'refused'],
  ])('that ends with %i is %s', (code, kind) => {
    const security = fakeSecurity();
    const keychain = open(security);
    keychain.store(ACCOUNT, new Secret('one'));
    security.failWith(code);
    const error = expect.objectContaining({ name: 'VaultError', kind });
    expect(() => keychain.store(ACCOUNT, new Secret('two'))).toThrow(error);
    expect(() => keychain.read(ACCOUNT)).toThrow(error);
    expect(() => keychain.remove(ACCOUNT)).toThrow(error);
  });

  test('whose program is not there cannot be reached', () => {
    const keychain = open({ program: `${temporaryFolder()}/security` });
    expect(() => keychain.read(ACCOUNT)).toThrow(expect.objectContaining({ kind: 'unreachable' }));
  });

  test.each(['a b', 'a"b', 'a\nlock-keychain', '', "a'", 'a\\b', '\u00e4'])(
    'takes no account %j',
    (account) => {
      const security = fakeSecurity();
      const keychain = open(security);
      const refused = expect.objectContaining({ kind: 'refused' });
      expect(() => keychain.store(account, new Secret('one'))).toThrow(refused);
      expect(() => keychain.read(account)).toThrow(refused);
      expect(readFileSync(security.log, 'utf8')).toBe('');
    },
  );
});
