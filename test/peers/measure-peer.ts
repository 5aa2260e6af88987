import type { Hit, Peer } from './peer.ts';
import { type Run, runPeer } from './run-peer.ts';
import { type Score, scoreHits } from './score-hits.ts';
import type { Labelled, Planted, Targets } from './targets.ts';

/** How long something took. */
export interface Timed {
  /** Median in milliseconds. */
  readonly wall: number;
  /** Of the largest process, in bytes. */
  readonly memory: number;
  /** Was the planted credential found? */
  readonly found: boolean;
}

/** What was measured of a scanner; no times where it took longer than the limit. */
export interface Measured {
  readonly common: Score;
  readonly all: Score;
  readonly small: Timed | undefined;
  readonly large: Timed | undefined;
  readonly tree: Timed | undefined;
}

/** No more rounds are begun after so many milliseconds. */
const ENOUGH = 20_000;

/** Measures a scanner; `say` hears what is done. */
export function measurePeer(
  peer: Peer,
  targets: Targets,
  rounds: number,
  say: (what: string) => void,
): Measured {
  const during = <T>(what: string, result: () => T): T => {
    const start = performance.now();
    const given = result();
    say(`${what} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
    return given;
  };
  const { common, all, small, large, tree } = targets;
  return {
    common: during('labelled configs of Claude, Cursor and VS Code', () => scorePeer(peer, common)),
    all: during('labelled files of every host', () => scorePeer(peer, all)),
    small: during('a small config', () => timed(peer, small, rounds)),
    large: during('a file of 50 MB', () => timed(peer, large.folder, 3, large)),
    tree: during('100,000 files', () => timed(peer, tree.folder, 3, tree)),
  };
}

function scorePeer(peer: Peer, { folder, samples, projects }: Labelled): Score {
  const hits = peer.byProject
    ? projects.flatMap((project) => hitsIn(peer, `${folder}/${project}`, `${project}/`))
    : hitsIn(peer, folder, '');
  return scoreHits(samples, hits);
}

function hitsIn(peer: Peer, folder: string, prefix: string): Hit[] {
  const run = runPeer(peer, folder);
  if (run === undefined) throw new Error(`${peer.id} took too long for the labelled set`);
  return run.hits.map((hit) => ({ ...hit, file: prefix + hit.file }));
}

/** The first run, which finds nothing in the caches, does not count if there are others. */
function timed(peer: Peer, folder: string, rounds: number, planted?: Planted): Timed | undefined {
  const runs: Run[] = [];
  const start = performance.now();
  do {
    const run = runPeer(peer, folder);
    if (run === undefined) return undefined;
    runs.push(run);
  } while (runs.length <= rounds && performance.now() - start < ENOUGH);
  const counted = runs.length > 1 ? runs.slice(1) : runs;
  return {
    wall: median(counted.map(({ wall }) => wall)),
    memory: median(counted.map(({ memory }) => memory)),
    found: planted === undefined || runs[0]!.hits.some((hit) => isAt(hit, planted)),
  };
}

function isAt({ file, first, last = first }: Hit, planted: Planted): boolean {
  return file === planted.file && first <= planted.line && planted.line <= last;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
