import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import type { Secret } from '../core/secret.ts';
import { findProgram } from './find-program.ts';
import { programEnvironment } from './program-environment.ts';
import { SERVICE } from './reference.ts';
import { type ProgramEnd, type ProgramRun, runProgram } from './run-program.ts';
import { type Vault, VaultError } from './vault.ts';

/** Accounts that are of our making: three parts, percent-encoded, as `accountOf` gives them. */
const ACCOUNT = /^[A-Za-z0-9._~%-]{1,200}(?:\/[A-Za-z0-9._~%-]{1,200}){2}$/;
/** Where `pass` and `gpg` are on machines whose hosts start servers with a short PATH. */
const FOLDERS = ['/usr/bin', '/bin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/local/bin'];
const OWN_VARIABLES =
  /^(?:PASSWORD_STORE_(?:DIR|KEY|UMASK)|GNUPGHOME|GPG_TTY|GPG_AGENT_INFO|PINENTRY_USER_DATA)$/;
/** Somebody may have to type a passphrase. */
const SECONDS = 120;

/** The password store of https://www.passwordstore.org, in its folder `mcp-lint`. */
export function openPass(user: Machine): Vault {
  const path = [user.variables['PATH'], ...FOLDERS].filter(Boolean).join(delimiter);
  const machine: Machine = { ...user, variables: { ...user.variables, PATH: path } };
  const { variables, home } = machine;
  const environment = programEnvironment(machine, OWN_VARIABLES);
  const store = variables['PASSWORD_STORE_DIR'] || join(home, '.password-store');

  const run = (name: 'pass' | 'gpg', args: readonly string[], more: Partial<ProgramRun> = {}): ProgramEnd => {
    const program = findProgram(name, machine);
    if (!program) throw new VaultError('unreachable', `the program ${name} is not installed`);
    return runProgram({ program, args, environment, seconds: SECONDS, ...more });
  };
  const keeps = (entry: string) => existsSync(join(store, `${entry}.gpg`));

  return {
    id: 'pass',
    title: 'pass',
    holdsEnvelopes: true,
    missing() {
      for (const name of ['pass', 'gpg']) if (!findProgram(name, machine)) return `${name} is not installed`;
      const keys = keysOf(store, variables['PASSWORD_STORE_KEY']);
      if (keys.length === 0) return 'there is no password store yet ("pass init" makes one)';
      const has = (key: string) =>
        run('gpg', ['--batch', '--list-secret-keys', '--', key], { dropOutput: true }).code === 0;
      return keys.some(has) ? undefined : `gpg has no secret key for ${label(keys[0]!)}`;
    },
    store(account, content) {
      const entry = entryOf(account);
      // Without a store, `pass insert` fails but leaves empty folders behind.
      if (keysOf(store, variables['PASSWORD_STORE_KEY']).length === 0)
        throw new VaultError('unreachable', 'there is no password store yet: "pass init" makes one');
      const { code } = run('pass', ['insert', '--multiline', '--force', entry], {
        input: content,
        dropOutput: true,
      });
      if (code !== 0)
        throw new VaultError('refused', 'pass did not keep the item: gpg could not encrypt it for its key');
    },
    read(account): Secret | undefined {
      const entry = entryOf(account);
      if (!keeps(entry)) return undefined;
      const { code, output } = run('pass', ['show', entry]);
      if (code === 0) return output;
      throw new VaultError(
        'locked',
        'gpg did not decrypt the item of pass: its key is not there, or nobody gave the passphrase',
      );
    },
    remove(account) {
      const entry = entryOf(account);
      if (!keeps(entry)) return false;
      const { code } = run('pass', ['rm', '--force', entry], { dropOutput: true });
      if (code !== 0) throw new VaultError('refused', 'pass did not remove the item');
      return true;
    },
    list: () => itemsBelow(join(store, SERVICE), 3).map((names) => names.map(partOf).join('/')),
  };
}

/** Names of the keys that a store encrypts for, as `pass` finds them; empty when there is no store. */
function keysOf(store: string, fromEnvironment: string | undefined): readonly string[] {
  if (fromEnvironment) return fromEnvironment.split(/\s+/).filter(Boolean);
  const file = [join(store, SERVICE, '.gpg-id'), join(store, '.gpg-id')].find((path) => existsSync(path));
  const lines = file ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
}

/** Name of an item in the store. A leading dot would leave the folder (`..`) or hide the item. */
function entryOf(account: string): string {
  if (!ACCOUNT.test(account)) throw new VaultError('refused', 'this is no name of an item of mcp-lint');
  return [SERVICE, ...account.split('/').map((part) => part.replace(/^\./, '%2e'))].join('/');
}

/** What `entryOf` made of a part, undone: accounts are encoded with capital letters. */
function partOf(name: string): string {
  return name.replace(/^%2e/, '.');
}

/** Names of folders and item, from the outside, of all items that lie exactly so many names deep. */
function itemsBelow(folder: string, depth: number): readonly (readonly string[])[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (depth === 1) return entry.name.endsWith('.gpg') ? [[entry.name.slice(0, -'.gpg'.length)]] : [];
      if (!entry.isDirectory()) return [];
      return itemsBelow(join(folder, entry.name), depth - 1).map((names) => [entry.name, ...names]);
    });
}
