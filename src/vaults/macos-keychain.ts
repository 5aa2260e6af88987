import type { Machine } from '../core/machine.ts';
import { Secret } from '../core/secret.ts';
import type { KeychainCalls } from './keychain-calls.ts';
import { SERVICE } from './reference.ts';
import { type ProgramEnd, runProgram } from './run-program.ts';
import { VaultError } from './vault.ts';

/** MAX_LINE_LEN of `security -i` (SecurityTool/macOS/security.c), with the NUL at its end. */
const LONGEST_LINE = 4095;

/**
 * The login keychain, through `security`, which is then the program that macOS trusts with the item: without a dialog,
 * whichever Node.js asks. Items are base64, which `security` prints as it is and which needs no quotes. It does not list.
 */
export function openMacosKeychain(
  { variables }: Machine,
  program: string = '/usr/bin/security',
): KeychainCalls {
  const run = (args: readonly string[], input?: Secret): ProgramEnd =>
    runProgram({ program, args, environment: variables, ...(input && { input }) });
  return {
    store(account, content) {
      const text = Buffer.from(content.reveal()).toString('base64');
      const line = `add-generic-password -U ${attributesOf(account).join(' ')} -w "${text}"\n`;
      if (line.length > LONGEST_LINE)
        throw new VaultError('too-long', 'the macOS Keychain takes about 2900 bytes at most from mcp-lint');
      const { code } = run(['-i'], new Secret(line));
      if (code !== 0) throw refusalOf(code);
    },
    read(account) {
      const { code, output } = run(['find-generic-password', ...attributesOf(account), '-w']);
      if (code === NOT_FOUND) return undefined;
      if (code !== 0) throw refusalOf(code);
      return new Secret(Buffer.from(output.reveal(), 'base64').toString('utf8'));
    },
    remove(account) {
      // What it says on standard output are the attributes of the item.
      const { code } = run(['delete-generic-password', ...attributesOf(account)]);
      if (code !== 0 && code !== NOT_FOUND) throw refusalOf(code);
      return code === 0;
    },
  };
}

/** Exit codes of `security` are the last byte of an OSStatus: of -25300, errSecItemNotFound. */
const NOT_FOUND = 44;
const LOCKED: readonly ProgramEnd['code'][] = [
  36, // -25308, errSecInteractionNotAllowed: over SSH, or in a daemon
  51, // -25293, errSecAuthFailed
  128, // -128, userCanceledErr
  'cut off',
];
const NO_KEYCHAIN: readonly ProgramEnd['code'][] = [
  37, // -25307, errSecNoDefaultKeychain
  50, // -25294, errSecNoSuchKeychain
  53, // -25291, errSecNotAvailable
  'not started',
];

function refusalOf(code: ProgramEnd['code']): VaultError {
  if (LOCKED.includes(code))
    return new VaultError(
      'locked',
      'the macOS Keychain is locked, and nobody unlocked it (over SSH: `security unlock-keychain`)',
    );
  if (NO_KEYCHAIN.includes(code)) return new VaultError('unreachable', 'there is no macOS Keychain to ask');
  return new VaultError('refused', 'the macOS Keychain refused');
}

/** Names of ours need no quotes; another one could say anything to `security -i`. */
function attributesOf(account: string): readonly string[] {
  if (!/^[A-Za-z0-9._~%/-]+$/.test(account))
    throw new VaultError('refused', 'that is no name of an item of mcp-lint');
  return ['-s', SERVICE, '-a', account];
}
