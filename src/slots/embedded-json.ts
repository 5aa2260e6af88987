import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import type { Value } from '../core/value.ts';
import { unescapeJson } from '../parsers/json-string.ts';
import { parseJsonc } from '../parsers/jsonc.ts';
import { type Carrier, inside, slotOf } from './carrier.ts';
import { decompose, decomposeHeader } from './decompose.ts';

const MAX_LENGTH = 1 << 20;

/** A JSON object or list inside a string: every string in it is a slot under its own key. */
export function splitEmbeddedJson(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const source = text.reveal();
  const decoded = looksLikeJson(source) ? text : (decodeJsonString(text) ?? decodeBase64Json(text, carrier));
  if (!decoded || decoded.length > MAX_LENGTH) return undefined;
  const { root, fault } = parseJsonc(decoded);
  if (!root || root.kind === 'scalar' || fault) return undefined;
  return leaves(root, inside(carrier, { step: 'json', kind: 'embedded-json' }), /header/i.test(carrier.name));
}

function looksLikeJson(source: string): boolean {
  return (
    (source.startsWith('{') && source.endsWith('}') && source.includes('"')) ||
    (source.startsWith('[') && /^\[\s*[[{"]/.test(source))
  );
}

/** JSON text that is itself written as a JSON string. */
function decodeJsonString(text: LocatedText): LocatedText | undefined {
  if (!text.reveal().startsWith('"') || !/^"\s*[[{\\]/.test(text.reveal())) return undefined;
  const inner = unescapeJson(text);
  return looksLikeJson(inner.reveal()) ? inner : undefined;
}

/** `config=<base64 of JSON>` as hosted gateways use it. Places inside the encoding are not kept: all of it is the secret. */
function decodeBase64Json(text: LocatedText, carrier: Carrier): LocatedText | undefined {
  const source = text.reveal();
  if (!/config|settings|options|base64|b64|account|credentials/i.test(carrier.name)) return undefined;
  if (!/^e[yw]/.test(source) || source.includes('.') || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(source))
    return undefined;
  const json = Buffer.from(source, 'base64').toString('utf8').trim();
  return looksLikeJson(json) ? text.decodedWhole(json) : undefined;
}

function leaves(value: Value, carrier: Carrier, headers: boolean): Slot[] {
  if (value.kind === 'scalar') {
    if (value.type === 'string')
      return headers ? decomposeHeader(value.text, carrier) : decompose(value.text, carrier);
    return value.type === 'number' ? [slotOf(value.text, carrier)] : [];
  }
  if (value.kind === 'sequence') {
    return value.items.flatMap((item, index) => leaves(item, inside(carrier, { step: `${index}` }), headers));
  }
  return value.entries.flatMap(({ key, value: member }) => {
    const name = key.reveal();
    return leaves(member, inside(carrier, { step: name, name }), headers || /header/i.test(name));
  });
}
