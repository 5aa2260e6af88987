import type { Machine } from '../core/machine.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';
import type { FilePlan, FixPlan } from './fix-plan.ts';

export interface ApplyOptions {
  readonly machine: Machine;
  openVault(id: VaultId): Vault;
  /** Whether what a file would read like afterwards is right: parses, and has none of the moved credentials. */
  accepts(file: FilePlan, text: Buffer): boolean;
  /** Told the name of every step before it is done. */
  readonly onStep?: (step: string) => void;
}

export interface FileOutcome {
  readonly file: FilePlan;
  /** Why the file was left as it was, one sentence of our own; nothing when it was fixed. */
  readonly failure?: string;
  /** It changed since it was read: worth another plan. */
  readonly changed?: boolean;
}

/** Each file by itself: either it is fixed and its credentials are in their vaults, or it is as it was. Never throws. */
export function applyPlan(_plan: FixPlan, _options: ApplyOptions): readonly FileOutcome[] {
  throw new Error('not written yet');
}
