import type { LocatedText } from '../../core/located-text.ts';
import type { Entry, Mapping, Value } from '../../core/value.ts';
import { decodePercent } from '../percent.ts';
import { parseLooseJson } from './loose-json.ts';
import { readGooseLink } from './read-goose-link.ts';
import { isEntry, showsServers } from './shapes.ts';
import { mappingOf } from './synthetic.ts';

/** Links in links, and JSON that was encoded again for each of them. */
const MAX_NESTING = 4;
const BASE64 = /^[A-Za-z0-9+/_-]{12,}={0,2}$/;
/** Of what base64 makes of an opening brace or bracket. */
const BASE64_JSON = /^[eW]/;

/** A parameter of a query. */
export interface Parameter {
  readonly name: string;
  readonly value: LocatedText;
}

/**
 * The config that a link has a host write, by what is in it, since every host has a form of its own and no two agree on
 * names: JSON or base64 of JSON as a parameter, JSON as the whole query, another such link as a parameter.
 */
export function readLink(link: LocatedText, nesting = 0): Value | undefined {
  const source = link.reveal();
  const question = source.indexOf('?');
  if (question === -1 || nesting > MAX_NESTING) return undefined;
  const query = link.slice(question + 1);
  const whole = readJsonOf(query);
  if (whole) return serversOf(whole, undefined, undefined);
  const parameters = parametersOf(query);
  if (source.startsWith('goose:')) return readGooseLink(parameters);
  const name = parameters.find((one) => /^(?:name|serverName)$/.test(one.name));
  let inputs: Value | undefined;
  let config: Value | undefined;
  for (const { name: parameter, value } of parameters) {
    const read = readJsonOf(value) ?? readBase64(value);
    if (parameter === 'inputs') inputs = read;
    else config ??= read;
    if (read) continue;
    const inner = decodePercent(value);
    const found = /^[a-z][a-z0-9+.-]{0,30}:[^?]*\?/i.test(inner.reveal())
      ? readLink(inner, nesting + 1)
      : undefined;
    if (found) return found;
  }
  return config && serversOf(config, name && decodePercent(name.value), inputs);
}

/** Of a query; `&amp;` where it stands in HTML. */
function parametersOf(query: LocatedText): Parameter[] {
  const source = query.reveal();
  const parameters: Parameter[] = [];
  const separator = /&(?:amp;)?/g;
  for (let start = 0; start <= source.length; ) {
    const match = separator.exec(source);
    const end = match?.index ?? source.length;
    const equals = source.slice(start, end).indexOf('=');
    if (equals > 0)
      parameters.push({
        name: source.slice(start, start + equals),
        value: query.slice(start + equals + 1, end),
      });
    if (!match) break;
    start = separator.lastIndex;
  }
  return parameters;
}

function readJsonOf(text: LocatedText): Value | undefined {
  let decoded = text;
  for (let times = 0; times <= MAX_NESTING; times++) {
    const source = decoded.reveal();
    if (/^\s*[{[]/.test(source)) return parseLooseJson(decoded)[0];
    // A part of a longer query is no value: only what begins with a brace can be.
    if (!/^%(?:25)*(?:7B|5B)/i.test(source)) return undefined;
    decoded = decodePercent(decoded);
  }
  return undefined;
}

function readBase64(text: LocatedText): Value | undefined {
  const encoded = decodePercent(text).trim();
  const source = encoded.reveal();
  if (!BASE64_JSON.test(source) || !BASE64.test(source)) return undefined;
  const json = Buffer.from(source, 'base64').toString('utf8');
  return /^\s*[{[]/.test(json) ? parseLooseJson(encoded.decodedWhole(json))[0] : undefined;
}

/** A config as hosts write it, from the forms that links have: one server, some, or a config. */
function serversOf(
  config: Value,
  name: LocatedText | undefined,
  inputs: Value | undefined,
): Value | undefined {
  if (config.kind !== 'mapping') return undefined;
  const at = config.entries[0]?.key;
  if (!at) return undefined;
  const others = inputs ? [entryOf(at.decodedWhole('inputs'), inputs)] : [];
  if (isEntry(config)) {
    const named = name ?? nameIn(config) ?? at.decodedWhole('server');
    const servers = mappingOf([entryOf(named, config)], config.range);
    const own = config.entries.filter(({ key }) => key.reveal() === 'inputs');
    return mappingOf([entryOf(at.decodedWhole('mcpServers'), servers), ...own, ...others], config.range);
  }
  if (config.entries.every(({ value }) => isEntry(value)))
    return mappingOf([entryOf(at.decodedWhole('mcpServers'), config), ...others], config.range);
  return showsServers(config) ? config : undefined;
}

function nameIn({ entries }: Mapping): LocatedText | undefined {
  const value = entries.find(({ key }) => key.reveal() === 'name')?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}

function entryOf(key: LocatedText, value: Value): Entry {
  return { key, value, shadowed: false };
}
