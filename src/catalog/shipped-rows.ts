import rows from './known-servers.json' with { type: 'json' };
import { nameIndex } from './name-index.ts';
import type { Row } from './row.ts';

// The bundles have another module in this one's place: scripts/pack-catalog.mjs.

/** Every known server, one JSON object per line. */
export function readLines(): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The names in those lines. */
export function readNames(): string {
  return nameIndex(rows as unknown as readonly Row[]);
}
