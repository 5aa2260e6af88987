import type { Launch } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Server, Word } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Value } from '../core/value.ts';
import { readEnvironment } from './environment.ts';
import type { ServerFacts } from './server-facts.ts';

/** A variable, a flag or another member of an entry that sets something. */
export interface Setting {
  readonly source: 'variable' | 'flag' | 'member';
  /** The name in one spelling for all sources: `--noVerify-ssl` is `NO_VERIFY_SSL`. */
  readonly key: string;
  /** In lower case; nothing for a flag that has none of its own. */
  readonly value?: string;
  /** The word behind such a flag, in lower case: its value, or something else. */
  readonly next?: string;
  /** The variable, flag or member as it is written. Raw text: print it through `label`. */
  readonly written: string;
  readonly range: Range;
  readonly path: Path;
}

const LONGEST_NAME = 80;
const LONGEST_VALUE = 256;
const FLAG = /^--?([A-Za-z][A-Za-z0-9_.-]{1,80})(?:=([\s\S]*))?$/;

/** Everything that an entry sets by name, in its words, in its environment and in members of its own. */
export function readSettings({ server, launch }: Pick<ServerFacts, 'server' | 'launch'>): readonly Setting[] {
  const known = read.get(server);
  if (known) return known;
  const settings = settingsOf(server, launch);
  read.set(server, settings);
  return settings;
}

/** Several rules ask, one after the other. */
const read = new WeakMap<Server, readonly Setting[]>();

function settingsOf(server: Server, launch: Launch): Setting[] {
  const outer = new Set(server.words);
  // Words inside a script are no words of the entry.
  const inner = launch.args.filter((word) => !outer.has(word));
  const variables = readEnvironment(server, launch.assignments).map(({ name, value, path }) =>
    settingOf('variable', name, value, path),
  );
  const members = server.entry.entries.flatMap(({ key, value, shadowed }) =>
    shadowed ? [] : membersOf(key.reveal(), value, [...server.path, key.reveal()], 0),
  );
  return [...flagsOf(server.words), ...flagsOf(inner), ...variables, ...members];
}

function flagsOf(words: readonly Word[]): Setting[] {
  return words.flatMap(({ text, path }, index): Setting[] => {
    const source = text.length > LONGEST_NAME + LONGEST_VALUE ? '' : text.reveal();
    const match = source.startsWith('-') ? FLAG.exec(source) : null;
    if (!match) return [];
    const [, name, value] = match;
    const following = words[index + 1]?.text;
    return [
      {
        source: 'flag',
        key: keyOf(name!),
        ...(value !== undefined && { value: value.toLowerCase() }),
        ...(following && { next: textOf(following) }),
        written: `--${name}`,
        range: text.range,
        path,
      },
    ];
  });
}

function membersOf(name: string, value: Value, path: Path, depth: number): Setting[] {
  if (/^(?:env\w*|environment\w*|headers|args)$/i.test(name)) return [];
  if (value.kind === 'scalar') return [settingOf('member', name, value.text, path)];
  if (value.kind !== 'mapping' || depth > 1) return [];
  return value.entries.flatMap(({ key, value: inner, shadowed }) =>
    shadowed ? [] : membersOf(key.reveal(), inner, [...path, key.reveal()], depth + 1),
  );
}

function settingOf(source: Setting['source'], name: string, value: LocatedText, path: Path): Setting {
  return { source, key: keyOf(name), value: textOf(value), written: name, range: value.range, path };
}

function textOf(text: LocatedText): string {
  return text.length > LONGEST_VALUE ? '' : text.reveal().trim().toLowerCase();
}

function keyOf(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

const ON = /^(?:1|true|yes|on|y|t|enabled?)$/;
const OFF = /^(?:0|false|no|off|n|f|none|disabled?)$/;

/** Whether a switch is on; a flag without a value is, unless the next word says no. */
export function isOn({ value, next = '' }: Setting): boolean {
  return value === undefined ? !OFF.test(next) : ON.test(value);
}

/** Whether a switch is off. */
export function isOff({ value, next = '' }: Setting): boolean {
  return OFF.test(value ?? next);
}
