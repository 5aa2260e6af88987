import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAMS = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon', 'secret-tool'];
const BUS = 'org.freedesktop.DBus';
const POLICY =
  '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>';

/**
 * A session bus with an unlocked GNOME Keyring, in a folder of its own.
 * @typedef {{
 *   environment: Record<string, string>,
 *   keep: (account: string, text: string) => void,
 *   stop: () => void,
 * }} Keyring `environment`: all that a program needs that is to find it
 */

/**
 * @param {string} folder
 * @returns {Keyring | undefined} nothing where its programs are not installed
 */
export function startKeyring(folder) {
  if (PROGRAMS.some((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error)) return undefined;
  const [home, runtime] = [join(folder, 'home'), join(folder, 'run')];
  mkdirSync(home);
  mkdirSync(runtime, { mode: 0o700 });
  const environment = { HOME: home, PATH: '/usr/bin:/bin', XDG_RUNTIME_DIR: runtime };
  const socket = join(runtime, 'bus');
  const env = { ...environment, DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
  const config = join(folder, 'bus.conf');
  writeFileSync(
    config,
    `<busconfig><type>session</type><listen>unix:path=${socket}</listen>${POLICY}</busconfig>`,
  );
  const bus = spawn('dbus-daemon', ['--nofork', '--nopidfile', `--config-file=${config}`], {
    env,
    stdio: 'ignore',
  });
  /** @param {string} program @param {string[]} args @param {string} [input] */
  const run = (program, args, input = '') =>
    execFileSync(program, args, {
      env,
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: 10_000,
    }).toString();
  const daemonId = () => {
    const call = `${BUS}.GetConnectionUnixProcessID`;
    const answer = run('dbus-send', [
      '--print-reply',
      `--dest=${BUS}`,
      '/',
      call,
      'string:org.freedesktop.secrets',
    ]);
    return Number(/uint32 (\d+)/.exec(answer)?.[1]);
  };
  waitFor(() => existsSync(socket));
  run('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize'], 'scratch');
  waitFor(() => daemonId() > 0);
  return {
    environment,
    keep(account, text) {
      run('secret-tool', ['store', '--label=bench', 'service', 'mcp-lint', 'username', account], text);
    },
    stop() {
      const id = daemonId();
      bus.kill('SIGKILL');
      process.kill(id, 'SIGKILL');
    },
  };
}

/** @param {() => boolean} isThere an error means that it is not */
function waitFor(isThere) {
  for (let waited = 0; waited < 10_000; waited += 20) {
    try {
      if (isThere()) return;
    } catch {
      // Not yet.
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  throw new Error('waited in vain for a keyring');
}
