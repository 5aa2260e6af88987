import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Hit, Peer } from './peer.ts';
import { PLACE } from './peers.ts';

/** One run: wall time in milliseconds, memory of its largest process in bytes. */
export interface Run {
  readonly wall: number;
  readonly memory: number;
  readonly hits: readonly Hit[];
}

/** No run may take longer, in milliseconds. */
export const LIMIT = 5 * 60_000;

const MEASURE = resolve('test/peers/measure.py');

/**
 * Scans a folder with a peer; nothing of the user's own settings is seen. Nothing when it takes longer than the limit.
 * Throws when the peer says that it failed.
 */
export function runPeer(peer: Peer, folder: string): Run | undefined {
  return inNewFolder((home) => {
    const taken = join(home, 'taken.json');
    mkdirSync(join(home, 'tmp'));
    const { program, args } = peer.scan(folder);
    const { stdout, stderr, error } = spawnSync(
      join(PLACE, 'python/bin/python'),
      [MEASURE, taken, String(LIMIT / 1000), program, ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: home, TMPDIR: join(home, 'tmp') },
        maxBuffer: 1 << 30,
      },
    );
    if (error) throw error;
    const { wall, memory, status } = JSON.parse(readFileSync(taken, 'utf8')) as Taken;
    if (status === null) return undefined;
    if (!peer.exits.includes(status))
      throw new Error(`${peer.id} ended with ${status}: ${stderr.slice(-500)}`);
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    return { wall, memory, hits: peer.hits(stdout, folder, read) };
  });
}

/** Hands over the path of a new empty folder, which is removed afterwards. */
export function inNewFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'mcp-lint-peers-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `measure.py` writes down; no status when the time was over. */
interface Taken {
  readonly wall: number;
  readonly memory: number;
  readonly status: number | null;
}
