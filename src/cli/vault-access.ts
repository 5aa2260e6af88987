import type { Machine } from '../core/machine.ts';
import { type Vault, VaultError, type VaultId } from '../vaults/vault.ts';
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

/** What a vault says of an error, one sentence; nothing when it is no error of a vault. */
export function vaultProblem(error: unknown): string | undefined {
  if (!(error instanceof VaultError)) return undefined;
  const clause = error.message.replace(/\.$/, '');
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
}
