import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { startKeyring } from './keyring.mjs';

const TARGET = 1.6;
/** Says when it runs, in nanoseconds of the system's clock (`date` of GNU). */
const SERVER = ['/bin/date', '+%s%N'];
const ACCOUNT = 'bench/server/TOKEN';
const REFERENCE = `keychain://mcp-lint/${ACCOUNT}`;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * What the launcher adds before a server's first byte, against an empty program: without a reference, and with one that is
 * read from a real keyring. Each in turns, in an environment with nothing in it that slows Node.js down; least times.
 * @param {import('./run.mjs').Bench} bench
 * @returns {Iterable<import('./run.mjs').Row>}
 */
export function* exec({ cli, nodes, rounds, folder }) {
  const keyring = startKeyring(folder);
  try {
    const plain = keyring?.environment ?? { HOME: folder, PATH: '/usr/bin:/bin' };
    const ways = [{ what: 'exec', environment: plain }];
    if (keyring) {
      keyring.keep(ACCOUNT, sealedFor(plain, folder));
      ways.push({ what: 'exec with a reference', environment: { ...plain, TOKEN: REFERENCE } });
    } else console.error('exec with a reference: SKIPPED, needs dbus-daemon, gnome-keyring and secret-tool');
    for (const { path: node, version } of nodes) {
      for (const { what, environment } of ways) {
        const launched = () => untilFirstByte(node, [cli, 'exec', '--', ...SERVER], environment);
        const alone = () => untilFirstByte(SERVER[0], SERVER.slice(1), environment);
        const empty = () => untilEnd(node, ['-e', '0'], environment);
        launched(); // May leave compiled code behind.
        const best = leastOf([launched, alone, empty], rounds * 5);
        const [subject, baseline] = [best[0] - best[1], best[2]];
        const unit = 'ms (least)';
        yield {
          name: `${what}, Node ${version}`,
          unit,
          target: TARGET,
          ratio: subject / baseline,
          subject,
          baseline,
        };
      }
    }
  } finally {
    keyring?.stop();
  }
}

/** @param {(() => number)[]} measures @param {number} rounds */
function leastOf(measures, rounds) {
  const best = measures.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of measures.entries()) best[index] = Math.min(best[index], measure());
  return best;
}

/** @param {string} program @param {string[]} args @param {Record<string, string>} env */
function untilFirstByte(program, args, env) {
  const start = performance.timeOrigin + performance.now();
  return Number(run(program, args, env)) / 1e6 - start;
}

/** @param {string} program @param {string[]} args @param {Record<string, string>} env */
function untilEnd(program, args, env) {
  const start = performance.now();
  run(program, args, env);
  return performance.now() - start;
}

/** @param {string} program @param {string[]} args @param {Record<string, string>} env */
function run(program, args, env) {
  const { status, stdout, stderr } = spawnSync(program, args, { env, cwd: ROOT, timeout: 20_000 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout.toString();
}

/**
 * A made-up credential as the keyring keeps it, which the server may have.
 * @param {Record<string, string>} surroundings
 * @param {string} folder
 */
function sealedFor(surroundings, folder) {
  const contents = `
    import { Secret } from './src/core/secret.ts';
    import { useOfStart } from './src/launcher/command-use.ts';
    import { seal } from './src/vaults/envelope.ts';
    export const sealed = (start) =>
      seal({ secret: new Secret('made-up'), uses: [useOfStart(start, false)] }).reveal();`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const bundle = join(folder, 'seal.cjs');
  writeFileSync(bundle, outputFiles[0].contents);
  const environment = { TOKEN: REFERENCE };
  return createRequire(bundle)(bundle).sealed({
    words: SERVER,
    place: 'env TOKEN',
    environment,
    surroundings,
    folder: ROOT,
  });
}
