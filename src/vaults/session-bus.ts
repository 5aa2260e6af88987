import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const NAME = 'DBUS_SESSION_BUS_ADDRESS';

/**
 * Address of the bus that programs of this user's session talk over; nothing where none is found. Hosts start their
 * servers, and so the launcher, without the variables that name it; its place is the same wherever systemd runs
 * (sd-bus(3), pam_systemd(8)).
 */
export function sessionBusOf(variables: Environment, runtimeFolders = '/run/user'): string | undefined {
  const named = variables[NAME];
  if (named !== undefined && named !== '') return named;
  const socket = busIn(variables['XDG_RUNTIME_DIR']) ?? busIn(ownFolderIn(runtimeFolders));
  return socket === undefined ? undefined : `unix:path=${escaped(socket)}`;
}

/** The variables with the session bus among them. */
export function withSessionBus(variables: Environment): Environment {
  const address = sessionBusOf(variables);
  return address === undefined ? variables : { ...variables, [NAME]: address };
}

/**
 * Makes a call during which the environment of this process names the session bus: a library in C reads it there, and
 * the programs that we start later are not to see what their host did not give them. `environment` is that of the
 * process itself; in a copy, nobody finds the bus.
 */
export function callOverSessionBus<T>(environment: Environment, call: () => T): T {
  const before = environment[NAME];
  const address = sessionBusOf(environment);
  if (address === undefined || address === before) return call();
  Reflect.set(environment, NAME, address);
  try {
    return call();
  } finally {
    if (before === undefined) Reflect.deleteProperty(environment, NAME);
    else Reflect.set(environment, NAME, before);
  }
}

function ownFolderIn(runtimeFolders: string): string | undefined {
  try {
    return join(runtimeFolders, `${userInfo().uid}`);
  } catch {
    // A user that the system has no entry of, as in some containers.
    return undefined;
  }
}

/** Path of the socket in a runtime folder. */
function busIn(folder: string | undefined): string | undefined {
  if (!folder?.startsWith('/')) return undefined;
  const path = join(folder, 'bus');
  return statSync(path, { throwIfNoEntry: false })?.isSocket() ? path : undefined;
}

/** Bytes that an address may hold stand for themselves, others as `%2c` (D-Bus specification, "Server Addresses"). */
function escaped(path: string): string {
  return [...Buffer.from(path)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[-0-9A-Za-z_/.*\\]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}
