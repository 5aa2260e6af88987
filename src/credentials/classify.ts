import type { Slot } from '../core/model.ts';
import type { Confidence, Trait, Verdict } from '../core/verdict.ts';
import { nameOfCredential } from './credential-name.ts';
import { isDevelopmentDefault, isLocalHost } from './development-default.ts';
import { lifetimeOf } from './jwt.ts';
import { formatByShape, issuerForHost, issuersForName, prefixesOf } from './known-issuers.ts';
import { type FormatMatch, matchFormats } from './match-formats.ts';
import { classifyName, type NameClass } from './name.ts';
import type { OwnVerdict } from './own-credentials.ts';
import { readPhrase } from './phrase.ts';
import { findPlaceholder } from './placeholder.ts';
import { isPublishedSample } from './published-samples.ts';
import { findReferences, type ReferenceMatch } from './reference.ts';
import { isUuid, looksRandom } from './shape.ts';

/**
 * Decides what the value of a slot is: first by what the value itself shows (a reference, a known format), then by what
 * its name promises and whether the value keeps that promise. `own` knows what the settings say of it.
 */
export function classify(slot: Slot, own?: OwnVerdict): Verdict {
  const text = slot.value.reveal();
  const nameClass = classifySlotName(slot);
  const references = findReferences(text);
  if (references && !isLiteralBeside(references, nameClass)) {
    return { kind: 'reference', syntax: references.syntax, reason: `a reference (${references.syntax})` };
  }
  return own?.(slot) ?? classifyFormat(slot, text) ?? classifyOpaque(slot, text, nameClass);
}

/** Query parameters that carry keys although their names say little (Azure Functions, OpenWeather, SAS). */
const KEY_PARAMETERS = /^(?:code|appid|sig|s|k|sid|session|profile_key)$/i;

function classifySlotName(slot: Slot): NameClass {
  // The default of a reference has two names, its own variable's and that of the slot around it.
  const names = slot.kind === 'reference-default' ? slot.name.split(' ') : [slot.name];
  const nameClass = mostSecret(names.map(classifyName));
  if (slot.declaredSecret && nameClass !== 'password') return 'secret';
  if (slot.kind === 'url-query' && KEY_PARAMETERS.test(slot.name)) return 'weak';
  return nameClass;
}

const BY_SECRECY: readonly NameClass[] = ['password', 'secret', 'weak', 'public', 'benign', 'neutral'];

function mostSecret(classes: readonly NameClass[]): NameClass {
  return BY_SECRECY.find((nameClass) => classes.includes(nameClass)) ?? 'neutral';
}

/** Is the text a literal although some of it reads like a reference? Passwords hold `$`, `%` and `<` as well. */
function isLiteralBeside({ rest, certain }: ReferenceMatch, nameClass: NameClass): boolean {
  if (looksRandom(rest, 16)) return true;
  if (certain || !/^(?:password|secret|weak)$/.test(nameClass)) return false;
  return rest.replace(/[^A-Za-z0-9]/g, '').length >= 3 && readPhrase(rest) === undefined;
}

function classifyFormat(slot: Slot, text: string): Verdict | undefined {
  const matches = matchFormats(text);
  const secret = matches.find((match) => !match.format.public) ?? matches[0];
  if (!secret) return undefined;
  const { format, issuer } = secret;
  const token = text.slice(secret.start, secret.end);
  if (secret.checksum !== 'valid') {
    const reason = findPlaceholderBody(token, secret);
    if (reason !== undefined) return { kind: 'placeholder', reason: `${issuer.name}: ${reason}` };
  }
  if (isPublishedSample(token)) return PUBLISHED;
  if (format.public || secret.jwt?.role === 'anon') {
    return { kind: 'public', format: format.id, reason: `${nameOfCredential(secret)}, made to be public` };
  }
  return {
    kind: 'literal',
    secret: slot.value.slice(secret.start, secret.end),
    format: format.id,
    issuer: issuer.id,
    confidence: confidenceOf(secret),
    ...(secret.checksum && { checksum: secret.checksum }),
    traits: traitsOf(secret),
    ...(secret.jwt && { lifetime: lifetimeOf(secret.jwt, Date.now()) }),
    reason: reasonOf(secret),
  };
}

function findPlaceholderBody(token: string, { format }: FormatMatch): string | undefined {
  // All that such tokens have in common, which may be more than what tells them.
  const [prefix = ''] = [...format.prefixes, ...STRUCTURED]
    .filter((start) => token.startsWith(start))
    .sort((a, b) => b.length - a.length);
  return findPlaceholder(token.slice(prefix.length));
}

function confidenceOf({ checksum, exact, format }: FormatMatch): Confidence {
  if (checksum === 'valid') return 'high';
  if (checksum === 'invalid') return format.checksumPolicy === 'decisive' ? 'low' : 'medium';
  return exact ? 'high' : 'medium';
}

function traitsOf({ format, jwt }: FormatMatch): Trait[] {
  const traits: Trait[] = [...(format.traits ?? [])];
  if (jwt?.role === 'service_role' && !traits.includes('admin')) traits.push('admin');
  if (jwt?.exp !== undefined && jwt.exp * 1000 < Date.now()) traits.push('expired');
  return traits;
}

function reasonOf({ format, issuer, checksum, exact, jwt }: FormatMatch): string {
  const what = nameOfCredential({ format, issuer });
  if (checksum === 'valid') return `${what}, checksum valid`;
  if (checksum === 'invalid') return `${what} by its beginning, but its checksum does not fit`;
  if (jwt?.exp !== undefined) {
    const date = new Date(Math.min(jwt.exp, 8.64e12) * 1000).toISOString().slice(0, 10);
    return jwt.exp * 1000 < Date.now() ? `${what}, expired on ${date}` : `${what}, valid until ${date}`;
  }
  if (jwt) return `${what} that never expires`;
  return exact ? `${what}, by its documented format` : `${what} by its beginning, in an undocumented length`;
}

const PUBLISHED: Verdict = { kind: 'placeholder', reason: 'a sample value from public documentation' };

function classifyOpaque(slot: Slot, text: string, nameClass: NameClass): Verdict {
  if (slot.namesVariable) return benign('the name of a variable');
  if (nameClass === 'benign' && !isIssuersHeader(slot))
    return benign('its name tells a setting or an identifier');
  if (nameClass === 'public') return { kind: 'public', reason: 'its name says that it is made for clients' };
  if (nameClass === 'neutral' || nameClass === 'benign') return classifyNeutral(slot, text);
  if (isPublishedSample(text)) return PUBLISHED;
  if (nameClass === 'password' && isDevelopmentDefault(text) && isLocalHost(slot.destination)) {
    return literal(slot, 'low', ['development-default'], 'a well-known default of local development');
  }
  if (isMnemonic(slot, text)) return literal(slot, 'medium', [], 'a seed phrase');
  if (nameClass === 'password' && isPassphrase(text)) return literal(slot, 'low', [], 'a passphrase');
  if (text === slot.name && nameClass !== 'password')
    return { kind: 'placeholder', reason: 'its own name stands in its place' };
  const placeholder = findStandIn(text);
  if (placeholder !== undefined) return { kind: 'placeholder', reason: placeholder };
  const setting = findSetting(text, nameClass, slot.keyPlace);
  if (setting !== undefined) return benign(setting);
  if (nameClass === 'weak' && !looksRandom(text, 16))
    return benign('too short or too regular for a key under such a name');
  const confidence = looksRandom(text, 20) || issuersForName(slot.name).length > 0 ? 'medium' : 'low';
  return literal(
    slot,
    confidence,
    [],
    nameClass === 'password' ? 'a literal password' : 'an opaque literal under a name for secrets',
  );
}

/** Headers of issuers with names like `X-Honeycomb-Team`. */
function isIssuersHeader(slot: Slot): boolean {
  return slot.kind === 'header' && issuersForName(slot.name).length > 0;
}

/** Shorter than any token that begins so: `SG.test`, `tvly-XXX`. */
const SHORTEST_BODY = 12;

/** Beginnings of tokens that are no prefix of a format, since nothing but structure tells what follows. */
const STRUCTURED = ['eyJ', 'AC', 'SK', 'AIzaSy'];

/** Why a text is no value, itself or behind a beginning that tokens have. */
function findStandIn(text: string): string | undefined {
  return findPlaceholder(text) ?? findShortenedSample(text);
}

function findShortenedSample(text: string): string | undefined {
  for (const prefix of [...prefixesOf(text), ...STRUCTURED.filter((start) => text.startsWith(start))]) {
    const body = text.slice(prefix.length);
    if (prefix.length >= 3 && body.length < SHORTEST_BODY) return 'the beginning of a token, cut short';
    const placeholder = findPlaceholder(body);
    if (placeholder !== undefined) return placeholder;
  }
  return undefined;
}

/** Nothing but the value speaks: a random segment in the address of an MCP server is its key. */
function classifyNeutral(slot: Slot, text: string): Verdict {
  if (isPublishedSample(text)) return PUBLISHED;
  if (slot.kind === 'url-path' && slot.endpoint && holdsRandomPart(text)) {
    return literal(slot, 'low', [], 'a random path segment of a server address');
  }
  if (looksRandom(text, 16) && issuersForName(slot.name).length > 0 && findStandIn(text) === undefined) {
    return literal(slot, 'medium', [], 'an opaque literal where this issuer expects its credential');
  }
  return benign('neither its name nor its form tells a credential');
}

/** Names of hosted servers are words and a short suffix (`creamy-horse-y39`); keys are random for most of their length. */
function holdsRandomPart(segment: string): boolean {
  if (findStandIn(segment) !== undefined) return false;
  if (isUuid(segment)) return true;
  const rest = segment.split(/[-_.]/).filter((piece) => !readPhrase(piece));
  return segment.length >= 20 && looksRandom(rest.join(''), 16);
}

function literal(slot: Slot, confidence: Confidence, traits: readonly Trait[], reason: string): Verdict {
  const text = slot.value.reveal();
  const issuers = issuersForName(slot.name);
  // Of several issuers that share a name, the one whose keys look like this.
  const shaped = issuers.find((known) => formatByShape(known, text));
  const issuer =
    shaped ?? issuers[0] ?? (slot.destination === undefined ? undefined : issuerForHost(slot.destination));
  const format = issuer && formatByShape(issuer, text);
  return {
    kind: 'literal',
    secret: slot.value,
    ...(issuer && { issuer: issuer.id }),
    ...(format && { format: format.id }),
    confidence,
    traits,
    reason,
  };
}

function benign(reason: string): Verdict {
  return { kind: 'benign', reason };
}

/** A wallet's seed phrase is a sentence by design. */
function isMnemonic(slot: Slot, text: string): boolean {
  return (
    text.includes(' ') &&
    /mnemonic|phrase|seed/i.test(slot.name) &&
    /^(?:[a-z]{3,8} ){11,23}[a-z]{3,8}$/.test(text)
  );
}

/** Words of sentences about a password, not of one. */
const PROSE =
  /\b(?:your?|my|the|an?|is|are|of|for|from|as|to|in|same|use|used|see|set|with|this|that|here|enter|put|password|secret|token|key|placeholder|example|change|required|optional|not|no)\b/i;

/** `velvet anchor mosaic tundra`: three words or more, none of which speaks about passwords. */
function isPassphrase(text: string): boolean {
  return /^[A-Za-z]{3,12}(?: [A-Za-z]{3,12}){2,7}$/.test(text) && !PROSE.test(text);
}

const PATH = /^@?(?:~|\.{1,2})?[/\\]|^[A-Za-z]:[\\/]/;
/** Folders at the root of every system, and the user's own; base64 that starts with a slash does not go on like this. */
const ROOTED =
  /^@?(?:~[/\\]|\.{1,2}[/\\]|[A-Za-z]:[\\/]|\/(?:etc|run|var|home|Users|opt|tmp|usr|mnt|srv|root|private|Library|app|secrets|data)\/)/;
const EMAIL = /^[^@\s]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}$/;

/** Why the value is a setting although its name promises a secret. */
function findSetting(text: string, nameClass: NameClass, keyPlace = false): string | undefined {
  if (/[/\\]/.test(text) && PATH.test(text) && isReadablePath(text))
    return 'a path: the secret is in that file';
  if (/^sha(?:1|256|384|512)[:-]/i.test(text)) return 'a digest';
  if (nameClass === 'password') return text.length < 3 ? 'too short for a password' : undefined;
  if (text.includes('@') && EMAIL.test(text)) return 'an e-mail address';
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return 'a number';
  if (/\s/.test(text) && !/^\S+ \S+$/.test(text)) return 'prose';
  if (isUuid(text)) return undefined;
  if (readPhrase(text) && !/\d/.test(text) && !(keyPlace && /^[a-z]+$/.test(text))) return 'words';
  return text.length < 6 ? 'too short for a key' : undefined;
}

function isReadablePath(text: string): boolean {
  return ROOTED.test(text) || /\.[A-Za-z]{2,10}$/.test(text) || readPhrase(text) !== undefined;
}
