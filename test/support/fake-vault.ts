import { Secret } from '../../src/core/secret.ts';
import { type Vault, VaultError, type VaultId } from '../../src/vaults/vault.ts';

/** A vault in memory. Its switches may be changed between two calls. */
export interface FakeVault extends Vault {
  /** What it keeps, by account, opened. */
  readonly kept: Map<string, string>;
  /** Every call that was made, in order: `store ACCOUNT`, `read ACCOUNT`, `remove ACCOUNT`. */
  readonly calls: string[];
  /** Every call throws, as a keychain does that nobody unlocks. */
  locked: boolean;
  /** The next stores throw: all of them, or those from the given one on (1 is the first store of this vault). */
  storesFailFrom: number;
  /** What it was given is kept, but reading gives something else. */
  lies: boolean;
  /** `store` returns as if all were well and keeps nothing. */
  forgets: boolean;
  /** Clause that `missing` gives. */
  absent: string | undefined;
}

/** A vault in memory that works until one of its switches is set. */
export function fakeVault(id: VaultId = 'keychain', switches: Partial<FakeVault> = {}): FakeVault {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  let stores = 0;
  const begin = (call: string) => {
    calls.push(call);
    if (vault.locked) throw new VaultError('locked', 'the fake vault is locked');
  };
  const vault: FakeVault = {
    id,
    title: 'Fake Vault',
    holdsEnvelopes: id === 'keychain' || id === 'pass',
    kept,
    calls,
    locked: false,
    storesFailFrom: Number.POSITIVE_INFINITY,
    lies: false,
    forgets: false,
    absent: undefined,
    missing: () => vault.absent,
    store(account, content) {
      begin(`store ${account}`);
      stores += 1;
      if (stores >= vault.storesFailFrom)
        throw new VaultError('refused', 'the fake vault did not keep the item');
      if (!vault.forgets) kept.set(account, content.reveal());
    },
    read(account) {
      begin(`read ${account}`);
      const text = kept.get(account);
      return text === undefined ? undefined : new Secret(vault.lies ? `${text}.` : text);
    },
    remove(account) {
      begin(`remove ${account}`);
      return kept.delete(account);
    },
    list: () => [...kept.keys()],
    ...switches,
  };
  return vault;
}
