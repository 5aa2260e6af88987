import rows from './known-servers.json' with { type: 'json' };

/** Every known server, one JSON object per line. The bundles have another module in this one's place: scripts/pack-catalog.mjs. */
export function readLines(): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
