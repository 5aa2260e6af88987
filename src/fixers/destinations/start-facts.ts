import type { Option } from '../../core/launch.ts';
import { readEnvironment } from '../../servers/environment.ts';
import { launchMappings } from '../../servers/launch-mappings.ts';
import type { ServerFacts } from '../../servers/server-facts.ts';

/** What is asked of an entry again for each of its credentials. */
export interface StartFacts {
  /** Index of each word, by where it begins in the document. */
  readonly wordAt: ReadonlyMap<number, number>;
  /** The words that a launcher may stand in. */
  readonly firstWords: readonly string[];
  /** A program and its arguments, each a string of its own. */
  readonly isList: boolean;
  /** One string that every host splits in the same way. */
  readonly isPlainLine: boolean;
  /** It does not say twice what it starts. */
  readonly saysOnce: boolean;
  /** Names of the variables that the entry sets. */
  readonly variables: ReadonlySet<string>;
  /** `-e NAME=value` of a container, by where the value of the option begins in the document. */
  readonly assignments: ReadonlyMap<number, Option>;
  /** How often a container is given a variable. */
  readonly givenTo: ReadonlyMap<string, number>;
}

const LAUNCH = /^(?:command|cmd|args|arguments)$/;
const PLAIN_LINE = /^[\w@%+=:,./~ -]+$/;
/** Longer than any launcher with its options. */
const MOST_FIRST = 32;

export function startFacts(facts: ServerFacts): StartFacts {
  const found = known.get(facts) ?? findStartFacts(facts);
  known.set(facts, found);
  return found;
}

const known = new WeakMap<ServerFacts, StartFacts>();

function findStartFacts({ server, launch }: ServerFacts): StartFacts {
  const names = launchMappings(server.entry).flatMap(({ mapping: { entries } }) =>
    entries.map(({ key }) => key.reveal()).filter((name) => LAUNCH.test(name)),
  );
  const options = (launch.container ?? []).filter(
    ({ name, value }) => value && (name === '-e' || name === '--env'),
  );
  const givenTo = new Map<string, number>();
  for (const { value } of options) {
    const name = value!.reveal().split('=', 1)[0]!;
    givenTo.set(name, (givenTo.get(name) ?? 0) + 1);
  }
  return {
    wordAt: new Map(server.words.map(({ text }, index) => [text.range.start, index])),
    firstWords: server.words.slice(0, MOST_FIRST).map(({ text }) => text.reveal()),
    isList: server.words.every(({ path }) => !String(path.at(-1)).startsWith('#')),
    isPlainLine: PLAIN_LINE.test(server.command?.reveal() ?? ''),
    saysOnce: new Set(names).size === names.length,
    variables: new Set(readEnvironment(server).map(({ name }) => name)),
    assignments: new Map(options.map((option) => [option.value!.range.start, option])),
    givenTo,
  };
}
