import { resolve } from 'node:path';
import type { Report } from '../core/report.ts';
import { readConfigFile } from '../discover/read-file.ts';
import { decodeBytes } from '../parsers/decode.ts';
import { rank } from '../rank.ts';
import { buildRankReport, type RankedServer } from '../ranking/rank-report.ts';
import { type ReadOptions, readConfigs } from '../read-configs.ts';
import type { RankedRow } from '../reporters/markdown-ranked.ts';
import { VERSION } from '../version.ts';
import { type Changes, MOST_COMPARED } from './changes.ts';

/** What of a run is ranked. */
export interface Ranked {
  readonly rows: readonly RankedRow[];
  /** Changed files that were too many. */
  readonly filesLeft: number;
}

/** Ranks the servers whose entries a change adds or changes, each with what it was before; without a change, all of them. */
export async function rankChanges(
  report: Report,
  changes: Changes | undefined,
  options: ReadOptions,
): Promise<Ranked> {
  const all = report.files.filter(({ servers }) => servers > 0).map(({ path }) => path);
  if (!changes)
    return { rows: (await rank(all, options)).servers.map((server) => ({ server })), filesLeft: 0 };
  const changed = all.filter((path) => changes.has(path));
  const paths = changed.slice(0, MOST_COMPARED);
  const ranked = paths.length > 0 ? (await rank(paths, options)).servers : [];
  const rows: RankedRow[] = [];
  for (const path of paths) {
    const servers = ranked.filter(({ file }) => file === path);
    const content = readConfigFile(resolve(options.cwd ?? '', path));
    if ('problem' in content) continue;
    const textOf = entriesIn(content.bytes);
    const before = await rankBefore(path, changes, options);
    for (const server of servers) rows.push(...rowOf(server, textOf(server), before));
  }
  return { rows, filesLeft: changed.length - paths.length };
}

/** Servers of one file with the text of their entries, by what makes them the same; each is taken once. */
type Known = Map<string, { readonly server: RankedServer; readonly text: string }[]>;

async function rankBefore(path: string, changes: Changes, options: ReadOptions): Promise<Known> {
  const known: Known = new Map();
  const bytes = changes.before(path);
  if (!bytes) return known;
  const input = { name: path, absolute: resolve(options.cwd ?? '', path), bytes };
  const { servers } = buildRankReport(await readConfigs([], { ...options, input }, []), VERSION);
  const textOf = entriesIn(bytes);
  for (const server of servers) {
    const entry = { server, text: textOf(server) };
    const others = known.get(identityOf(server));
    if (others) others.push(entry);
    else known.set(identityOf(server), [entry]);
  }
  return known;
}

function rowOf(server: RankedServer, text: string, known: Known): RankedRow[] {
  const before = known.get(identityOf(server))?.shift();
  if (!before) return [{ server, change: 'added' }];
  const isSame = before.text === text && rankOf(before.server) === rankOf(server);
  return isSame ? [] : [{ server, change: 'changed', before: before.server }];
}

/** Gives the text of the entry of a server, to compare it with another: reformatting changes nothing. */
function entriesIn(bytes: Buffer): (server: RankedServer) => string {
  const text = decodeBytes(bytes);
  return ({ region: { offset, length } }) => text.slice(offset, offset + length).replace(/\s+/g, '');
}

function identityOf({ name, scope }: RankedServer): string {
  return JSON.stringify([scope ?? '', name]);
}

function rankOf({ approach }: RankedServer): string {
  return approach ? `${approach.rank} ${approach.state ?? ''}` : '';
}
