import type { Random } from './random.ts';

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();

/** Letter of a shape to its alphabet. */
export const ALPHABETS: Readonly<Record<string, string>> = {
  x: `${DIGITS}abcdef`,
  X: `${DIGITS}ABCDEF`,
  d: DIGITS,
  l: LOWER + UPPER,
  a: LOWER + UPPER + DIGITS,
  z: LOWER + DIGITS,
  Z: UPPER + DIGITS,
  u: `${LOWER}${UPPER}${DIGITS}_-`,
  w: `${LOWER}${UPPER}${DIGITS}_`,
  b: `${LOWER}${UPPER}${DIGITS}+/`,
  n: `${LOWER}234567`,
  N: `${UPPER}234567`,
  e: `${LOWER}${UPPER}${DIGITS}_-~`,
  s: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
};

/** A random (version 4) UUID. */
export function uuid(random: Random): string {
  const hex = random.chars(ALPHABETS['x'] as string, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${random.pick(['8', '9', 'a', 'b'])}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Fills a shape: `{x:32}` is 32 hexadecimal digits, `{a:20-24}` 20 to 24 alphanumerics, `{U}` a UUID; the rest stays. */
export function fill(shape: string, random: Random): string {
  return shape.replace(
    /\{(\w)(?::(\d+)(?:-(\d+))?)?\}/g,
    (_all, letter: string, min?: string, max?: string) => {
      if (letter === 'U') return uuid(random);
      const least = Number(min);
      return random.chars(
        ALPHABETS[letter] as string,
        random.int(least, max === undefined ? least : Number(max)),
      );
    },
  );
}

/** Base64url text of JSON, without padding. */
export const base64urlJson = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON web token with a random signature. */
export const jwt = (random: Random, payload: object, header: object = { alg: 'HS256', typ: 'JWT' }): string =>
  [base64urlJson(header), base64urlJson(payload), random.chars(ALPHABETS['u'] as string, 43)].join('.');
