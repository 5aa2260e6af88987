import { VaultError } from './vault.ts';

type Refusal = readonly [pattern: RegExp, kind: VaultError['kind'], clause: string];

/**
 * What the addon and `secret-tool` say, in English, and what we say. Both quote the Secret Service, D-Bus and its
 * libraries; seen with GNOME Keyring.
 */
const REFUSALS: readonly Refusal[] = [
  [/dismissed|locked/i, 'locked', 'the keyring is locked, and nobody unlocked it'],
  [
    // The last two: an item that another program removed after it was found.
    /without replying|the session .*does not exist|name :\d|at path \S+\/\d+\b/i,
    'interrupted',
    'the keyring ended while it was asked',
  ],
  [
    /no result found|does not exist at path|no such secret (?:collection|item)/i,
    'refused',
    'there is no default keyring yet to keep something in: make one with a password manager of your desktop',
  ],
  [
    /not provided by any|ServiceUnknown|service files|exited with status/i,
    'unreachable',
    'no keyring answers on the session bus: GNOME Keyring, KWallet or KeePassXC with its Secret Service integration switched on',
  ],
  [
    /d-?bus|connect|address/i,
    'unreachable',
    'the session bus, over which the keyring is asked, was not found: set DBUS_SESSION_BUS_ADDRESS',
  ],
  [/ambiguous|more than one/i, 'refused', 'the keyring has several items of this name'],
];

/** What to say instead of a message that may quote anything. */
export function refusalOf(message: string): VaultError {
  const found = REFUSALS.find(([pattern]) => pattern.test(message));
  return found === undefined
    ? new VaultError('refused', 'the keyring refused, for a reason that mcp-lint does not know')
    : new VaultError(found[1], found[2]);
}
