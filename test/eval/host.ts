import { type Base, type Draft, serverEntry } from './draft.ts';
import type { Marked } from './marked.ts';
import type { Random } from './random.ts';
import { makeServer } from './server.ts';
import type { Fields, Node } from './tree.ts';

/** How a file is written. */
export type Dialect = 'json' | 'toml' | 'yaml' | 'markdown' | 'script' | 'shell';

/** A kind of config file: one value, or a text with configs in it. */
export type HostKind = TreeKind | TextKind;

interface Kind {
  readonly id: string;
  readonly weight: number;
  readonly path: (random: Random) => string;
}

export interface TreeKind extends Kind {
  /** JSON when absent. */
  readonly dialect?: 'json' | 'toml' | 'yaml';
  /** Comments and trailing commas are allowed. */
  readonly relaxed: boolean;
  readonly build: (random: Random) => Node;
}

export interface TextKind extends Kind {
  readonly dialect: 'markdown' | 'script' | 'shell';
  readonly compose: (random: Random, path: string) => Marked;
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
  return entryMap(drafts, (draft) => serverEntry(draft, random, urlKey));
}

/** A mapping from names to what `entry` makes of each. */
export const entryMap = (drafts: readonly Draft[], entry: (draft: Draft) => Node): Fields => ({
  fields: drafts.map((draft): readonly [string, Node] => [draft.name, entry(draft)]),
});
