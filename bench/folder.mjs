import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.mjs';
import { makeTree } from './file-tree.mjs';

const LIST = fileURLToPath(new URL('baselines/list.cjs', import.meta.url));
const SIZE = { tracked: 40_000, installed: 60_000, configs: 20, seed: 1 };

/**
 * A repository of 100,000 files, most of them in `node_modules`, against `git ls-files` and reading every JSON file.
 * @param {import('./run.mjs').Bench} bench
 * @returns {Iterable<import('./run.mjs').Row>}
 */
export function* folder({ cli, nodes, rounds, folder: parent }) {
  const root = join(parent, 'repository');
  mkdirSync(root);
  makeTree(root, SIZE);
  for (const { path: node, version } of nodes) {
    const subject = { node, args: [cli, root], exits: [0, 1] };
    const measured = compare(subject, { node, args: [LIST, root], exits: [0] }, rounds, false);
    yield { name: `100,000 files, Node ${version}`, unit: 'ms', target: 2, ...measured('wall') };
  }
}
