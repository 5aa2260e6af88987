import type { Machine } from '../core/machine.ts';
import type { Secret } from '../core/secret.ts';
import type { KeychainCalls } from './keychain-calls.ts';
import { SERVICE } from './reference.ts';
import { type ProgramEnd, runProgram } from './run-program.ts';
import { refusalOf } from './secret-service-refusal.ts';
import { withSessionBus } from './session-bus.ts';
import { VaultError } from './vault.ts';

/** Seen: it cuts off what is longer, says so, and ends well. */
const MOST_BYTES = 8191;

/**
 * A Linux keyring through `secret-tool` of libsecret, in the way of the addon: same attributes, same label. It does not
 * list: it would print the secrets.
 */
export function openSecretTool(program: string, { variables }: Machine): KeychainCalls {
  const environment = { ...withSessionBus(variables), LC_ALL: 'C.UTF-8', LANGUAGE: '' };

  function run(args: readonly string[], more: { input?: Secret; dropOutput?: true } = {}): ProgramEnd {
    const end = runProgram({ program, args, environment, ...more });
    if (end.code === 'cut off') throw refusalOf('locked');
    if (end.code === 'not started') throw new VaultError('unreachable', 'secret-tool could not be started');
    return end;
  }

  /**
   * Throws when something was in the way; else there is no such item. `secret-tool` ends with 1, silent, for an item that
   * is not there and for one that stays locked.
   */
  function denyAbsent(account: string, errors: Secret): void {
    if (errors.length > 0) throw refusalOf(errors.reveal());
    // Attributes of what is found, locked or not, go to standard error; the secret goes nowhere.
    const found = run(['search', ...attributesOf(account)], { dropOutput: true });
    if (found.errors.length > 0) throw refusalOf('locked');
  }

  return {
    store(account, content) {
      if (Buffer.byteLength(content.reveal()) > MOST_BYTES)
        throw new VaultError('too-long', `secret-tool takes ${MOST_BYTES} bytes at most`);
      const label = `--label=keyring:${account}@${SERVICE}`;
      const { code, errors } = run(['store', label, ...attributesOf(account)], { input: content });
      if (code !== 0) throw refusalOf(errors.reveal());
    },
    read(account) {
      const { code, output, errors } = run(['lookup', ...attributesOf(account)]);
      if (code === 0) return output;
      denyAbsent(account, errors);
      return undefined;
    },
    remove(account) {
      const { code, errors } = run(['clear', ...attributesOf(account)]);
      if (code !== 0) denyAbsent(account, errors);
      return code === 0;
    },
  };
}

function attributesOf(account: string): readonly string[] {
  return ['service', SERVICE, 'username', account];
}
