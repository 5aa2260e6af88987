import type { HashSettings } from '../credentials/slow-hash.ts';

// What OWASP asks for at least for passwords, in the form that takes the least memory: 32 MiB (Password Storage Cheat
// Sheet, "scrypt": N=2^15, r=8, p=3).
const COST = 2 ** 15;
const BLOCK_SIZE = 8;
const PARALLELIZATION = 3;

/** Twice the memory and not three times the work: baselines come from strangers, and may not keep us busy. */
const HIGHEST_COST = 2 ** 16;
const MOST_WORK = 2 ** 18;

/** The settings of a new baseline. */
export function newHashSettings(): HashSettings {
  const { randomBytes } = process.getBuiltinModule('node:crypto');
  return { salt: randomBytes(16), cost: COST, blockSize: BLOCK_SIZE, parallelization: PARALLELIZATION };
}

/** Whether the settings of a baseline are used: none that are weaker than ours, since new credentials are hashed with them too. */
export function isAllowed({ cost, blockSize, parallelization }: HashSettings): boolean {
  const work = cost * parallelization;
  return (
    blockSize === BLOCK_SIZE &&
    Number.isInteger(Math.log2(cost)) &&
    Number.isInteger(parallelization) &&
    cost >= COST &&
    cost <= HIGHEST_COST &&
    work >= COST * PARALLELIZATION &&
    work <= MOST_WORK
  );
}
