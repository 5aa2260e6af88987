import type { Machine } from '../core/machine.ts';
import type { Vault, VaultId } from './vault.ts';

/** The vault of this machine. */
export function openVault(_id: VaultId, _machine: Machine): Vault {
  throw new Error('not written yet');
}
