/** Seeded source of choices: the same seed makes the same files on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** Both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Entries with a larger weight come more often. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T;
  chars(alphabet: string, length: number): string;
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32: small, fast, good enough to spread samples. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T;
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (list) => {
      let point = next() * list.reduce((sum, entry) => sum + entry.weight, 0);
      for (const entry of list) {
        point -= entry.weight;
        if (point < 0) return entry;
      }
      return list[list.length - 1] as (typeof list)[number];
    },
    chars: (alphabet, length) => {
      let text = '';
      for (let index = 0; index < length; index += 1) text += alphabet[int(0, alphabet.length - 1)];
      return text;
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = int(0, index);
        [copy[index], copy[other]] = [
          copy[other] as (typeof copy)[number],
          copy[index] as (typeof copy)[number],
        ];
      }
      return copy;
    },
  };
}
