import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import { decodePercent } from '../parsers/percent.ts';
import { append } from './append.ts';
import { type Carrier, inside, slotOf } from './carrier.ts';
import { decompose } from './decompose.ts';
import { findKeyPath } from './url-paths.ts';

// Letters of both cases are written out where they can be: expressions that ignore case are slow to compile.
const SCHEME = /^(?:[Jj][Dd][Bb][Cc]:)?([A-Za-z][A-Za-z0-9+.-]{0,30}):(?:[A-Za-z]{1,12}:)?\/\//;

/** Addresses of secrets are references, not places. */
const VAULT_SCHEME =
  /^(?:op|keychain|keyring|vault|secrets?|secretref|doppler|infisical|bws|pass|gopass|mcpguard|akv|ssm|gcpsm|awssm|sops|env|file):\/\//i;

/** Takes a URL apart: user information, path, query and fragment may each hold a credential. */
export function splitUrl(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const source = text.reveal();
  const match = source.includes('://') && SCHEME.exec(source);
  if (!match || (!source.startsWith('http') && VAULT_SCHEME.test(source))) return undefined;
  const start = match[0].length;
  const authorityEnd = findAuthorityEnd(source, start);
  const at = source.lastIndexOf('@', authorityEnd - 1);
  const hostStart = at >= start ? at + 1 : start;
  const host = hostName(source.slice(hostStart, authorityEnd));
  // What is said of the whole (`sensitive: true`) is not said of every part.
  const part = { ...carrier, destination: host, declaredSecret: false };
  const slots = at >= start ? splitUserInfo(text.slice(start, at), part, match[1]!.toLowerCase()) : [];
  if (isSentryDsn(source.slice(start)))
    return [slotOf(text.slice(start, at), inside(part, { step: 'user', name: 'public key' }))];
  // `jdbc:sqlserver://host;user=sa;password=x`: nothing but these parameters follows.
  if (source[authorityEnd] === ';')
    return [...slots, ...splitParameters(text.slice(authorityEnd + 1), part, ';')];

  const hash = indexOrEnd(source, '#', authorityEnd);
  const query = Math.min(indexOrEnd(source, '?', authorityEnd), hash);
  append(slots, splitPath(text.slice(authorityEnd, query), part));
  if (query < hash) append(slots, splitParameters(text.slice(query + 1, hash), part));
  if (source.slice(hash).includes('=')) append(slots, splitParameters(text.slice(hash + 1), part));
  return slots;
}

/** `https://<32 hex>@host/42`: browsers send it, so it is no secret. */
function isSentryDsn(rest: string): boolean {
  return rest[32] === '@' && /^[0-9a-f]{32}@[A-Za-z0-9.-]{1,255}(?::\d{1,5})?\/\d{1,20}$/.test(rest);
}

/** Scheme, host name and port of a URL; nothing when what stands there is anything else. */
export function originOf(url: LocatedText): string | undefined {
  const source = url.reveal();
  const scheme = SCHEME.exec(source);
  if (!scheme) return undefined;
  const end = findAuthorityEnd(source, scheme[0].length);
  const host = source.slice(Math.max(source.lastIndexOf('@', end - 1) + 1, scheme[0].length), end);
  return /^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/.test(host)
    ? `${scheme[1]}://${host}`
    : undefined;
}

function indexOrEnd(source: string, character: string, from: number): number {
  const index = source.indexOf(character, from);
  return index === -1 ? source.length : index;
}

/**
 * End of `user:password@host:port`. People write passwords with an unescaped `/`, `?` or `#`, so when the part before
 * the first of these is no `host:port`, the last `@` before a query decides.
 */
function findAuthorityEnd(source: string, start: number): number {
  const end = start + source.slice(start).search(/[/?#;]|$/);
  const authority = source.slice(start, end);
  if (authority.includes('@') || !/^[^:[\]]+:(?!\d{1,5}$)/.test(authority)) return end;
  const at = source.lastIndexOf('@');
  if (at < end || /\s/.test(source)) return end;
  return at + source.slice(at).search(/[/?#;]|$/);
}

/** Host name without port; the first of several (`mongodb://a,b`). */
function hostName(authority: string): string {
  const first = authority.split(',')[0]!;
  return (/^\[[^\]]*\]/.exec(first)?.[0] ?? first.replace(/:\d*$/, '')).toLowerCase();
}

/** User names that only say "the password is a token" (GitHub, GitLab, Bitbucket, Azure). */
const TOKEN_PASSWORD = /^(?:x-oauth-basic|x-access-token|)$/i;

function splitUserInfo(text: LocatedText, carrier: Carrier, scheme: string): Slot[] {
  const source = text.reveal();
  // `${env:NAME}` and `{env:NAME}` have a colon of their own.
  const colon = source.replace(/\{[^{}]*\}/g, (braces) => '_'.repeat(braces.length)).indexOf(':');
  const user = decodePercent(text.slice(0, colon === -1 ? source.length : colon));
  const password = colon === -1 ? undefined : decodePercent(text.slice(colon + 1));
  const userInfo = (value: LocatedText, name: string) =>
    slotOf(value, inside(carrier, { step: name, kind: 'url-userinfo', name }));
  if (password && !TOKEN_PASSWORD.test(password.reveal())) {
    const slots = [userInfo(password, 'password')];
    return user.length > 0 ? [...slots, userInfo(user, 'user')] : slots;
  }
  if (user.length === 0) return [];
  // `https://TOKEN@host` and `https://TOKEN:x-oauth-basic@host`; `ssh://git@host` and `postgres://me@host` are names.
  const isToken = password !== undefined || /^(?:(?:git\+)?https?|nats|tls)$/.test(scheme);
  return [userInfo(user, isToken ? 'user token' : 'user')];
}

function splitPath(text: LocatedText, carrier: Carrier): Slot[] {
  const source = text.reveal();
  const slots: Slot[] = [];
  const endpoint =
    carrier.endpoint ||
    /^mcp\.|\.mcp\./.test(carrier.destination ?? '') ||
    /\/(?:mcp|sse)(?:\/|$)/.test(source);
  let start = 0;
  for (const segment of source.split('/')) {
    // Keys stand near the beginning, and what is before a segment near it.
    const before = source.slice(Math.max(0, start - 256), start);
    const key = start <= 256 ? findKeyPath(carrier.destination ?? '', before) : undefined;
    const prefix = key?.skip ? (segment.startsWith(key.skip) ? key.skip.length : -1) : 0;
    if (prefix >= 0 && segment.length - prefix >= (key ? 5 : 8)) {
      const inner = inside(carrier, {
        step: 'path',
        kind: 'url-path',
        name: key ? 'key' : '',
        ...(key && { declaredSecret: true }),
        ...(key?.short && { keyPlace: true }),
        endpoint: endpoint && !isIdentifierPlace(before, segment),
      });
      slots.push(slotOf(decodePercent(text.slice(start + prefix, start + segment.length)), inner));
    }
    start += segment.length + 1;
  }
  return slots;
}

/** Collections whose members are told by an id: `/projects/<id>/mcp`. */
const COLLECTION =
  /\/(?:tenants?|projects?|orgs?|organi[sz]ations?|workspaces?|teams?|accounts?|users?|sites?|servers?|apps?|agents?|environments?|envs?|databases?|db|clusters?|instances?|spaces?|groups?|channels?|documents?|docs|files?|folders?|collections?|deployments?|zones?|regions?|repos?|boards?|ids?|versions?)\/$/i;
/** What stands before a UUID that is a key, not an id. */
const KEY_PLACE = /(?:^|\/)(?:sse|mcp|s|u|t|k|key|token|connect|hooks?|webhooks?)\/$/i;

/** Is a segment behind this part of the path an identifier, however random it looks? */
function isIdentifierPlace(before: string, segment: string): boolean {
  if (
    /^(?:arn:|arn%3A|sha(?:1|256|512)-|(?:org|proj|ws|team|acct|tenant|user|usr|env|app)[_-])/i.test(segment)
  )
    return true;
  if (/\.[a-z][a-z0-9]{1,5}$/i.test(segment) || /^[0-9a-f]{24}$/.test(segment)) return true;
  if (/\/(?:archive|raw|blob|tree|resolve|commit|commits|layers|releases|download)\//.test(before))
    return true;
  return (
    COLLECTION.test(before) ||
    (segment.length === 36 && segment.split('-').length === 5 && !KEY_PLACE.test(before))
  );
}

function splitParameters(text: LocatedText, carrier: Carrier, separator = '&'): Slot[] {
  const slots: Slot[] = [];
  let start = 0;
  for (const pair of text.reveal().split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0) {
      const name = decodePercent(text.slice(start, start + equals)).reveal();
      const value = decodePercent(text.slice(start + equals + 1, start + pair.length));
      append(slots, decompose(value, inside(carrier, { step: name, kind: 'url-query', name })));
    }
    start += pair.length + 1;
  }
  return slots;
}
