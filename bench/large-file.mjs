import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORDS, writeClaudeJson } from './claude-json.mjs';
import { compare } from './compare.mjs';

const PARSE = fileURLToPath(new URL('baselines/parse.cjs', import.meta.url));
const BYTES = 50_000_000;

/**
 * A `~/.claude.json` of 50 MB against `JSON.parse`.
 * @param {import('./run.mjs').Bench} bench
 * @returns {Iterable<import('./run.mjs').Row>}
 */
export function* largeFile({ cli, nodes, rounds, folder }) {
  for (const [what, words] of Object.entries(WORDS)) {
    mkdirSync(join(folder, what));
    const file = join(folder, what, '.claude.json');
    writeClaudeJson(file, { bytes: BYTES, words, seed: 1 });
    for (const { path: node, version } of nodes) {
      const subject = { node, args: [cli, file], exits: [0, 1] };
      const measured = compare(subject, { node, args: [PARSE, file], exits: [0] }, rounds, true);
      const name = `50 MB, ${what}, Node ${version}`;
      yield { name: `${name}: time`, unit: 'ms', target: 0.8, ...measured('wall') };
      yield { name: `${name}: processor time`, unit: 'ms', ...measured('cpu') };
      yield { name: `${name}: peak memory`, unit: 'KiB', target: 0.8, ...measured('memory') };
    }
  }
}
