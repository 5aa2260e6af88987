import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Secret } from '../../src/core/secret.ts';
import type { Vault } from '../../src/vaults/vault.ts';

/** For tests alone: a vault that outlives its process, as a plain file. */
export function fileVault(path: string): Vault {
  const write = (kept: Record<string, string>) => {
    writeFileSync(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    id: 'keychain',
    title: 'File Vault',
    holdsEnvelopes: true,
    missing: () => undefined,
    store: (account, content) => write({ ...keptIn(path), [account]: content.reveal() }),
    read(account) {
      const text = keptIn(path)[account];
      return text === undefined ? undefined : new Secret(text);
    },
    remove(account) {
      const { [account]: gone, ...others } = keptIn(path);
      write(others);
      return gone !== undefined;
    },
  };
}

/** What a file vault keeps, by account. */
export function keptIn(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
