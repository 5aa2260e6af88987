import { isatty } from 'node:tty';
import { writeAll } from '../cli/write.ts';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import { openVault } from '../vaults/vaults.ts';
import { become } from './become.ts';
import { prepareCommand } from './exec.ts';
import { prepareHeaders } from './headers.ts';
import { EXIT, Refusal } from './refusal.ts';

/**
 * `mcp-lint exec` and `mcp-lint headers`: `src/start.ts` loads nothing else for them. `keepCompiled` is called when nothing
 * is left to do before the server runs, with how much of the code has run: 1 with that of vaults, else 0.
 */
export function launch(keepCompiled: (reach: 0 | 1) => void): void {
  process.on('uncaughtException', fail);
  main(keepCompiled).catch(fail);
}

async function main(keepCompiled: (reach: 0 | 1) => void): Promise<void> {
  const [word, ...args] = process.argv.slice(2);
  const machine = thisMachine();
  if (word === 'headers') {
    process.exitCode = writeAll(1, prepareHeaders(args, machine, openVault, isatty(1)));
    return;
  }
  let reach: 0 | 1 = 0;
  const program = prepareCommand(args, machine, (id) => {
    reach = 1;
    return openVault(id, machine);
  });
  await become(program, () => keepCompiled(reach));
}

function thisMachine(): Machine {
  const os = process.platform === 'darwin' ? 'macos' : process.platform === 'win32' ? 'windows' : 'linux';
  const home = process.env['HOME'] ?? process.env['USERPROFILE'] ?? '';
  // The environment itself: the keychain may have to be told in it where the session's bus is.
  return { os, home, variables: process.env, cwd: workingFolder() };
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    // It was deleted. A server that does not mind is started all the same.
    return '/';
  }
}

/** Messages of unexpected errors may quote a credential. */
function fail(error: unknown): void {
  if (error instanceof Refusal) {
    process.exitCode = error.exitCode;
    writeAll(2, `mcp-lint: ${error.message}\n`);
    return;
  }
  process.exitCode = EXIT.refused;
  const name = error instanceof Error ? error.constructor.name : 'unknown error';
  writeAll(2, `mcp-lint: internal error (${label(name)}), nothing was started. Please report it.\n`);
}
