import type { Entry, Mapping, Value } from '../../core/value.ts';
import type { Api, Meaning } from './apis.ts';
import { asEntry, asWrapped } from './entries.ts';
import type { ValueReader } from './read-value.ts';
import { memberOf } from './shapes.ts';
import type { Call } from './survey.ts';

/** What one of the calls of `apis.ts` is given. */
export interface Given {
  readonly name?: string;
  readonly entry?: Mapping;
  readonly servers?: Value;
  readonly oauth?: Mapping;
}

/** Reads the arguments of a call by what they mean. */
export function readApiCall(api: Api, { node, scope }: Call, reader: ValueReader): Given {
  const { reading } = reader;
  const given: { name?: string; servers?: Value; oauth?: Mapping } = {};
  const members: Entry[] = [];
  const add = (meaning: Meaning, value: Value) => {
    if (meaning.as === 'name') {
      if (value.kind === 'scalar' && reading.referenceName(value) === undefined)
        given.name = value.text.reveal();
    } else if (meaning.as === 'url') {
      const key = value.kind === 'scalar' ? reading.wordAt(node.callee, 'url') : undefined;
      if (key) members.push({ key, value, shadowed: false });
    } else if (meaning.as === 'entry') {
      const inner = meaning.under === undefined ? value : memberOf(value, meaning.under);
      if (inner?.kind === 'mapping') members.push(...inner.entries);
    } else if (meaning.as === 'servers') {
      const inner =
        meaning.under.map((name) => memberOf(value, name)).find((one) => one !== undefined) ?? value;
      const servers = asWrapped(reading, node, inner);
      if (servers) given.servers = servers;
    } else if (meaning.as === 'oauth' && value.kind === 'mapping') {
      given.oauth = value;
    }
  };
  for (const [index, argument] of node.arguments.entries()) {
    const meaning = api.arguments[index];
    if (!meaning || argument.type === 'SpreadElement') break;
    for (const value of reader.read({ node: argument, scope })) add(meaning, value);
  }
  const entry = asEntry(reading, node, reading.mapping(reading.rangeOf(node), members));
  return { ...given, ...(entry && { entry }) };
}
