import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import { Secret } from '../core/secret.ts';
import { findProgram } from './find-program.ts';
import { programEnvironment } from './program-environment.ts';
import { withPipe } from './real-pipe.ts';
import { type ProgramEnd, type ProgramRun, runProgram } from './run-program.ts';
import { type Vault, VaultError } from './vault.ts';

/** Vault of 1Password that items go to unless the user names one; accounts of families and companies call it otherwise. */
export const DEFAULT_VAULT = 'Private';
/** Name of the field of an item of the category API Credential that holds it. */
const FIELD = 'credential';
/** developer.1password.com/docs/cli/secret-reference-syntax, "Syntax rules": what a reference may have in its parts. */
const PLAIN = /^[A-Za-z0-9_.-](?:[A-Za-z0-9_. -]{0,98}[A-Za-z0-9_.-])?$/;
const ACCOUNT = /^[A-Za-z0-9._~%-]{1,300}(?:\/[A-Za-z0-9._~%-]{1,200}){3}$/;
const OWN_VARIABLES = /^(?:OP_\w+|(?:HTTPS?|ALL|NO)_PROXY|SSL_CERT_(?:FILE|DIR))$/i;
/** Somebody may have to find a finger. */
const SECONDS = 120;

/** Where an item is. */
interface Place {
  readonly vault: string;
  readonly title: string;
  /** `op://vault/item/field`. */
  readonly reference: string;
}

/** Whether a vault's name can stand in a reference; another can be named by its id. */
export function isVaultName(name: string): boolean {
  return PLAIN.test(name) && !name.startsWith('-');
}

/** Account of an item: its vault, and what `accountOf` gave. */
export function onePasswordAccount(vault: string, account: string): string {
  return `${encodeURIComponent(vault)}/${account}`;
}

/** What stands in a config in the place of a credential, for `op run`. Throws a VaultError. */
export function onePasswordReference(account: string): string {
  return placeOf(account).reference;
}

function placeOf(account: string): Place {
  const [vault = '', ...parts] = ACCOUNT.test(account) ? account.split('/') : [];
  const name = vault.replaceAll('%20', ' ');
  if (!isVaultName(name)) throw new VaultError('refused', 'this is no name of an item of 1Password');
  // A title may have anything in it, a reference not: `/`, `%` and `~` would end it.
  const plain = (part: string) => part.replaceAll('%', '.').replaceAll('~', '.7E');
  const title = ['mcp-lint', ...parts.map(plain)].join(' ');
  return { vault: name, title, reference: `op://${name}/${title}/${FIELD}` };
}

/**
 * 1Password, through its own program `op`, version 2. What it keeps is not ours alone: an item that is there with another
 * value is never replaced.
 */
export function openOnePassword(machine: Machine): Vault {
  const environment = programEnvironment(machine, OWN_VARIABLES);

  const run = (args: readonly string[], more: Partial<ProgramRun> = {}): ProgramEnd => {
    const program = findProgram('op', machine);
    if (!program) throw new VaultError('unreachable', 'the program op of 1Password is not installed');
    return runProgram({ program, args, environment, seconds: SECONDS, ...more });
  };

  const read = (account: string): Secret | undefined => {
    const place = placeOf(account);
    const end = run(['read', '--no-newline', place.reference]);
    if (end.code === 0) return end.output;
    const said = end.errors.reveal();
    if (/isn't an item|no item found|item not found/i.test(said)) return undefined;
    // Items of somebody else that are called as ours.
    if (/more than one item|does not have a field/i.test(said)) return new Secret('');
    throw failureOf(end, place);
  };

  return {
    id: '1password',
    title: '1Password',
    holdsEnvelopes: false,
    missing() {
      if (!findProgram('op', machine)) return 'the program op of 1Password is not installed';
      const version = run(['--version']).output.reveal();
      return /^2\./.test(version) ? undefined : 'version 2 of the program op is needed';
    },
    read,
    store(account, content) {
      const place = placeOf(account);
      const there = read(account);
      if (there?.equals(content)) return;
      if (there)
        throw new VaultError(
          'refused',
          `1Password has an item "${label(place.title)}" with another value already`,
        );
      const args = ['item', 'create', '-', '--vault', place.vault, '--format', 'json'];
      const template = new Secret(
        JSON.stringify({
          title: place.title,
          category: 'API_CREDENTIAL',
          fields: [{ id: FIELD, type: 'CONCEALED', label: FIELD, value: content.reveal() }],
        }),
      );
      const end =
        machine.os === 'windows'
          ? run(args, { input: template, dropOutput: true })
          : withPipe(template, machine, (inputFrom) => run(args, { inputFrom, dropOutput: true }));
      if (end.code !== 0) throw failureOf(end, place);
    },
    remove(account) {
      const place = placeOf(account);
      const there = read(account);
      if (there === undefined) return false;
      if (there.length === 0)
        throw new VaultError('refused', `1Password has other items called "${label(place.title)}"`);
      const end = run(['item', 'delete', place.title, '--vault', place.vault], { dropOutput: true });
      if (end.code !== 0) throw failureOf(end, place);
      return true;
    },
  };
}

/** What went wrong, in our own words. */
function failureOf({ code, errors }: ProgramEnd, { vault }: Place): VaultError {
  const said = errors.reveal();
  if (/isn't a vault/i.test(said))
    return new VaultError('refused', `1Password has no vault "${label(vault)}" that you may use`);
  if (code === 'cut off' || /sign|account|session|authoriz|prompt|client|app|token/i.test(said))
    return new VaultError('locked', '1Password is locked or not signed in: "op signin" opens it');
  return new VaultError('unreachable', 'the program op of 1Password failed');
}
