import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hasCommand, temporaryFolder, writeInto } from './cli.ts';

const PROGRAMS = ['dbus-daemon', 'dbus-monitor', 'dbus-send', 'gnome-keyring-daemon', 'secret-tool'];

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
  /** Ends the daemon. The bus starts another one for whoever asks next. */
  killDaemon(): void;
  /** Resolves when the daemon no longer answers. It is ended, in the same way, as soon as somebody asks it. */
  killDaemonWhenAsked(): Promise<void>;
  /** What it keeps, as another program of the user sees it. */
  lookUp(account: string): string | undefined;
  /** Ends all; else that happens after the test. */
  stop(): void;
}

/**
 * `unlocked`: as on a desktop, where its user types the password whenever it is started. `unattended`: unlocked, but
 * nobody is there when it is started again. `locked`: there is a keyring, but nobody unlocked it. `empty`: no keyring was
 * ever made. `silent`: a bus on which no keyring answers.
 *
 * Tests take `unlocked`, since GNOME Keyring ends by itself once in some thousand connections: a race of its threads over
 * the first call of a client (work items 190, 196 and 199 of GNOME/gnome-keyring; seen with 42.1, there in 50.0).
 */
export type KeyringState = 'unlocked' | 'unattended' | 'locked' | 'empty' | 'silent';

/** Starts a keyring for one test, or, with `keep`, until it is stopped. Takes about a tenth of a second. */
export function startKeyring(state: KeyringState = 'unlocked', keep?: 'keep'): Keyring {
  const folder = temporaryFolder();
  const variables = withoutKeyring(folder);
  const runtime = variables['XDG_RUNTIME_DIR']!;
  const socket = join(runtime, 'bus');
  const named = { ...variables, DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
  const config = writeInto(folder, 'bus.conf', configOf(socket, servicesOf(state, folder)));
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
      run('gnome-keyring-daemon', [...UNLOCKED, '--daemonize'], PASSWORD);
      waitFor('the keyring', () => succeeds(daemonId));
    },
    killDaemon: endDaemon,
    killDaemonWhenAsked: async () => {
      const id = daemonId();
      process.kill(id, 'SIGSTOP');
      const owner = /string "(.+)"/.exec(call(BUS, '/', `${BUS}.GetNameOwner`, `string:${SECRETS}`))![1];
      const rules = [SECRETS, owner].map((name) => `type='method_call',destination='${name}'`);
      const monitor = spawn('dbus-monitor', ['--session', ...rules], {
        env: named,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let seen = '';
      monitor.stdout.on('data', (bytes: Buffer) => {
        seen += bytes.toString();
        if (seen.includes('method call') && monitor.kill()) process.kill(id, 'SIGKILL');
      });
      // It gives its name back as soon as it sees what others send.
      while (!seen.includes('member=NameLost')) await once(monitor.stdout, 'data');
    },
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
  if (state !== 'empty' && state !== 'silent') keyring.unlock();
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

const PASSWORD = 'scratch';
const UNLOCKED = ['--unlock', '--components=secrets'];

/** Where the bus finds what it starts for programs that ask; the first place counts. */
function servicesOf(state: KeyringState, folder: string): string {
  if (state === 'silent') return '';
  const standard = '<standard_session_servicedirs/>';
  if (state !== 'unlocked') return standard;
  const start = `printf ${PASSWORD} | exec gnome-keyring-daemon ${UNLOCKED.join(' ')} --foreground`;
  const service = `[D-BUS Service]\nName=${SECRETS}\nExec=/bin/sh -c "${start}"\n`;
  const first = dirname(writeInto(folder, 'services/secrets.service', service));
  return `<servicedir>${first}</servicedir>${standard}`;
}

/** As the one of the system. */
function configOf(socket: string, services: string): string {
  return `<busconfig>
    <type>session</type>
    <listen>unix:path=${socket}</listen>
    ${services}
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
