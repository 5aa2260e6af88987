import type { Machine } from '../core/machine.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';

export interface UndoOptions {
  readonly machine: Machine;
  openVault(id: VaultId): Vault;
  readonly onStep?: (step: string) => void;
}

export interface UndoOutcome {
  /** As in the journal. */
  readonly path: string;
  /** Why it was left as it is; nothing when it is as before the fix. */
  readonly failure?: string;
}

/** Undoes the last run that is not undone; nothing when there is none. Never throws. */
export function undoLast(_options: UndoOptions): readonly UndoOutcome[] | undefined {
  throw new Error('not written yet');
}
