import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { geteuid } from 'node:process';
import type { Machine } from '../core/machine.ts';
import { Failure } from './transaction-failure.ts';

/** Where journals of fixes are kept on this machine, whether it is there or not. */
export function stateFolder({ os, home, variables }: Machine): string {
  if (os === 'macos') return join(home, 'Library', 'Application Support', 'mcp-lint');
  if (os === 'windows') {
    const local = variables['LOCALAPPDATA'];
    return join(
      local !== undefined && isAbsolute(local) ? local : join(home, 'AppData', 'Local'),
      'mcp-lint',
    );
  }
  // A relative path is to be ignored: XDG Base Directory Specification.
  const state = variables['XDG_STATE_HOME'];
  return join(state !== undefined && isAbsolute(state) ? state : join(home, '.local', 'state'), 'mcp-lint');
}

/** The same, made where it is not there, for its user alone. Throws a Failure or an error of the system. */
export function makeStateFolder(machine: Machine): string {
  const folder = stateFolder(machine);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(folder);
  const user = geteuid?.();
  if (user !== undefined && uid !== user)
    throw new Failure('The state folder of mcp-lint belongs to another user.');
  if (user !== undefined && (mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return folder;
}
