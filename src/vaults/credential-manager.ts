import { Secret } from '../core/secret.ts';
import { type KeychainCalls, unreachableFor } from './keychain-calls.ts';
import { type KeyringAddon, type KeyringEntry, loadKeyringAddon, PINNED } from './keyring-addon.ts';
import { SERVICE } from './reference.ts';
import { VaultError } from './vault.ts';

/** CRED_MAX_CREDENTIAL_BLOB_SIZE and CRED_MAX_USERNAME_LENGTH of wincred.h. */
const MOST_BYTES = 2560;
const LONGEST_ACCOUNT = 512;

/**
 * Windows Credential Manager, through the addon. Items are bytes, not the UTF-16 text that the addon makes of a password,
 * which would leave half the room. It does not list: the addon lists texts only.
 */
export function openCredentialManager(addon: KeyringAddon | undefined = loadKeyringAddon()): KeychainCalls {
  if (addon === undefined) return unreachableFor(NOT_INSTALLED);
  const ask = <T>(account: string, call: (entry: KeyringEntry) => T): T => {
    try {
      return call(new addon.Entry(SERVICE, account, PINNED));
    } catch (error) {
      throw refusalOf(error instanceof Error ? error.message : '');
    }
  };
  return {
    store(account, content) {
      const bytes = Buffer.from(content.reveal());
      if (bytes.length > MOST_BYTES)
        throw new VaultError('too-long', `Windows Credential Manager keeps ${MOST_BYTES} bytes at most`);
      if (account.length > LONGEST_ACCOUNT)
        throw new VaultError(
          'too-long',
          `names in Windows Credential Manager have ${LONGEST_ACCOUNT} characters at most`,
        );
      ask(account, (entry) => entry.setSecret(bytes));
    },
    read(account) {
      const bytes = ask(account, (entry) => entry.getSecret());
      return bytes === null ? undefined : new Secret(Buffer.from(bytes).toString('utf8'));
    },
    remove: (account) => ask(account, (entry) => entry.deletePassword()),
  };
}

const NOT_INSTALLED =
  'to ask Windows Credential Manager, the package @napi-rs/keyring must be installed beside mcp-lint (`npm install @napi-rs/keyring`)';

function refusalOf(message: string): VaultError {
  return /NO_SUCH_LOGON_SESSION|logon session/i.test(message)
    ? new VaultError('unreachable', 'this logon session, as one over SSH, has no Windows Credential Manager')
    : new VaultError('refused', 'Windows Credential Manager refused');
}
