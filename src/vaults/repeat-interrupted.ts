import type { KeychainCalls } from './keychain-calls.ts';
import { VaultError } from './vault.ts';

/**
 * The same calls, each made a second time where the first was interrupted. GNOME Keyring ends now and then when a client
 * connects (work items 190, 196 and 199 of GNOME/gnome-keyring); whoever asks next has it started again, and its user
 * asked for the password. What is stored or removed twice is as if it were once.
 */
export function repeatedIfInterrupted({ store, read, remove, list }: KeychainCalls): KeychainCalls {
  return {
    store: (account, content) => repeated(() => store(account, content)),
    read: (account) => repeated(() => read(account)),
    remove: (account) => repeated(() => remove(account)),
    ...(list && { list: () => repeated(list) }),
  };
}

function repeated<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof VaultError && error.kind === 'interrupted') return call();
    throw error;
  }
}
