import type { Entry, Mapping, Value } from '../../core/value.ts';
import type { Node } from './nodes.ts';
import type { Reading } from './reading.ts';
import { isServer } from './shapes.ts';

/** Members that configs write in another way: `server_url` of OpenAI's tools, `fullCommand` of OpenAI Agents. */
const REWRITTEN: Readonly<Record<string, (reading: Reading, entry: Entry) => Entry>> = {
  server_url: (_, entry) => ({ ...entry, key: entry.key.decodedWhole('url') }),
  fullCommand: (reading, entry) => ({
    ...entry,
    key: entry.key.decodedWhole('command'),
    value: wordsOf(reading, entry.value),
  }),
};

/** Members that only servers have, even where what is started or called is not in the file. */
const OF_SERVERS = new Set([
  'env',
  'args',
  'headers',
  'requestInit',
  'authorization',
  'connector_id',
  'connectorId',
]);
const OF_PROGRAMS = new Set(['env', 'args', 'cwd']);

/**
 * An entry as configs write it. What it starts or calls may come from elsewhere; then a reference stands for it. Nothing
 * for what is no entry.
 */
export function asEntry(reading: Reading, node: Node, value: Value): Mapping | undefined {
  if (value.kind !== 'mapping') return undefined;
  const entries = value.entries.map((entry) => {
    const name = entry.key.reveal();
    return Object.hasOwn(REWRITTEN, name) ? REWRITTEN[name]!(reading, entry) : entry;
  });
  const entry = reading.mapping(value.range, entries);
  if (isServer(entry, false)) return entry;
  const names = value.entries.map(({ key }) => key.reveal());
  if (!names.some((name) => OF_SERVERS.has(name))) return undefined;
  const missing = names.some((name) => OF_PROGRAMS.has(name)) ? 'command' : 'url';
  const key = reading.wordAt(node, missing);
  return reading.mapping(value.range, [...entries, { key, value: reading.reference(node), shadowed: false }]);
}

/** A mapping or a list of entries under a name that hosts read servers from; nothing when there is none in it. */
export function asWrapped(reading: Reading, node: Node, value: Value): Value | undefined {
  if (value.kind === 'sequence') {
    const holds = (item: Value) =>
      isServer(item, false) || asWrapped(reading, node, item)?.kind === 'mapping';
    return value.items.some(holds) ? value : undefined;
  }
  if (value.kind !== 'mapping' || isServer(value, false)) return undefined;
  let found = false;
  const entries = value.entries.map((entry): Entry => {
    const server = asEntry(reading, node, entry.value);
    found ||= server !== undefined;
    return server ? { ...entry, value: server } : entry;
  });
  return found ? reading.mapping(value.range, entries) : undefined;
}

/** The entries of a mapping or a list that can hardly be anything else; nothing when there are none. */
export function onlyServers(reading: Reading, value: Value): Value | undefined {
  if (value.kind === 'sequence') {
    const items = value.items.filter((item) => isServer(item, true));
    return items.length > 0 ? reading.sequence(value.range, items) : undefined;
  }
  if (value.kind !== 'mapping') return undefined;
  const entries = value.entries.filter((entry) => isServer(entry.value, true));
  return entries.length > 0 ? reading.mapping(value.range, entries) : undefined;
}

/** The words of a line that is split at its spaces, whatever quotes it has. */
function wordsOf(reading: Reading, value: Value): Value {
  if (value.kind !== 'scalar') return value;
  const items = [...value.text.reveal().matchAll(/[^ ]+/g)].map(({ 0: word, index }) => {
    const text = value.text.slice(index, index + word.length);
    return reading.scalar(text.range, text);
  });
  return reading.sequence(value.range, items);
}
