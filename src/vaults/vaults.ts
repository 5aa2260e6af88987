import type { Machine } from '../core/machine.ts';
import { openDoppler } from './doppler.ts';
import { openKeychain } from './keychain.ts';
import { openOnePassword } from './one-password.ts';
import { openPass } from './pass.ts';
import type { Vault, VaultId } from './vault.ts';

/** A line for each vault. */
const OPENERS: Readonly<Record<VaultId, (machine: Machine) => Vault>> = {
  keychain: openKeychain,
  pass: openPass,
  '1password': openOnePassword,
  doppler: openDoppler,
};

/** The vault of this machine. Asks it nothing yet. */
export function openVault(id: VaultId, machine: Machine): Vault {
  return OPENERS[id](machine);
}
