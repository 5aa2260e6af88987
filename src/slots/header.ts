import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import { decodePercent } from '../parsers/percent.ts';
import { type Carrier, inside, slotOf } from './carrier.ts';
import { decompose, decomposeHeader } from './decompose.ts';
import { splitText } from './split-text.ts';

// IANA's registry of authentication schemes, and what vendors use in the same place (reference: tokens, section 4).
const SCHEME =
  /^(?:bearer|token|apikey|api-key|api_key|key|bot|basic|digest|geniekey|ssws|klaviyo-api-key|deepl-auth-key|splunk|negotiate|sentry-bearer|zoho-oauthtoken|oauth|jwt|apitoken|access_token|discogs|token token=|api-token|private-token|shared_access_signature)(?:\s+|:\s*)(?=\S)/i;

/** `Bearer x`, `Token token="x"`: the scheme word is no part of the secret. */
export function splitScheme(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const match = /[\s:]/.test(text.reveal()) && SCHEME.exec(text.reveal());
  if (!match) return undefined;
  // `key: value` and `token value` are prose unless the place is one for headers or the rest is one word.
  if (carrier.kind !== 'header' && /\s/.test(text.reveal().slice(match[0].length))) return undefined;
  const scheme = match[0].trim().toLowerCase();
  const name = carrier.name === '' ? 'authorization' : carrier.name;
  const rest = unquote(skipParameterName(text.slice(match[0].length)));
  const inner = { ...carrier, name, declaredSecret: true, depth: carrier.depth + 1 };
  return scheme === 'basic' ? (decodeBasic(text, inner) ?? [slotOf(rest, inner)]) : decompose(rest, inner);
}

/** `Token token=x` and `Token token="x"` of Django and PagerDuty. */
function skipParameterName(text: LocatedText): LocatedText {
  const match = /^(?:token|access_token|api_?key)=/i.exec(text.reveal());
  return match ? text.slice(match[0].length) : text;
}

function unquote(text: LocatedText): LocatedText {
  const source = text.reveal();
  const quote = source[0];
  return source.length > 1 && (quote === '"' || quote === "'") && source.endsWith(quote)
    ? text.slice(1, -1)
    : text;
}

/** `Basic base64(user:password)`: judged by the password, placed at the base64 text. */
export function decodeBasic(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const source = text.reveal();
  const match = /^[Bb]/.test(source) && /^basic\s+([A-Za-z0-9+/_-]+={0,2})$/i.exec(source);
  if (!match) return undefined;
  const encoded = text.slice(text.length - match[1]!.length);
  const pair = Buffer.from(match[1]!, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon === -1 || /[\u0000-\u001f\ufffd]/.test(pair)) return undefined;
  const password = pair.slice(colon + 1);
  // An empty password under a user name means that the user name is the key (Stripe, Mixpanel).
  const secret = password === '' ? pair.slice(0, colon) : password;
  if (secret === '') return [];
  return [
    slotOf(
      encoded.decodedWhole(secret),
      inside(carrier, { step: 'basic', name: `${carrier.name} password` }),
    ),
  ];
}

const HEADER_LINE = /^([A-Za-z][A-Za-z0-9_-]{1,80}):(\s*)(?=\S)/;
const KNOWN_HEADER =
  /^(?:(?:proxy-)?authorization|cookie|x-[a-z0-9-]+|[a-z0-9_-]*(?:api[-_]?key|token|secret|auth)[a-z0-9_-]*)$/i;
/** Names that tell a header even when no space follows the colon; `oauth:…` is a token of Twitch. */
const CLEAR_HEADER = /^(?:authorization|cookie|.*[-_].*)$/i;

/** Several headers in one text: a line for each, or commas between them (`A: x,B: y`). */
export function splitHeaderLines(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  if (!/headers?$/i.test(carrier.name)) return undefined;
  const starts = [...text.reveal().matchAll(/(?:^|[\n,]\s*)(?=[A-Za-z][A-Za-z0-9_-]{1,80}:\s*[^\s/])/g)];
  if (starts.length < 2) return undefined;
  return starts.flatMap(({ index, 0: separator }, at) => {
    const line = text.slice(index + separator.length, starts[at + 1]?.index ?? text.length).trim();
    return decompose(line, { ...carrier, depth: carrier.depth + 1 });
  });
}

/** `Authorization: Bearer x` in one text, as `--header` takes it. */
export function splitHeaderLine(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const match = text.reveal().includes(':') && HEADER_LINE.exec(text.reveal());
  if (!match || !KNOWN_HEADER.test(match[1]!) || (match[2] === '' && !CLEAR_HEADER.test(match[1]!)))
    return undefined;
  const value = text.slice(match[0].length);
  const name = match[1]!;
  return decomposeHeader(value, inside(carrier, { step: name, kind: 'header', name }));
}

const HEADER_PAIR = /^([A-Za-z][A-Za-z0-9_-]{1,80})=(?=\S)/;

/** `Authorization=Bearer x,x-team=y` in a variable for headers, as OpenTelemetry takes them. */
export function splitHeaderPairs(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  if (!text.reveal().includes('=') || !/headers?$/i.test(carrier.name) || !HEADER_PAIR.test(text.reveal()))
    return undefined;
  return splitText(text, ',').flatMap((pair) => {
    const name = HEADER_PAIR.exec(pair.reveal())?.[1];
    if (name === undefined) return decompose(pair, { ...carrier, depth: carrier.depth + 1 });
    const value = decodePercent(pair.slice(name.length + 1));
    return decomposeHeader(value, inside(carrier, { step: name, kind: 'header', name }));
  });
}
