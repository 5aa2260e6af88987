import type { LocatedText } from '../../core/located-text.ts';
import type { Entry, Scalar, Value } from '../../core/value.ts';
import { decodePercent } from '../percent.ts';
import type { Parameter } from './read-link.ts';
import { mappingOf } from './synthetic.ts';

/** What a parameter of such a link is in a config. */
const MEMBERS: Readonly<Record<string, string>> = { cmd: 'command', url: 'url', type: 'type' };
/** Parameters that may be there many times, each `NAME=value`. */
const PAIRS: Readonly<Record<string, string>> = { env: 'env', header: 'headers' };

/**
 * `goose://extension?cmd=npx&arg=-y&arg=…&env=NAME=value&id=…&name=…`: every part of the config is a parameter
 * (block.github.io/goose/docs/getting-started/using-extensions, deeplinks). Behind the name of a variable stands what it is for.
 */
export function readGooseLink(parameters: readonly Parameter[]): Value | undefined {
  const [first] = parameters;
  if (!first) return undefined;
  const values = parameters.map(({ name, value }) => ({ name, value: decodePercent(value) }));
  const at = first.value;
  const entry = (name: string, value: Value): Entry => ({
    key: at.decodedWhole(name),
    value,
    shadowed: false,
  });
  const range = { start: at.range.start, end: values.at(-1)!.value.range.end };
  const args = values.filter(({ name }) => name === 'arg').map(({ value }) => scalarOf(value));
  const members = [
    ...values.flatMap(({ name, value }) => (name in MEMBERS ? [entry(MEMBERS[name]!, scalarOf(value))] : [])),
    ...(args.length > 0 ? [entry('args', { kind: 'sequence', range, items: args })] : []),
    ...Object.entries(PAIRS).flatMap(([parameter, member]) => {
      const pairs = values.filter(({ name }) => name === parameter).flatMap(({ value }) => pairOf(value));
      return pairs.length > 0 ? [entry(member, mappingOf(pairs, range))] : [];
    }),
  ];
  const name =
    (values.find((one) => one.name === 'name') ?? values.find((one) => one.name === 'id'))?.value ??
    at.decodedWhole('server');
  const servers = mappingOf([{ key: name, value: mappingOf(members, range), shadowed: false }], range);
  return mappingOf([entry('mcpServers', servers)], range);
}

function scalarOf(text: LocatedText): Scalar {
  return { kind: 'scalar', type: 'string', range: text.range, text };
}

function pairOf(text: LocatedText): Entry[] {
  const equals = text.reveal().indexOf('=');
  if (equals <= 0) return [];
  return [{ key: text.slice(0, equals), value: scalarOf(text.slice(equals + 1)), shadowed: false }];
}
