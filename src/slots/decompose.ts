import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import { type Carrier, inside, slotOf } from './carrier.ts';
import { splitConnectionString } from './connection-string.ts';
import { splitEmbeddedJson } from './embedded-json.ts';
import { decodeBasic, splitHeaderLine, splitHeaderLines, splitHeaderPairs, splitScheme } from './header.ts';
import { splitReferenceDefaults } from './reference-default.ts';
import { splitText } from './split-text.ts';
import { splitUrl } from './url.ts';

/** JSON in a URL in a shell string in JSON is four; nobody nests deeper by accident. */
const MAX_DEPTH = 6;

/** Splits text under a name into the slots that it holds; opaque text is one slot. */
export function decompose(text: LocatedText, carrier: Carrier): Slot[] {
  const trimmed = text.trim();
  if (trimmed.length === 0) return [];
  if (carrier.depth >= MAX_DEPTH) return [slotOf(trimmed, carrier)];
  const quoted = unquote(trimmed);
  if (quoted) return decompose(quoted, { ...carrier, depth: carrier.depth + 1 });
  return (
    splitReferenceDefaults(trimmed, carrier) ??
    splitEmbeddedJson(trimmed, carrier) ??
    splitUrl(trimmed, carrier) ??
    splitConnectionString(trimmed, carrier) ??
    splitHeaderLines(trimmed, carrier) ??
    splitHeaderLine(trimmed, carrier) ??
    splitHeaderPairs(trimmed, carrier) ??
    splitCookies(trimmed, carrier) ??
    splitScheme(trimmed, carrier) ??
    splitList(trimmed, carrier) ?? [slotOf(trimmed, carrier)]
  );
}

/** `'value'`: quotes that a shell would have taken off; JSON in quotes is left to its own reader. */
function unquote(text: LocatedText): LocatedText | undefined {
  const source = text.reveal();
  const quote = source[0];
  if ((quote !== '"' && quote !== "'") || source.length < 3 || !source.endsWith(quote)) return undefined;
  return /^["']\s*[[{\\]/.test(source) || source.slice(1, -1).includes(quote) ? undefined : text.slice(1, -1);
}

/** A header's value: the scheme word is not part of the secret, and Basic hides a user and a password. */
export function decomposeHeader(text: LocatedText, carrier: Carrier): Slot[] {
  const trimmed = text.trim();
  if (trimmed.length === 0) return [];
  return decodeBasic(trimmed, carrier) ?? decompose(trimmed, carrier);
}

const PLURAL = /(?:keys|tokens|secrets|passwords)$/i;

/** `CONTEXT7_API_KEYS=a,b`: every item is a credential of its own. */
function splitList(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const source = text.reveal();
  if (!source.includes(',') || !PLURAL.test(carrier.name) || !/^[^\s,]+(?:,\s*[^\s,]+)+$/.test(source))
    return undefined;
  return splitText(text, ',').flatMap((piece, index) =>
    decompose(piece, inside(carrier, { step: `${index}` })),
  );
}

/** `name=value; name=value` of a Cookie header, or of a variable for one. */
function splitCookies(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  if (
    !text.reveal().includes('=') ||
    !/cookies?$/i.test(carrier.name) ||
    !/^[^=;\s]{1,80}=[^=]/.test(text.reveal())
  )
    return undefined;
  return splitText(text, ';').flatMap((pair) => {
    const equals = pair.reveal().indexOf('=');
    if (equals < 1) return [];
    const name = pair.slice(0, equals).trim().reveal();
    return decompose(pair.slice(equals + 1), inside(carrier, { step: name, name: `${name} cookie` }));
  });
}
