import { createRequire } from 'node:module';

/** What we use of `@napi-rs/keyring`, an optional dependency: native code, not there for every system. */
export interface KeyringAddon {
  readonly Entry: new (
    service: string,
    account: string,
    options: { readonly linux: { readonly store: 'secret-service' } },
  ) => KeyringEntry;
  findCredentials(service: string): readonly { readonly account: string }[];
}

export interface KeyringEntry {
  setPassword(text: string): void;
  getPassword(): string | null;
  setSecret(bytes: Uint8Array): void;
  getSecret(): ArrayLike<number> | null;
  /** Whether there was one. */
  deletePassword(): boolean;
}

/** Nothing where it is not installed, or not for this system. Loaded on the first call: it takes some milliseconds. */
export function loadKeyringAddon(): KeyringAddon | undefined {
  try {
    return createRequire(import.meta.url)('@napi-rs/keyring');
  } catch {
    return undefined;
  }
}

/**
 * Left to itself the addon takes the keyring of the kernel where no Secret Service answers: that one forgets, and then
 * says that there never was anything.
 */
export const PINNED = { linux: { store: 'secret-service' } } as const;
