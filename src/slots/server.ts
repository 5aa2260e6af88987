import type { LocatedText } from '../core/located-text.ts';
import type { Path, Server, Slot, Transport, Word } from '../core/model.ts';
import type { Mapping, Scalar, Sequence, Value } from '../core/value.ts';
import { append } from './append.ts';
import { slotsOfCommandLine } from './command-line.ts';
import { slotsOfMember } from './member.ts';
import { splitShell } from './shell-words.ts';

const ADDRESSES = ['url', 'serverUrl', 'httpUrl', 'uri', 'baseUrl'];
const LAUNCH = new Set(['command', 'cmd', 'args', 'arguments']);
/** Of a command that is a mapping, as older versions of Zed write it, with `env` beside. */
const LAUNCH_OBJECT = new Set(['path', 'args']);

/** The mapping itself when it looks like one server: something to start, or somewhere to connect to. */
export function asServerEntry(value: Value): Mapping | undefined {
  if (value.kind !== 'mapping') return undefined;
  const looksLikeServer = value.entries.some(({ key, value: member }) => {
    const name = key.reveal();
    if (ADDRESSES.includes(name)) return isString(member);
    if (name === 'command' || name === 'cmd')
      return member.kind !== 'mapping' || firstString(member, ['path']) !== undefined;
    return name === 'transport' && asServerEntry(member) !== undefined;
  });
  return looksLikeServer ? value : undefined;
}

/** Reads one entry as a server with all its slots, whatever host wrote it: the field names are shared. */
export function readServer(entry: Mapping, name: string, path: Path, scope?: string): Server {
  const command = firstString(entry, ['command', 'cmd']) ?? firstItem(entry, 'command');
  const url = firstString(entry, ADDRESSES);
  const words = launchWords(entry, path);
  return {
    name,
    ...(scope !== undefined && { scope }),
    transport: transportOf(entry, command !== undefined, url !== undefined),
    ...(command && { command }),
    words,
    ...(url && { url }),
    path,
    range: entry.range,
    entry,
    slots: slotsOfEntry(entry, path),
  };
}

/** Slots of a mapping that may start a program: its command line as a whole, everything else member by member. */
export function slotsOfEntry(entry: Mapping, path: Path): Slot[] {
  const slots = slotsOfCommandLine(commandWords(entry, path));
  for (const { key, value } of entry.entries) {
    const name = key.reveal();
    if (!LAUNCH.has(name)) append(slots, slotsOfMember(name, value, [...path, name]));
    else if (value.kind === 'mapping')
      for (const { key: inner, value: member } of value.entries) {
        const step = inner.reveal();
        if (!LAUNCH_OBJECT.has(step)) append(slots, slotsOfMember(step, member, [...path, name, step]));
      }
  }
  return slots;
}

/** Of the entry, or of its nested `transport` (Cline, Continue). */
function launchWords(entry: Mapping, path: Path): Word[] {
  const words = commandWords(entry, path);
  if (words.length > 0) return words;
  return entry.entries.flatMap(({ key, value }) =>
    key.reveal() === 'transport' && value.kind === 'mapping'
      ? commandWords(value, [...path, 'transport'])
      : [],
  );
}

/** Program and arguments as written: strings, lists, or one line in `command`. Every duplicate counts. */
function commandWords(entry: Mapping, path: Path): Word[] {
  const words: Word[] = [];
  // The program comes first, wherever the entry has it.
  const isProgram = (name: string) => name === 'command' || name === 'cmd';
  const members = entry.entries
    .map(({ key, value }) => ({ name: key.reveal(), value }))
    .filter(({ name }) => LAUNCH.has(name));
  for (const { name, value } of [
    ...members.filter((member) => isProgram(member.name)),
    ...members.filter((member) => !isProgram(member.name)),
  ]) {
    if (value.kind === 'scalar' && value.type === 'string') {
      append(words, wordsOfString(value.text, [...path, name]));
    } else if (value.kind === 'sequence') {
      append(words, wordsOfList(value, [...path, name]));
    } else if (value.kind === 'mapping') {
      append(words, wordsOfObject(value, [...path, name]));
    }
  }
  return words;
}

function wordsOfObject(command: Mapping, path: Path): Word[] {
  const members = command.entries.map(({ key, value }) => ({ name: key.reveal(), value }));
  return [
    ...members.flatMap(({ name, value }) =>
      name === 'path' && isString(value) ? [{ text: value.text, path: [...path, name] }] : [],
    ),
    ...members.flatMap(({ name, value }) =>
      name === 'args' && value.kind === 'sequence' ? wordsOfList(value, [...path, name]) : [],
    ),
  ];
}

function wordsOfList({ items }: Sequence, path: Path): Word[] {
  return items.flatMap((item, index) =>
    item.kind === 'scalar' ? [{ text: item.text, path: [...path, index] }] : [],
  );
}

/** One line such as `npx -y server --key x`; a path with spaces (`C:\Program Files\…`) stays one word. */
function wordsOfString(text: LocatedText, path: Path): Word[] {
  const source = text.reveal();
  if (!/\s/.test(source) || /^(?:[A-Za-z]:\\|\/)[^"']*$/.test(source)) return [{ text, path }];
  return splitShell(text, { backslash: true })
    .flat()
    .map((word, index) => ({ text: word, path: [...path, `#${index}`] }));
}

function firstString(entry: Mapping, names: readonly string[]): LocatedText | undefined {
  for (const { key, value, shadowed } of entry.entries) {
    if (!shadowed && names.includes(key.reveal()) && isString(value)) return value.text;
    if (!shadowed && key.reveal() === 'transport' && value.kind === 'mapping') {
      const inner = firstString(value, names);
      if (inner) return inner;
    }
  }
  return undefined;
}

/** The program of a command that is a list or a mapping. */
function firstItem(entry: Mapping, name: string): LocatedText | undefined {
  const list = entry.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === name)?.value;
  if (list?.kind === 'mapping') return firstString(list, ['path']);
  const item = list?.kind === 'sequence' ? list.items[0] : undefined;
  return item && isString(item) ? item.text : undefined;
}

function isString(value: Value): value is Scalar {
  return value.kind === 'scalar' && value.type === 'string';
}

const TRANSPORTS: readonly (readonly [RegExp, Transport])[] = [
  [/^(?:stdio|local|command)$/i, 'stdio'],
  [/^(?:http|streamable-?_?http|remote|url)$/i, 'http'],
  [/^sse/i, 'sse'],
  [/^(?:ws|websocket)/i, 'ws'],
];

function transportOf(entry: Mapping, hasCommand: boolean, hasUrl: boolean): Transport {
  const declared = firstString(entry, ['type', 'transport', 'transportType'])?.reveal();
  const known =
    declared === undefined ? undefined : TRANSPORTS.find(([pattern]) => pattern.test(declared))?.[1];
  return known ?? (hasCommand ? 'stdio' : hasUrl ? 'http' : 'unknown');
}

/** Slots of a text that a shell runs, such as a helper command. */
export function slotsOfScript(text: LocatedText, path: Path): Slot[] {
  const commands = splitShell(text, { backslash: true });
  return commands.flatMap((command) =>
    slotsOfCommandLine(command.map((word, index) => ({ text: word, path: [...path, `#${index}`] }))),
  );
}
