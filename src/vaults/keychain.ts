import type { OperatingSystem } from '../core/host.ts';
import type { Machine } from '../core/machine.ts';
import { openCredentialManager } from './credential-manager.ts';
import { type KeychainCalls, whyUnreadable } from './keychain-calls.ts';
import { openMacosKeychain } from './macos-keychain.ts';
import { openSecretService } from './secret-service.ts';
import type { Vault } from './vault.ts';

interface Keychain {
  readonly title: string;
  open(machine: Machine): KeychainCalls;
}

const KEYCHAINS: Readonly<Record<OperatingSystem, Keychain>> = {
  macos: { title: 'macOS Keychain', open: (machine) => openMacosKeychain(machine) },
  linux: { title: 'Secret Service', open: openSecretService },
  windows: { title: 'Windows Credential Manager', open: () => openCredentialManager() },
};

/** What the system keeps passwords in. */
export function openKeychain(machine: Machine): Vault {
  const { title, open } = KEYCHAINS[machine.os];
  const calls = open(machine);
  return { id: 'keychain', title, holdsEnvelopes: true, missing: () => whyUnreadable(calls), ...calls };
}
