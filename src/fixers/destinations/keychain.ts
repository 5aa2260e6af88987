import { formatReference } from '../../vaults/reference.ts';
import type { Destination } from '../destination.ts';
import { launcherLength } from '../our-launcher.ts';
import { declinesByLauncher, type LauncherForm, rewriteByLauncher } from './by-launcher.ts';

/** `mcp-lint exec -- command`, which puts values of a vault of ours in the place of whole variables and arguments. */
export function ownLauncher(vault: 'keychain' | 'pass'): LauncherForm {
  return {
    vault,
    words: ({ launcher }) => [...launcher, 'exec', '--'],
    ownWords: launcherLength,
    reference: (account) => formatReference({ vault, account }),
    resolvesArguments: true,
    bindsUses: true,
  };
}

const FORM = ownLauncher('keychain');

/** The keychain of the system, for servers that the host starts. */
export const keychain: Destination = {
  id: 'keychain',
  title: 'keychain',
  safety: 'safe',
  vault: 'keychain',
  automatic: true,
  why: 'The keychain of the system keeps the value, and mcp-lint hands it to this server when the host starts it.',
  declines: (credential, entry) => declinesByLauncher(FORM, credential, entry),
  rewrite: (entry, credentials, tools) => rewriteByLauncher(FORM, entry, credentials, tools),
};
