import { type Base, type Draft, serverEntry } from './draft.ts';
import type { Random } from './random.ts';
import { makeServer } from './server.ts';
import type { Fields, Node } from './tree.ts';

/** A kind of config file. */
export interface HostKind {
  readonly id: string;
  readonly weight: number;
  /** Comments and trailing commas are allowed. */
  readonly relaxed: boolean;
  readonly path: (random: Random) => string;
  readonly build: (random: Random) => Node;
}

const ALL: readonly Base[] = ['package', 'docker', 'bridge', 'shell', 'remote'];

/** Servers with names of their own. */
export function makeServers(random: Random, count: number, allowed: readonly Base[] = ALL): Draft[] {
  const drafts: Draft[] = [];
  for (let number = 0; number < count; number += 1) {
    drafts.push(makeServer(random, new Set(drafts.map((draft) => draft.name)), allowed));
  }
  return drafts;
}

/** 1 to 6, mostly few. */
export const someServers = (random: Random): number => random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6]);

/** A mapping from names to entries; once in a while a key stands there twice. */
export function serverMap(random: Random, drafts: readonly Draft[], urlKey?: string): Fields {
  const entries = drafts.map((draft): readonly [string, Node] => [
    draft.name,
    serverEntry(draft, random, urlKey),
  ]);
  return { fields: entries };
}
