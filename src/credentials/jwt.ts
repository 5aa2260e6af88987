/** Claims of a JWT that may be told. Times are seconds since 1970. */
export interface JwtFacts {
  readonly alg: string;
  readonly typ?: string;
  readonly iss?: string;
  readonly aud?: string | readonly string[];
  readonly role?: string;
  readonly exp?: number;
  readonly iat?: number;
  readonly hasExpiry: boolean;
}

/** A JWT taken apart. `payload` is compact JSON text of all claims: match it, never print it. */
export interface DecodedJwt {
  readonly facts: JwtFacts;
  readonly payload: string;
}

/**
 * Takes a JWT apart without verifying it; undefined for anything that is not one (RFC 7519, JWS compact form). Header and
 * payload must be JSON objects, and the header must name `alg`.
 */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const parts = token.split('.', 4);
  if (parts.length !== 3) return undefined;
  const [header, payload, signature] = parts as [string, string, string];
  const head = decodeObject(header);
  const alg = textOf(head?.['alg']);
  if (alg === undefined || alg === '') return undefined;
  if (signature === '' && alg.toLowerCase() !== 'none') return undefined;
  const claims = decodeObject(payload);
  if (claims === undefined) return undefined;
  const exp = numberOf(claims['exp']);
  const facts = {
    alg,
    ...defined('typ', textOf(head?.['typ'])),
    ...defined('iss', textOf(claims['iss'])),
    ...defined('aud', audienceOf(claims['aud'])),
    ...defined('role', textOf(claims['role'])),
    ...defined('exp', exp),
    ...defined('iat', numberOf(claims['iat'])),
    hasExpiry: exp !== undefined,
  };
  return { facts, payload: compact(claims) };
}

const DAY = 24 * 60 * 60;

/**
 * Days from the issue of a JWT to its end, from `now` (milliseconds) where it does not tell when it was issued;
 * `Infinity` for one that never expires.
 */
export function lifetimeOf({ exp, iat }: JwtFacts, now: number): number {
  if (exp === undefined) return Number.POSITIVE_INFINITY;
  const from = iat !== undefined && iat <= exp ? iat : now / 1000;
  return (exp - from) / DAY;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;

function decodeObject(part: string): Readonly<Record<string, unknown>> | undefined {
  if (!BASE64URL.test(part)) return undefined;
  try {
    const text = Buffer.from(part, 'base64url').toString().trim();
    // Making an error costs more than all the rest.
    if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    // The parser's message quotes the text: dropped.
    return undefined;
  }
}

/** Nesting that is too deep to write down again makes a payload without claims to match. */
function compact(claims: Readonly<Record<string, unknown>>): string {
  try {
    return JSON.stringify(claims);
  } catch {
    return '{}';
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function audienceOf(value: unknown): string | readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string');
  return textOf(value);
}

function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
