import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../core/machine.ts';
import type { Secret } from '../core/secret.ts';
import { findProgram } from './find-program.ts';
import { runProgram } from './run-program.ts';
import { VaultError } from './vault.ts';

/**
 * Hands `use` the reading end of a pipe that holds `content`. Programs that read only pipes take nothing from what Node
 * gives its children, which is a pair of sockets; and Node makes a pipe only by its name in a folder. The name is gone
 * before anything is written, so that nobody else can read along, and what is written never gets to a disk. Not for
 * Windows. Throws a VaultError.
 */
export function withPipe<Result>(
  content: Secret,
  machine: Machine,
  use: (descriptor: number) => Result,
): Result {
  const { reader, writer } = openPipe(machine);
  try {
    fill(writer, Buffer.from(content.reveal()));
    return use(reader);
  } finally {
    closeSync(reader);
  }
}

/** Writes all and closes. A pipe takes 64 KiB at most, since nobody reads yet. */
function fill(writer: number, bytes: Buffer): void {
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(writer, bytes, written);
  } catch {
    throw new VaultError('too-long', 'the credential is too long for a pipe');
  } finally {
    closeSync(writer);
  }
}

function openPipe(machine: Machine): { reader: number; writer: number } {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-lint-'));
  const path = join(folder, 'pipe');
  try {
    const program = findProgram('mkfifo', machine) ?? '/usr/bin/mkfifo';
    const { code } = runProgram({ program, args: ['-m', '600', path], environment: {} });
    if (code !== 0) throw new VaultError('unreachable', 'the program mkfifo did not make a pipe');
    // Opening one end waits for the other, unless it is told not to; the end that is handed on has to wait.
    const first = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    const reader = openSync(path, constants.O_RDONLY);
    closeSync(first);
    return { reader, writer };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
