import type { Machine } from '../core/machine.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';
import { openVault } from '../vaults/vaults.ts';

/** Opens vaults of a machine, each once: some of them start programs. */
export function vaultsOf(machine: Machine): (id: VaultId) => Vault {
  const opened = new Map<VaultId, Vault>();
  return (id) => {
    const vault = opened.get(id) ?? openVault(id, machine);
    opened.set(id, vault);
    return vault;
  };
}
