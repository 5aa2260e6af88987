import type { Secret } from '../core/secret.ts';

export type VaultId = 'keychain' | 'pass' | '1password' | 'doppler';

/** Where credentials are kept. All calls are synchronous: the launcher has nothing else to do meanwhile. */
export interface Vault {
  readonly id: VaultId;
  /** As its users call it, with the kind of this machine where that matters: `Secret Service`. */
  readonly title: string;
  /**
   * Its items are ours: they hold an envelope with the credential, its spelling and its uses (`envelope.ts`). The others
   * hold the bare credential, since the vault's own program hands it to the server.
   */
  readonly holdsEnvelopes: boolean;
  /** Why it cannot be used here and now, as a clause without a full stop; nothing when it can. May start programs. */
  missing(): string | undefined;
  /** Keeps `content` under `account`, in place of what was there. Throws a VaultError. */
  store(account: string, content: Secret): void;
  /** What is kept under `account`; nothing when there is no such item. Throws a VaultError. */
  read(account: string): Secret | undefined;
  /** Whether there was such an item. Throws a VaultError. */
  remove(account: string): boolean;
  /**
   * Accounts of all items of ours. Not there where a vault cannot tell them without telling what they hold. Throws a
   * VaultError.
   */
  list?(): readonly string[];
}

/**
 * `message`: a clause without a full stop, as `missing` gives. Our own words: messages of keychains may quote what they
 * were given.
 */
export class VaultError extends Error {
  readonly kind: 'locked' | 'unreachable' | 'interrupted' | 'refused' | 'too-long' | 'damaged';

  constructor(kind: VaultError['kind'], message: string) {
    super(message);
    this.name = 'VaultError';
    this.kind = kind;
  }

  /** The message as a sentence of its own. */
  get sentence(): string {
    return `${this.message.slice(0, 1).toUpperCase()}${this.message.slice(1)}.`;
  }
}
