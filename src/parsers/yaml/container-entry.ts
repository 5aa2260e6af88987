import type { LocatedText } from '../../core/located-text.ts';
import type { Mapping, Scalar, Value } from '../../core/value.ts';
import { readCommands } from '../shell/read-commands.ts';
import { isServerName } from '../shell/run-server.ts';
import { keyBeside, type Member, mappingOf, sequenceOf, spanOf, stringOf } from '../shell/tree.ts';
import { memberOf } from './member-of.ts';

/** What is known of a container, whatever file describes it. */
export interface Container {
  readonly name: LocatedText;
  /** As it is written. */
  readonly value: Mapping;
  /** The words that it is started with, in their order. */
  readonly words: readonly Scalar[];
}

/** Members whose texts are the words of a command: a list, or one line. */
export function wordsOf(value: Value | undefined): Scalar[] {
  if (value?.kind === 'sequence')
    return value.items.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  if (value?.kind !== 'scalar' || value.type !== 'string') return [];
  return readCommands(value.text).flatMap(({ words }) =>
    words.map(({ text, range }) => stringOf(text, range)),
  );
}

/** Does an MCP server, a bridge or a gateway run in it? What is built here is known by its name alone. */
export function runsMcp({ name, value, words }: Container): boolean {
  const image = memberOf(value, 'image');
  const build = memberOf(value, 'build');
  const isNamed = (text: Value | undefined) => text?.kind === 'scalar' && isServerName(text.text.reveal());
  if (isNamed(image) || words.some(isNamed)) return true;
  if (image && !build) return hasConnections(memberOf(value, 'environment') ?? memberOf(value, 'env'));
  return (
    build !== undefined &&
    (isServerName(name.reveal()) ||
      [build, memberOf(build, 'context'), memberOf(build, 'dockerfile')].some(isNamed))
  );
}

/** Open WebUI gets its servers in a variable. */
function hasConnections(environment: Value | undefined): boolean {
  const isIt = (text: LocatedText) => text.reveal().startsWith('TOOL_SERVER_CONNECTIONS');
  if (environment?.kind === 'mapping') return environment.entries.some(({ key }) => isIt(key));
  if (environment?.kind !== 'sequence') return false;
  return environment.items.some((item) => {
    const text = item.kind === 'mapping' ? memberOf(item, 'name') : item;
    return text?.kind === 'scalar' && isIt(text.text);
  });
}

/** A container as the entry that would start it: `docker run IMAGE words…`. */
export function entryOfContainer({ name, value, words }: Container, others: readonly Member[]): Mapping {
  const image = memberOf(value, 'image');
  const first = image?.kind === 'scalar' ? stringOf(image.text, image.range) : stringOf(name);
  const program = keyBeside(first.text, 'docker');
  const args = [stringOf(keyBeside(first.text, 'run')), first, ...words];
  const members: Member[] = [
    { key: keyBeside(name, 'command'), value: stringOf(program) },
    { key: keyBeside(name, 'args'), value: sequenceOf(args, spanOf(args, value.range)) },
    ...others,
  ];
  return mappingOf(
    members.sort((a, b) => a.value.range.start - b.value.range.start),
    value.range,
  );
}
