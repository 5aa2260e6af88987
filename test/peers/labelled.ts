import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate, type Sample } from '../eval/generate.ts';
import type { Hit, Peer } from './peer.ts';
import { runPeer } from './run-peer.ts';

/** Of a set: both from 0 to 1. */
export interface Score {
  readonly recall: number;
  readonly precision: number;
  /** Credentials in the set, and lines that the peer points at. */
  readonly secrets: number;
  readonly hits: number;
}

/** Lines of a sample, from 1. */
interface Lines {
  readonly sample: Sample;
  readonly project: string;
  readonly secrets: readonly (readonly [first: number, last: number])[];
  /** Things that people differ about: no finding there counts, neither way. */
  readonly optional: ReadonlySet<number>;
}

/**
 * How many of the planted credentials a peer finds, and how many of the lines that it points at hold one. By lines, since not
 * every peer tells columns: that favours those that point at too much.
 */
export function scorePeer(
  peer: Peer,
  folder: string,
  seed: number,
  files: number,
  ids?: readonly string[],
): Score {
  const samples = generate(seed, files, ids).map((sample, index) => linesOf(sample, `project-${index}`));
  for (const { sample, project } of samples) {
    const path = join(folder, project, sample.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (sample.bom ? '\ufeff' : '') + sample.text);
  }
  const hits = hitsOf(
    peer,
    folder,
    samples.map(({ project }) => project),
  );
  const found = new Map<string, Set<number>>();
  for (const { file, line } of hits) found.set(file, (found.get(file) ?? new Set()).add(line));
  let secrets = 0;
  let met = 0;
  let good = 0;
  let counted = 0;
  for (const { sample, project, secrets: planted, optional } of samples) {
    const lines = found.get(`${project}/${sample.path}`) ?? new Set<number>();
    secrets += planted.length;
    met += planted.filter(([first, last]) => [...lines].some((line) => first <= line && line <= last)).length;
    for (const line of lines) {
      const isGood = planted.some(([first, last]) => first <= line && line <= last);
      if (!isGood && optional.has(line)) continue;
      counted++;
      if (isGood) good++;
    }
  }
  return { recall: met / secrets, precision: counted === 0 ? 1 : good / counted, secrets, hits: counted };
}

function hitsOf(peer: Peer, folder: string, projects: readonly string[]): readonly Hit[] {
  const scan = (place: string): readonly Hit[] =>
    peer.hits(runPeer(peer, place).output, place, (file) => readFileSync(join(place, file), 'utf8'));
  if (!peer.byProject) return scan(folder);
  return projects.flatMap((project) =>
    scan(join(folder, project)).map(({ file, line }) => ({ file: `${project}/${file}`, line })),
  );
}

function linesOf(sample: Sample, project: string): Lines {
  const lineAt = (offset: number) => sample.text.slice(0, offset).split('\n').length;
  const stretches = (verdict: Sample['labels'][number]['verdict']) =>
    sample.labels
      .filter((label) => label.verdict === verdict)
      .map(({ start, end }) => [lineAt(start), lineAt(end - 1)] as const);
  return {
    sample,
    project,
    secrets: stretches('secret'),
    optional: new Set(
      stretches('optional').flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      ),
    ),
  };
}
