import type { Slot } from '../core/model.ts';
import type { Confidence, Trait, Verdict } from '../core/verdict.ts';
import { nameOfCredential } from './credential-name.ts';
import { lifetimeOf } from './jwt.ts';
import { type FormatMatch, matchFormats } from './match-formats.ts';
import { isPublishedSample, PUBLISHED_SAMPLE } from './published-samples.ts';
import { findStandInBehind } from './stand-in.ts';

/** What a value is that has the form of a known credential; nothing where it has none. */
export function classifyFormat(slot: Slot): Verdict | undefined {
  const text = slot.value.reveal();
  const matches = matchFormats(text);
  const secret = matches.find((match) => !match.format.public) ?? matches[0];
  if (!secret) return undefined;
  const { format, issuer } = secret;
  const token = text.slice(secret.start, secret.end);
  if (secret.checksum !== 'valid') {
    const reason = findStandInBehind(token, format.prefixes);
    if (reason !== undefined) return { kind: 'placeholder', reason: `${issuer.name}: ${reason}` };
  }
  if (isPublishedSample(token)) return PUBLISHED_SAMPLE;
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
