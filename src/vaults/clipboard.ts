import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OperatingSystem } from '../core/host.ts';
import type { Machine } from '../core/machine.ts';
import type { Secret } from '../core/secret.ts';
import { programEnvironment } from './program-environment.ts';

/** A program that puts its standard input into the clipboard. */
interface ClipboardProgram {
  readonly os: OperatingSystem;
  /** Absolute; of several the first that is there. */
  readonly paths: readonly string[];
  readonly args: readonly string[];
  /** Variable without which it finds no screen. */
  readonly needs?: string;
  readonly encoding?: 'utf16le';
}

const BIN = ['/usr/bin', '/usr/local/bin', '/run/current-system/sw/bin'];
const inBin = (name: string) => BIN.map((folder) => join(folder, name));

const PROGRAMS: readonly ClipboardProgram[] = [
  { os: 'macos', paths: ['/usr/bin/pbcopy'], args: [] },
  { os: 'linux', paths: inBin('wl-copy'), args: [], needs: 'WAYLAND_DISPLAY' },
  { os: 'linux', paths: inBin('xclip'), args: ['-selection', 'clipboard'], needs: 'DISPLAY' },
  { os: 'linux', paths: inBin('xsel'), args: ['--clipboard', '--input'], needs: 'DISPLAY' },
  // Of a Linux inside Windows.
  { os: 'linux', paths: ['/mnt/c/Windows/System32/clip.exe'], args: [], encoding: 'utf16le' },
  { os: 'windows', paths: [String.raw`C:\Windows\System32\clip.exe`], args: [], encoding: 'utf16le' },
];

const MOST_MILLISECONDS = 10_000;

/**
 * Puts a secret into the clipboard, through a program of the system, or else by asking the terminal to (`write`). Gives
 * who did; nothing tells whether a terminal obeyed.
 */
export function copyToClipboard(
  secret: Secret,
  machine: Machine,
  write: (text: string) => void,
): 'clipboard' | 'terminal' {
  for (const { os, paths, args, needs, encoding } of PROGRAMS) {
    if (os !== machine.os || (needs !== undefined && !machine.variables[needs])) continue;
    const program = paths.find((path) => existsSync(path));
    if (program === undefined) continue;
    // Some stay behind to hand the clipboard out: nobody waits for their output to end.
    const { status } = spawnSync(program, args, {
      env: programEnvironment(machine, /^WSL_\w+$/),
      input: Buffer.from(secret.reveal(), encoding ?? 'utf8'),
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: MOST_MILLISECONDS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    if (status === 0) return 'clipboard';
  }
  // OSC 52 of xterm (ctlseqs, "Manipulate Selection Data"), which most terminals know, some only when told to.
  write(`\u001b]52;c;${Buffer.from(secret.reveal(), 'utf8').toString('base64')}\u0007`);
  return 'terminal';
}
