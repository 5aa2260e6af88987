import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compare } from './compare.mjs';

const INLINE = ['inline-credential', 'development-credential'];

/**
 * All rules against the rules about inline credentials alone, over a folder of configs: MCP_LINT_CORPUS, or real ones
 * beside the repository, or its examples.
 * @param {import('./run.mjs').Bench} bench
 * @returns {Iterable<import('./run.mjs').Row>}
 */
export function* rules({ cli, nodes, rounds }) {
  const places = [process.env['MCP_LINT_CORPUS'] ?? '../shared/corpus', 'examples'].map((path) =>
    resolve(path),
  );
  const folder = /** @type {string} */ (places.find((path) => existsSync(path)));
  const listed = execFileSync(process.execPath, [cli, 'rules'], { encoding: 'utf8' });
  const others = [...listed.matchAll(/^([a-z0-9-]+) /gm)]
    .map(([, id]) => id)
    .filter((id) => !INLINE.includes(String(id)));
  const alone = others.flatMap((id) => ['--rule', `${id}:off`]);
  for (const { path: node, version } of nodes) {
    const exits = [0, 1, 2];
    const measured = compare(
      { node, args: [cli, folder], exits },
      { node, args: [cli, ...alone, folder], exits },
      rounds,
      false,
    );
    yield { name: `all rules, Node ${version}`, unit: 'ms', target: 1.5, ...measured('wall') };
  }
}
