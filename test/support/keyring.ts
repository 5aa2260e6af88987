import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hasCommand, temporaryFolder, writeInto } from './cli.ts';

const PROGRAMS = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon', 'secret-tool'];

/** For the title of tests that need a real keyring: empty, or why they are skipped. */
export const noKeyring = PROGRAMS.every(hasCommand) ? '' : ` (SKIPPED: needs ${PROGRAMS.join(', ')})`;

/** A session bus of its own with a GNOME Keyring of its own, in folders of its own. */
export interface Keyring {
  /**
   * HOME, XDG folders and PATH, without the bus: it is at `$XDG_RUNTIME_DIR/bus`, where programs find it by
   * themselves. Give a program only this, not what the tests run in.
   */
  readonly variables: Readonly<Record<string, string>>;
  /** The same with DBUS_SESSION_BUS_ADDRESS. */
  readonly named: Readonly<Record<string, string>>;
  /** As a desktop does when its user goes away: every item is there, none can be read. */
  lock(): void;
  unlock(): void;
  /** Ends the daemon. The bus starts another one, locked, for whoever asks next. */
  killDaemon(): void;
  /** What it keeps, as another program of the user sees it. */
  lookUp(account: string): string | undefined;
  /** Ends all; else that happens after the test. */
  stop(): void;
}

/**
 * `unlocked`: as on a desktop. `locked`: there is a keyring, but nobody unlocked it, and nobody is there to ask.
 * `empty`: no keyring was ever made. `silent`: a bus on which no keyring answers.
 */
export type KeyringState = 'unlocked' | 'locked' | 'empty' | 'silent';

/** Starts a keyring for one test, or, with `keep`, until it is stopped. Takes about a tenth of a second. */
export function startKeyring(state: KeyringState = 'unlocked', keep?: 'keep'): Keyring {
  const folder = temporaryFolder();
  const variables = withoutKeyring(folder);
  const runtime = variables['XDG_RUNTIME_DIR']!;
  const socket = join(runtime, 'bus');
  const named = { ...variables, DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
  const config = writeInto(folder, 'bus.conf', configOf(socket, state === 'silent'));
  const bus = spawn('dbus-daemon', ['--nofork', '--nopidfile', `--config-file=${config}`], {
    env: variables,
    stdio: 'ignore',
  });
  waitFor('the bus', () => existsSync(socket));
  const run = (program: string, args: readonly string[], input = '') =>
    execFileSync(program, args, {
      env: named,
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: 10_000,
    }).toString();
  const call = (name: string, path: string, method: string, ...args: string[]) =>
    run('dbus-send', ['--session', '--print-reply', `--dest=${name}`, path, method, ...args]);
  const daemonId = () => {
    const bytes = call(BUS, '/', `${BUS}.GetConnectionUnixProcessID`, `string:${SECRETS}`);
    return Number(/uint32 (\d+)/.exec(bytes)![1]);
  };
  const endDaemon = () => {
    if (!succeeds(daemonId)) return;
    process.kill(daemonId(), 'SIGKILL');
    waitFor('the end of the keyring', () => !succeeds(daemonId));
  };
  const keyring: Keyring = {
    variables,
    named,
    lock: () => {
      call(
        SECRETS,
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        `array:objpath:${LOGIN}`,
      );
    },
    unlock: () => {
      // A daemon that runs does not take the password.
      endDaemon();
      run('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize'], 'scratch');
      waitFor('the keyring', () => succeeds(daemonId));
    },
    killDaemon: endDaemon,
    lookUp: (account) => {
      try {
        return run('secret-tool', ['lookup', 'service', 'mcp-lint', 'username', account]);
      } catch {
        return undefined;
      }
    },
    stop: () => {
      const id = succeeds(daemonId) ? daemonId() : undefined;
      // The bus first: it would start another daemon.
      bus.kill('SIGKILL');
      waitFor('the end of the bus', () => !succeeds(() => call(BUS, '/', `${BUS}.GetId`)));
      if (id !== undefined) succeeds(() => process.kill(id, 'SIGKILL'));
    },
  };
  if (keep === undefined) onTestFinished(keyring.stop);
  if (state === 'unlocked' || state === 'locked') keyring.unlock();
  if (state === 'locked') keyring.lock();
  return keyring;
}

/** The environment of a machine on which there is no bus. */
export function withoutKeyring(folder: string = temporaryFolder()): Readonly<Record<string, string>> {
  const [home, runtime] = [join(folder, 'home'), join(folder, 'run')];
  mkdirSync(home, { recursive: true });
  mkdirSync(runtime, { mode: 0o700 });
  return {
    HOME: home,
    PATH: process.env['PATH'] ?? '',
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
  };
}

const BUS = 'org.freedesktop.DBus';
const SECRETS = 'org.freedesktop.secrets';
const LOGIN = '/org/freedesktop/secrets/collection/login';

/** As the one of the system; without services, the bus starts none that a program asks for. */
function configOf(socket: string, silent: boolean): string {
  return `<busconfig>
    <type>session</type>
    <listen>unix:path=${socket}</listen>
    ${silent ? '' : '<standard_session_servicedirs/>'}
    <policy context="default">
      <allow send_destination="*" eavesdrop="true"/>
      <allow eavesdrop="true"/>
      <allow own="*"/>
    </policy>
  </busconfig>`;
}

function succeeds(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}

function waitFor(what: string, isThere: () => boolean): void {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (isThere()) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  throw new Error(`waited in vain for ${what}`);
}
