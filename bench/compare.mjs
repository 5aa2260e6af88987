import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TIMEOUT = 20_000;
const MAX_HANGS = 3;
const HOOK = fileURLToPath(new URL('cost-hook.cjs', import.meta.url));

/**
 * A program to run: arguments of `node`.
 * @typedef {{ node: string, args: readonly string[], exits: readonly number[] }} Program
 *
 * What one run took: milliseconds, milliseconds of all processors, KiB.
 * @typedef {{ wall: number, cpu?: number, memory?: number }} Cost
 *
 * @typedef {{ ratio: number, subject: number, baseline: number }} Comparison
 */

/**
 * Runs two programs in turns, first the one and then the other first, so that a machine that gets slower or faster
 * treats both alike.
 * @param {Program} subject
 * @param {Program} baseline
 * @param {number} rounds
 * @param {boolean} hooked also measure processor time and memory, which adds a little to the start-up of both
 * @returns {(measure: keyof Cost) => Comparison} medians; the ratio is the median of the ratios of the pairs
 */
export function compare(subject, baseline, rounds, hooked) {
  for (const program of [baseline, subject]) run(program, hooked);
  const pairs = Array.from({ length: rounds }, (_, round) => {
    if (round % 2 === 0) return { subject: run(subject, hooked), baseline: run(baseline, hooked) };
    const first = run(baseline, hooked);
    return { subject: run(subject, hooked), baseline: first };
  });
  return (measure) => ({
    ratio: median(pairs.map((pair) => pair.subject[measure] / pair.baseline[measure])),
    subject: median(pairs.map((pair) => pair.subject[measure])),
    baseline: median(pairs.map((pair) => pair.baseline[measure])),
  });
}

/**
 * Node may hang at exit while it still compiles in the background (https://github.com/nodejs/node/issues/54918): such
 * runs are told of and done again.
 * @param {Program} program
 * @param {boolean} hooked
 * @returns {Cost}
 */
function run({ node, args, exits }, hooked) {
  const all = hooked ? ['--require', HOOK, ...args] : args;
  for (let hangs = 0; hangs < MAX_HANGS; hangs++) {
    const start = performance.now();
    const result = spawnSync(node, all, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], timeout: TIMEOUT });
    const wall = performance.now() - start;
    if (result.error && 'code' in result.error && result.error.code === 'ETIMEDOUT') {
      console.error(`${args[0]} did not end within ${TIMEOUT / 1000} s`);
      continue;
    }
    if (result.error) throw result.error;
    if (!exits.includes(result.status)) {
      throw new Error(`${args[0]} ended with ${result.status ?? result.signal}: ${result.stderr}`);
    }
    return hooked ? { wall, ...JSON.parse(String(result.output[3])) } : { wall };
  }
  throw new Error(`${args[0]} hung ${MAX_HANGS} times`);
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
