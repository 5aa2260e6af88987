import type { Slot } from '../core/model.ts';
import type { Confidence, Trait, Verdict } from '../core/verdict.ts';
import { isDevelopmentDefault, isLocalHost } from './development-default.ts';
import { formatByShape, issuerForHost, issuersForName } from './known-issuers.ts';
import type { NameClass } from './name.ts';
import { readPhrase } from './phrase.ts';
import { isPublishedSample, PUBLISHED_SAMPLE } from './published-samples.ts';
import { findSetting } from './setting-value.ts';
import { isUuid, looksRandom } from './shape.ts';
import { findStandIn } from './stand-in.ts';

/** What a value without a known form is: what its name promises, if the value keeps that promise. */
export function classifyOpaque(slot: Slot, nameClass: NameClass): Verdict {
  const text = slot.value.reveal();
  if (slot.namesVariable) return benign('the name of a variable');
  if (nameClass === 'benign' && !isIssuersHeader(slot))
    return benign('its name tells a setting or an identifier');
  if (nameClass === 'public') return { kind: 'public', reason: 'its name says that it is made for clients' };
  if (nameClass === 'neutral' || nameClass === 'benign') return classifyNeutral(slot, text);
  if (isPublishedSample(text)) return PUBLISHED_SAMPLE;
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

/** Nothing but the value speaks: a random segment in the address of an MCP server is its key. */
function classifyNeutral(slot: Slot, text: string): Verdict {
  if (isPublishedSample(text)) return PUBLISHED_SAMPLE;
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
