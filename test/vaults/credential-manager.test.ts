import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { openCredentialManager } from '../../src/vaults/credential-manager.ts';
import type { KeyringAddon, KeyringEntry } from '../../src/vaults/keyring-addon.ts';
import { madeUp } from '../support/cli.ts';

const ACCOUNT = 'claude-desktop/github/TOKEN';

/** The addon as it is on Windows, as far as its sources tell: a map of bytes. */
function fakeAddon(failure?: string): KeyringAddon & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  class Entry implements KeyringEntry {
    readonly #name: string;
    constructor(service: string, account: string) {
      if (failure !== undefined) throw new Error(failure);
      this.#name = `${account}.${service}`;
    }
    setSecret(bytes: Uint8Array): void {
      kept.set(this.#name, Uint8Array.from(bytes));
    }
    getSecret(): readonly number[] | null {
      const bytes = kept.get(this.#name);
      return bytes ? [...bytes] : null;
    }
    deletePassword(): boolean {
      return kept.delete(this.#name);
    }
    setPassword(): never {
      throw new Error('UTF-16 leaves half the room');
    }
    getPassword(): never {
      throw new Error('not a text');
    }
  }
  return { kept, Entry, findCredentials: () => [] };
}

describe('Windows Credential Manager, with a stand-in for the addon', () => {
  test('keeps, gives back, replaces and removes', () => {
    const addon = fakeAddon();
    const manager = openCredentialManager(addon);
    expect(manager.read(ACCOUNT)).toBeUndefined();
    manager.store(ACCOUNT, new Secret('one'));
    manager.store(ACCOUNT, new Secret('tw\u00f6'));
    expect(manager.read(ACCOUNT)?.reveal()).toBe('tw\u00f6');
    expect([...addon.kept.keys()]).toEqual([`${ACCOUNT}.mcp-lint`]);
    expect(manager.remove(ACCOUNT)).toBe(true);
    expect(manager.remove(ACCOUNT)).toBe(false);
    expect(manager.list).toBeUndefined();
  });

  test('takes 2560 bytes and not one more', () => {
    const addon = fakeAddon();
    const manager = openCredentialManager(addon);
    const tooLong = expect.objectContaining({ name: 'VaultError', kind: 'too-long' });
    manager.store(ACCOUNT, new Secret(madeUp(2560)));
    expect(manager.read(ACCOUNT)?.reveal()).toBe(madeUp(2560));
    expect(() => manager.store(ACCOUNT, new Secret(madeUp(2561)))).toThrow(tooLong);
    expect(() => manager.store(ACCOUNT, new Secret(`\u00e4${madeUp(2559)}`))).toThrow(tooLong);
    expect(() => manager.store('a'.repeat(513), new Secret('one'))).toThrow(tooLong);
    expect(manager.read(ACCOUNT)?.reveal()).toBe(madeUp(2560));
  });

  test.each([
    ['Windows ERROR_NO_SUCH_LOGON_SESSION', 'unreachable'],
    ['anything with a text in it', 'refused'],
  ])('says in our own words: %s', (message, kind) => {
    const manager = openCredentialManager(fakeAddon(message));
    const error = expect.objectContaining({ kind, message: expect.not.stringContaining(message) });
    expect(() => manager.read(ACCOUNT)).toThrow(error);
    expect(() => manager.store(ACCOUNT, new Secret('one'))).toThrow(error);
    expect(() => manager.remove(ACCOUNT)).toThrow(error);
  });
});
