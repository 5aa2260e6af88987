import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './compare.mjs';
import { pick, seededRandom } from './random.mjs';

/** By major version of Node. */
const TARGETS = { 20: 1.2, 24: 1.4 };
const ALPHABET = [...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'];

/**
 * A small config against an empty program.
 * @param {import('./run.mjs').Bench} bench
 * @returns {Iterable<import('./run.mjs').Row>}
 */
export function* startUp({ cli, nodes, rounds, folder }) {
  const clean = join(folder, 'clean.mcp.json');
  const leaking = join(folder, 'leaking.mcp.json');
  writeFileSync(clean, config({ LOG_LEVEL: 'info' }));
  writeFileSync(leaking, config({ SERVICE_API_KEY: opaqueKey() }));
  for (const { path: node, version } of nodes) {
    const nothing = { node, args: ['-e', '0'], exits: [0] };
    for (const [what, file, exit] of [
      ['clean', clean, 0],
      ['with a finding', leaking, 1],
    ]) {
      const measured = compare({ node, args: [cli, file], exits: [exit] }, nothing, rounds * 3, false);
      const target = TARGETS[version.split('.')[0]];
      yield { name: `start-up, ${what}, Node ${version}`, unit: 'ms', target, ...measured('wall') };
    }
  }
}

/** @param {Record<string, string>} env */
function config(env) {
  return JSON.stringify(
    { mcpServers: { service: { command: 'npx', args: ['-y', 'some-server@1.0.0'], env } } },
    null,
    2,
  );
}

function opaqueKey() {
  const random = seededRandom(3);
  return Array.from({ length: 40 }, () => pick(random, ALPHABET)).join('');
}
