import type { Machine } from '../core/machine.ts';
import type { FileResult } from '../report.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';
import type { DestinationId } from './destination.ts';
import type { FixPlan } from './fix-plan.ts';

export interface FixRequest {
  readonly machine: Machine;
  openVault(id: VaultId): Vault;
  /** Where everything is to go; without it the best place for each. */
  readonly to?: DestinationId;
  /** Behind the colon of `--to`. */
  readonly option?: string;
  /** `safe`: only what leaves nothing to do. */
  readonly safety: 'safe' | 'all';
  /** Names of rules, servers, or `server.slot`: what is fixed; everything when empty. */
  readonly only: readonly string[];
  /** How a rewritten entry calls us: found out, through `npx`, or by the words given. */
  readonly launcher: readonly string[];
  /** Host name of the API that a broker is to send the credential to, where the catalogue has none. */
  readonly apiHost?: string;
}

/** What can be fixed and how; nothing is written. `results` are of a read that kept the bytes. */
export function planFixes(_results: readonly FileResult[], _request: FixRequest): FixPlan {
  throw new Error('not written yet');
}
