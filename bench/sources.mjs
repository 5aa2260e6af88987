import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.mjs';
import { makeSources } from './source-tree.mjs';

const READ = fileURLToPath(new URL('baselines/read.cjs', import.meta.url));
const SIZE = { files: 20_000, mentions: 50, seed: 1 };

/**
 * A folder of 20,000 source files, 50 of which define an MCP server, against reading all of them.
 * @param {import('./run.mjs').Bench} bench
 * @returns {Iterable<import('./run.mjs').Row>}
 */
export function* sources({ cli, nodes, rounds, folder: parent }) {
  const root = join(parent, 'sources');
  mkdirSync(root);
  makeSources(root, SIZE);
  for (const { path: node, version } of nodes) {
    const subject = { node, args: [cli, root], exits: [0, 1] };
    const measured = compare(subject, { node, args: [READ, root], exits: [0] }, rounds, false);
    yield { name: `20,000 source files, Node ${version}`, unit: 'ms', target: 2, ...measured('wall') };
  }
}
