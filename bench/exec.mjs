import { compare } from './compare.mjs';

const TARGET = 1.6;
/** Ends as soon as it has begun, so that all the time is the launcher's. */
const SERVER = ['/bin/echo', 'ready'];

/**
 * What the launcher adds before a server's first byte, against an empty program. No credential is read: what a vault takes
 * is the vault's.
 * @param {import('./run.mjs').Bench} bench
 * @returns {Iterable<import('./run.mjs').Row>}
 */
export function* exec({ cli, nodes, rounds }) {
  for (const { path: node, version } of nodes) {
    const launched = { node, args: [cli, 'exec', '--', ...SERVER], exits: [0] };
    const measured = compare(launched, { node, args: ['-e', '0'], exits: [0] }, rounds * 3, false);
    yield { name: `exec, Node ${version}`, unit: 'ms', target: TARGET, ...measured('wall') };
  }
}
