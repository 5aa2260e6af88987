import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';
import { takeLock } from './lock.ts';
import { makeStateFolder, stateFolder } from './state-folder.ts';
import { Failure } from './transaction-failure.ts';
import { Journals } from './transaction-journals.ts';
import { settlePending } from './transaction-settle.ts';

/** What a transaction needs from outside. */
export interface TransactionOptions {
  readonly machine: Machine;
  openVault(id: VaultId): Vault;
  /** Told the name of every step before it is done. */
  readonly onStep?: (step: string) => void;
  /** Told what a user should know besides outcomes, as one sentence: what an interrupted run has left. */
  readonly onNotice?: (sentence: string) => void;
}

/** What a transaction works with while it has the state folder for itself. */
export interface Run {
  readonly journals: Journals;
  vault(id: VaultId): Vault;
  step(name: string): void;
  tell(sentence: string): void;
}

/** Does `work` while no other process changes configs, after what interrupted runs have left is settled. */
export function inTransaction<T>(options: TransactionOptions, work: (run: Run) => T): T {
  const step = (name: string) => options.onStep?.(name);
  step('lock');
  const { machine } = options;
  const folder = usable(machine, () => makeStateFolder(machine));
  const unlock = usable(machine, () => takeLock(folder));
  try {
    const journals = new Journals(folder, step);
    usable(machine, () => journals.tidy());
    const vaults = new Map<VaultId, Vault>();
    const run: Run = {
      journals,
      vault(id) {
        const vault = vaults.get(id) ?? options.openVault(id);
        vaults.set(id, vault);
        return vault;
      },
      step,
      tell: (sentence) => options.onNotice?.(sentence),
    };
    settlePending(run);
    return work(run);
  } finally {
    unlock();
  }
}

/** What the system says of the state folder is not to be taken for what it says of a config. */
function usable<T>(machine: Machine, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`The state folder of mcp-lint cannot be used: ${label(stateFolder(machine))}.`);
  }
}
