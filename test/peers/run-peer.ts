import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Peer } from './peer.ts';

/** One run: what it printed, and its wall time in milliseconds. */
export interface Run {
  readonly output: string;
  readonly wall: number;
}

const LONGEST = 15 * 60_000;

/** Scans a folder with a peer; nothing of the user's own settings is seen. Throws when the peer says that it failed. */
export function runPeer(peer: Peer, folder: string): Run {
  const home = mkdtempSync(join(tmpdir(), 'mcp-lint-peers-home-'));
  mkdirSync(join(home, 'tmp'));
  try {
    const { program, args } = peer.scan(folder);
    const start = performance.now();
    const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, TMPDIR: join(home, 'tmp') },
      maxBuffer: 1 << 30,
      timeout: LONGEST,
    });
    const wall = performance.now() - start;
    if (error) throw error;
    if (!peer.exits.includes(status ?? -1))
      throw new Error(`${peer.id} ended with ${status ?? signal}: ${stderr.slice(-500)}`);
    return { output: stdout, wall };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
