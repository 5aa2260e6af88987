import { type Vault, VaultError } from './vault.ts';

/** What the keychain of a system does; the rest of a vault is the same for all of them. */
export type KeychainCalls = Pick<Vault, 'store' | 'read' | 'remove' | 'list'>;

/** A keychain that is not there: every call says why. */
export function unreachableFor(reason: string): KeychainCalls {
  const refuse = (): never => {
    throw new VaultError('unreachable', reason);
  };
  return { store: refuse, read: refuse, remove: refuse };
}

/** Why a keychain cannot be asked; nothing when it can. A locked one is not unlocked for that. */
export function whyUnreadable(calls: KeychainCalls): string | undefined {
  try {
    // No item has this name.
    calls.read('none');
    return undefined;
  } catch (error) {
    if (error instanceof VaultError) return error.message;
    throw error;
  }
}
