import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { TEMPLATES } from './sample-templates.ts';

/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Seeded generator (mulberry32), so that every run makes the same tokens. */
export function prng(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text that holds one credential, and the credential alone. */
export interface Sample {
  readonly text: string;
  readonly secret: string;
}

/** A token of a format as its issuer documents it, its check included. */
export function sample(formatId: string, random: Random): string {
  return sampleOf(formatId, random).text;
}

/** The same, with the part of it that is secret. */
export function sampleOf(formatId: string, random: Random): Sample {
  const templates = TEMPLATES[formatId];
  if (templates === undefined) throw new Error(`no template for ${formatId}`);
  const template =
    typeof templates === 'string'
      ? templates
      : (templates[between(random, 0, templates.length - 1)] as string);
  const marked = template.replace(/<([^<>]+)>/g, (_, rule: string) => fill(rule, random));
  const checked = finish(formatId, marked);
  const text = checked.replace(/[«»]/g, '');
  return { text, secret: /«(.*)»/.exec(checked)?.[1] ?? text };
}

/** All formats that there are templates for. */
export const sampledFormats: readonly string[] = Object.keys(TEMPLATES);

/** Texts that look like a token of the format to a careless eye but are none: cut short, interrupted, inside a word. */
export function nearMisses(formatId: string, prefixes: readonly string[], random: Random): string[] {
  const { text, secret } = sampleOf(formatId, random);
  const prefix = prefixes.filter((one) => text.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  const body = Math.max(prefix?.length ?? 0, text.indexOf(secret));
  const cut = body + Math.min(8, Math.floor((text.length - body) / 3));
  const misses = [text.slice(0, cut), `${text.slice(0, cut)}!`, `${text.slice(0, body)}YOUR-OWN`];
  // A PEM block starts with characters that no word starts with, and holds anything.
  if (text.startsWith('-----')) return misses;
  misses.push(`${text.slice(0, cut)}!${text.slice(cut)}`);
  return prefix !== undefined || text === secret ? [...misses, `x${text}`] : misses;
}

export const ALPHABETS = {
  /** base62 */
  B: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  /** base64url */
  U: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  /** base64 */
  S: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  H: '0123456789abcdef',
  X: '0123456789ABCDEF',
  /** lower case and digits */
  L: 'abcdefghijklmnopqrstuvwxyz0123456789',
  /** capitals and digits */
  A: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  G: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  N: '123456789',
  /** base32, RFC 4648, lower and upper case */
  d: 'abcdefghijklmnopqrstuvwxyz234567',
  D: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  /** bech32 */
  k: 'qpzry9x8gf2tvdw0s3jn54khce6mua7l',
  K: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
} as const;

/** Characters of an alphabet. */
export function characters(random: Random, alphabet: string, length: number): string {
  let text = '';
  for (let index = 0; index < length; index++) text += alphabet[between(random, 0, alphabet.length - 1)];
  return text;
}

export function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => characters(random, ALPHABETS.H, length)).join('-');
}

/** An unsigned-looking but complete JWT with these claims. */
export function jwt(random: Random, claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  return `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}.${characters(random, ALPHABETS.U, 43)}`;
}

/** Checks as their issuers write them, for makers of tokens and for tests of the other direction. */
export const checks = {
  base62: (body: string) =>
    inBase(crc32(body), '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 6),
  base36: (text: string) => crc32(text).toString(36).padStart(7, '0'),
  hex: (text: string) => hexOf(text).toString('hex'),
  hexUpper: (text: string) => hexOf(text).toString('hex').toUpperCase(),
  hexReversed: (text: string) => hexOf(text).reverse().toString('hex'),
  base64Reversed: (text: string) => hexOf(text).reverse().toString('base64').slice(0, 6),
  sha256Base32(text: string): string {
    const bits = [...createHash('sha256').update(text).digest()]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    return (bits.slice(0, 40).match(/.{5}/g) ?? [])
      .map((five) => ALPHABETS.D[Number.parseInt(five, 2)])
      .join('');
  },
};

/** `<B36>`: 36 characters; `<B24-40>`: 24 to 40; `<uuid>` and the like: see `SPECIAL`. */
function fill(rule: string, random: Random): string {
  const special = SPECIAL[rule];
  if (special !== undefined) return special(random);
  const [, name, least, greatest] = /^([A-Za-z])(\d+)(?:-(\d+))?$/.exec(rule) ?? [];
  const alphabet = ALPHABETS[name as keyof typeof ALPHABETS];
  if (alphabet === undefined) throw new Error(`no rule ${rule}`);
  return characters(random, alphabet, between(random, Number(least), Number(greatest ?? least)));
}

const NOW = 1_790_000_000;

const SPECIAL: Readonly<Record<string, (random: Random) => string>> = {
  uuid,
  // Apart, so that scanners of this repository see no key.
  dashes: () => '-'.repeat(5),
  private: () => 'PRIVATE',
  snowflake: (random) => Buffer.from(characters(random, ALPHABETS.N, 18)).toString('base64url'),
  'gitlab-payload': (random) => {
    const ids = `o:1\np:${characters(random, ALPHABETS.L, 3)}\nu:${characters(random, ALPHABETS.L, 4)}`;
    const noise = Array.from({ length: 16 }, () => between(random, 0, 255));
    const payload = Buffer.from([...noise, ...Buffer.from(ids), ids.length]).toString('base64url');
    return `${payload}.01.${payload.length.toString(36).padStart(2, '0')}`;
  },
  jwt: (random) => jwt(random, { sub: characters(random, ALPHABETS.L, 12), iat: NOW, exp: NOW + 3600 }),
  'jwt-1password': (random) =>
    jwt(random, { '1password.com/auuid': characters(random, ALPHABETS.A, 26) }, { alg: 'ES256', typ: 'JWT' }),
  'jwt-kubernetes': (random) =>
    jwt(random, {
      iss: 'https://kubernetes.default.svc',
      sub: `system:serviceaccount:default:${characters(random, ALPHABETS.L, 6)}`,
    }),
  'jwt-service-role': (random) =>
    jwt(random, {
      iss: 'supabase',
      ref: characters(random, ALPHABETS.L, 20),
      role: 'service_role',
      iat: NOW,
    }),
  'jwt-anon': (random) =>
    jwt(random, { iss: 'supabase', ref: characters(random, ALPHABETS.L, 20), role: 'anon', iat: NOW }),
  'jwt-monday': (random) =>
    jwt(random, { tid: between(random, 1e6, 9e6), uid: between(random, 1e6, 9e6), per: 'me:write' }),
  'jwt-calendly': (random) =>
    jwt(
      random,
      { iss: 'https://auth.calendly.com', jti: uuid(random) },
      { kid: characters(random, ALPHABETS.H, 8), alg: 'ES256' },
    ),
  'jwt-n8n': (random) => jwt(random, { sub: uuid(random), iss: 'n8n', aud: 'public-api', iat: NOW }),
  'grafana-json': (random) => base64(`{"k":"${characters(random, ALPHABETS.B, 32)}","n":"linter","id":1}`),
  'grafana-cloud-json': (random) =>
    base64(`{"o":"12","n":"linter","k":"${characters(random, ALPHABETS.B, 24)}","m":{"r":"eu"}}`).replace(
      /=+$/,
      '',
    ),
  'sentry-json': (random) =>
    base64(`{"iat":1790000000,"url":"https://sentry.io","org":"${characters(random, ALPHABETS.L, 8)}"}`),
  '1password-json': (random) =>
    base64(`{"email":"a@b.example","muk":{"k":"${characters(random, ALPHABETS.B, 180)}"}}`).replace(
      /=+$/,
      '',
    ),
  'mapbox-json': (random) =>
    base64url(`{"u":"${characters(random, ALPHABETS.L, 8)}","a":"${characters(random, ALPHABETS.L, 25)}"}`),
  'bedrock-url': (random) =>
    base64(
      `bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Signature=${characters(random, ALPHABETS.H, 160)}`,
    ),
  'pem-body': (random) => Array.from({ length: 4 }, () => characters(random, ALPHABETS.S, 64)).join('\n'),
  'pem-base64': (random) =>
    base64(
      `${'-'.repeat(5)}BEGIN ${'RSA '}PRIVATE KEY${'-'.repeat(5)}\n${characters(random, ALPHABETS.S, 64)}\n${characters(random, ALPHABETS.S, 64)}\n`,
    ),
  'random-run': (random) =>
    `${characters(random, ALPHABETS.B, 11)}${'A'.repeat(10)}${characters(random, ALPHABETS.U, 43)}`,
  as: () => 'A'.repeat(21),
  rapidapi: (random) =>
    `${characters(random, ALPHABETS.L, 10)}msh${characters(random, ALPHABETS.L, 15)}p1${characters(random, ALPHABETS.L, 6)}jsn${characters(random, ALPHABETS.L, 11)}`,
};

/** What can only be written when the rest is there: `#` stands for the check. */
function finish(formatId: string, text: string): string {
  const place = text.indexOf('#');
  if (place === -1) return text;
  const before = text.slice(0, place);
  const body = before.slice(before.indexOf('_') + 1);
  if (/^gitlab/.test(formatId)) return before + checks.base36(before);
  if (/^atlassian/.test(formatId)) return before + checks.hexUpper(before);
  if (/^cloudflare/.test(formatId)) return before + checks.hex(body);
  if (formatId === 'grafana-service-account') return before + checks.hexReversed(before.slice(0, -1));
  if (formatId === 'zuplo-key') return before + checks.hex(body.slice(0, -1));
  if (formatId === 'confluent-secret') return before + checks.base64Reversed(before.slice(4));
  if (formatId === 'github-fine-grained-pat')
    return before + checks.sha256Base32(before) + text.slice(place + 1);
  return before + checks.base62(body);
}

function between(random: Random, least: number, greatest: number): number {
  return least + Math.floor(random() * (greatest - least + 1));
}

function inBase(value: number, digits: string, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / digits.length))
    text = `${digits[rest % digits.length]}${text}`;
  return text.padStart(width, '0');
}

function hexOf(text: string): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
