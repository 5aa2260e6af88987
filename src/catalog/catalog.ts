import type { Launch, Package } from '../core/launch.ts';
import { addressOf } from './addresses.ts';
import type { KnownServer } from './known-server.ts';
import { comparable, LONGEST_NAME, namesOf, rowOfName } from './names.ts';
import { isNearMiss } from './near-miss.ts';
import { type Row, serverOf } from './row.ts';
import { rowOf, rowsNaming } from './rows.ts';

/** How an entry was recognised. */
export interface KnownMatch {
  readonly server: KnownServer;
  readonly by: 'npm' | 'pypi' | 'image' | 'binary' | 'url';
  /** The address is one that the vendor has given up or will. */
  readonly deprecatedUrl?: boolean;
}

/** A known package whose name another is nearly. */
export interface NearMiss {
  /** The known name, as its registry has it. Ours, so that it may be printed. */
  readonly name: string;
  readonly server: KnownServer;
}

const servers = new Map<string, KnownServer>();

/**
 * The known server that a launch starts or calls. What has an address is told by it alone: a bridge or a proxy before
 * it says nothing about the server.
 */
export function findKnownServer({ endpoint, package: pack, program }: Launch): KnownMatch | undefined {
  if (endpoint !== undefined) {
    const found = addressOf(endpoint);
    return (
      found && { server: serverOfRow(found.row), by: 'url', ...(found.deprecated && { deprecatedUrl: true }) }
    );
  }
  if (pack !== undefined) {
    const row = rowOfName(pack.registry, pack.name);
    return row && { server: serverOfRow(row), by: pack.registry === 'oci' ? 'image' : pack.registry };
  }
  const row = program === undefined ? undefined : rowOfName('binary', program);
  return row && { server: serverOfRow(row), by: 'binary' };
}

/** A known server by its id, as `successor` has it. */
export function knownServerById(id: string): KnownServer | undefined {
  if (id.length > LONGEST_NAME) return undefined;
  const row = rowOf(id);
  return row && serverOfRow(row);
}

/** The known package that this one, which is not known, is easily taken for. */
export function nearMissOf(registry: Package['registry'], name: string): NearMiss | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const unknown = comparable(registry, name);
  const names = namesOf(registry);
  if (names.has(unknown)) return undefined;
  for (const [known, written] of names) {
    const row = isNearMiss(registry, known, unknown) ? rowOfName(registry, known) : undefined;
    if (row) return { name: written, server: serverOfRow(row) };
  }
  return undefined;
}

/** The server that a malicious npm package of this name posed as. */
export function denied(name: string): KnownServer | undefined {
  const row = rowsNaming(name).find((one) => one.denied?.includes(name));
  return row && serverOfRow(row);
}

/** The same object each time, so that servers can be compared. */
function serverOfRow(row: Row): KnownServer {
  const server = servers.get(row.id) ?? serverOf(row);
  servers.set(row.id, server);
  return server;
}
