import type { Machine } from '../core/machine.ts';
import { Secret } from '../core/secret.ts';
import { findProgram } from './find-program.ts';
import { type KeychainCalls, unreachableFor } from './keychain-calls.ts';
import { type KeyringAddon, loadKeyringAddon, PINNED } from './keyring-addon.ts';
import { SERVICE } from './reference.ts';
import { repeatedIfInterrupted } from './repeat-interrupted.ts';
import { refusalOf } from './secret-service-refusal.ts';
import { openSecretTool } from './secret-tool.ts';
import { callOverSessionBus } from './session-bus.ts';

/**
 * The keyring of a Linux desktop: GNOME Keyring, KWallet, KeePassXC. Through the addon, or, where that is not installed,
 * through `secret-tool`; each finds what the other stored.
 */
export function openSecretService(machine: Machine): KeychainCalls {
  const addon = loadKeyringAddon();
  if (addon !== undefined) return repeatedIfInterrupted(throughAddon(addon, machine));
  const program = findProgram('secret-tool', machine);
  return program === undefined
    ? unreachableFor(NOT_INSTALLED)
    : repeatedIfInterrupted(openSecretTool(program, machine));
}

const NOT_INSTALLED =
  'to ask the keyring, either the package @napi-rs/keyring beside mcp-lint (`npm install @napi-rs/keyring`) or the program secret-tool must be installed';

function throughAddon({ Entry, findCredentials }: KeyringAddon, { variables }: Machine): KeychainCalls {
  const ask = <T>(call: () => T): T => {
    try {
      return callOverSessionBus(variables, call);
    } catch (error) {
      throw refusalOf(error instanceof Error ? error.message : '');
    }
  };
  return {
    store: (account, content) => ask(() => new Entry(SERVICE, account, PINNED).setPassword(content.reveal())),
    read(account) {
      const text = ask(() => new Entry(SERVICE, account, PINNED).getPassword());
      return text === null ? undefined : new Secret(text);
    },
    remove: (account) => ask(() => new Entry(SERVICE, account, PINNED).deletePassword()),
    list: () => ask(() => findCredentials(SERVICE).map(({ account }) => account)),
  };
}
