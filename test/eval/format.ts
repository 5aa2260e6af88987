import type { Random } from './random.ts';
import { fill } from './shape.ts';

/** One kind of credential that an issuer hands out. */
export interface Format {
  readonly id: string;
  /** Names of the variables that usually hold it. */
  readonly names: readonly string[];
  readonly make: (random: Random) => string;
  /** The value tells what it is without a name. */
  readonly distinctive: boolean;
}

/** Rows `[id, names, shape | shapes | maker]` as formats. */
export function formats(
  distinctive: boolean,
  rows: readonly (readonly [string, string, string | readonly string[] | ((random: Random) => string)])[],
): Format[] {
  return rows.map(([id, names, shape]) => ({
    id,
    names: names.split(' ').filter((name) => name !== ''),
    distinctive,
    make: (random) => {
      if (typeof shape === 'function') return shape(random);
      return fill(typeof shape === 'string' ? shape : random.pick(shape), random);
    },
  }));
}
