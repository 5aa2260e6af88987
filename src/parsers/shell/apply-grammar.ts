import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Mapping, Value } from '../../core/value.ts';
import type { ShellWord } from './command.ts';
import type { CommandGrammar } from './grammar.ts';
import { readJsonArgument } from './json-argument.ts';
import { mergeOverrides, readOverride } from './overrides.ts';
import { invocationOf } from './program.ts';
import { readCommands } from './read-commands.ts';
import { type GivenOption, readOptions, textOfOption } from './read-options.ts';
import { ServerDraft } from './server-draft.ts';
import { keyBeside, mappingOf, stringOf } from './tree.ts';
import { assignmentOf } from './variables.ts';

const ENV_PAIR = /^([A-Za-z_][A-Za-z0-9_.-]{0,127})=/;
const HEADER_PAIR = /^([A-Za-z0-9][A-Za-z0-9_-]{0,127})\s*[:=]\s*/;
/** A comma that no further name follows belongs to the value. */
const NEXT_PAIR = /,(?=[A-Za-z_][A-Za-z0-9_.-]{0,127}=)/g;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const REMOTE = /^(?:http|sse|streamable-?http|ws)$/i;

/** Text of a word as the shell hands it over. */
export type Expand = (word: ShellWord) => LocatedText;

/** Whose words are read. */
interface Reading {
  readonly words: readonly ShellWord[];
  readonly program: string;
  /** Of the whole command. */
  readonly range: Range;
  readonly expand: Expand;
  /** What the text set a variable to. */
  readonly lookUp: (name: string) => LocatedText | undefined;
}

/** The configs that a command writes by one grammar, each as a whole tree. */
export function applyGrammar(reading: Reading, grammar: CommandGrammar): Value[] {
  const read = readOptions(reading.words, grammar);
  if (!read) return [];
  const { given, positionals } = read;
  const values: Value[] = [];
  const draft = new ServerDraft();
  const overrides: Mapping[] = [];
  for (const option of given) {
    const text = textOfOption(option, reading.expand(option.word));
    if (option.meaning === 'json' || option.meaning === 'config') {
      const json = readJsonArgument(text);
      if (json) values.push(option.meaning === 'json' ? wrap('mcpServers', json, text) : json);
    } else if (option.meaning === 'override') {
      const override = readOverride(text);
      if (override) overrides.push(override);
    } else if (option.meaning === 'extension') {
      values.push(...extension(text, reading));
    } else if (option.meaning === 'url' && grammar.positionals === 'none' && !isNamed(given)) {
      const server = new ServerDraft();
      server.url = scalarOf(option, text);
      values.push(configOf(server, reading));
    } else if (option.meaning === 'env-name') {
      const value = reading.lookUp(text.reveal());
      if (value) draft.env.push({ key: text, value: stringOf(value) });
    } else {
      takeOption(draft, option, text);
    }
  }
  takePositionals(draft, grammar, positionals, reading, values);
  if (overrides.length > 0) values.push(mergeOverrides(overrides));
  draft.inherit(reading.lookUp);
  if (!draft.isEmpty) values.push(configOf(draft, reading));
  return values;
}

function isNamed(given: readonly GivenOption[]): boolean {
  return given.some(({ meaning }) => meaning === 'name');
}

function takeOption(draft: ServerDraft, option: GivenOption, text: LocatedText): void {
  const scalar = scalarOf(option, text);
  switch (option.meaning) {
    case 'env':
      draft.addPair(text, draft.env, ENV_PAIR);
      return;
    case 'env-list':
      for (const piece of piecesOf(text, NEXT_PAIR)) draft.addPair(piece, draft.env, ENV_PAIR);
      return;
    case 'header':
      draft.addPair(text, draft.headers, HEADER_PAIR);
      return;
    case 'argument':
      draft.args.push(scalar);
      return;
    case 'argument-list':
      for (const piece of piecesOf(text, /,/g)) draft.args.push(stringOf(piece));
      return;
    case 'command':
      draft.command = scalar;
      return;
    case 'url':
      draft.url = scalar;
      return;
    case 'name':
      draft.name = text;
      return;
    case 'transport':
      draft.type = scalar;
      return;
    case 'env-file':
      draft.envFile = scalar;
      return;
    case 'client-secret':
      draft.clientSecret = scalar;
      return;
    case 'setting':
      draft.settings.push({
        key: keyBeside(text, option.option.replace(/^-+/, '')),
        value: readJsonArgument(text) ?? scalar,
      });
      return;
  }
}

/** The pieces of a text between separators. */
function piecesOf(text: LocatedText, separator: RegExp): LocatedText[] {
  const source = text.reveal();
  const found: LocatedText[] = [];
  let start = 0;
  for (const { index } of source.matchAll(separator)) {
    found.push(text.slice(start, index));
    start = index + 1;
  }
  return [...found, text.slice(start)];
}

function takePositionals(
  draft: ServerDraft,
  { positionals: kind }: CommandGrammar,
  words: readonly ShellWord[],
  reading: Reading,
  values: Value[],
): void {
  if (kind === 'pairs') {
    for (const word of words) draft.addPair(reading.expand(word), draft.env, ENV_PAIR);
  } else if (kind === 'name json') {
    const [name, json] = words;
    const value = json && readJsonArgument(reading.expand(json));
    if (name && value) values.push(wrap('mcpServers', wrap(undefined, value, name.text), name.text));
  } else if (kind === 'name target') {
    draft.name = words[0] && reading.expand(words[0]);
    takeTarget(draft, words.slice(1), reading);
  } else if (kind === 'target') {
    takeTarget(draft, words, reading);
  } else if (kind === 'file') {
    // `fastmcp install claude-desktop server.py`
    takeTarget(draft, words.slice(-1), reading);
  }
}

function takeTarget(draft: ServerDraft, words: readonly ShellWord[], { expand }: Reading): void {
  const [target, ...args] = words;
  if (!target || draft.url) return;
  const text = expand(target);
  const isRemote = ADDRESS.test(text.reveal()) || (draft.type && REMOTE.test(draft.type.text.reveal()));
  if (isRemote) {
    draft.url = stringOf(text, target.range);
    return;
  }
  if (draft.command) return;
  draft.command = stringOf(text, target.range);
  for (const word of args) draft.args.push(stringOf(expand(word), word.range));
}

function scalarOf({ word, from }: GivenOption, text: LocatedText): ReturnType<typeof stringOf> {
  return from === 0 && text === word.text ? stringOf(text, word.range) : stringOf(text);
}

/** `{mcpServers: {name: entry}}`; what is no server alone: `{settings: {name: entry}}`. */
function configOf(draft: ServerDraft, { words, program, range }: Reading): Mapping {
  const beside = words[0]!.text;
  const name = draft.name ?? keyBeside(beside, program);
  const entry = draft.entry(beside, range);
  return wrap(
    draft.isServer ? 'mcpServers' : 'settings',
    mappingOf([{ key: name, value: entry }], range),
    beside,
  );
}

function wrap(name: string | undefined, value: Value, beside: LocatedText): Mapping {
  const key = name === undefined ? beside : keyBeside(beside, name);
  return mappingOf([{ key, value }], value.range);
}

/** A server as a line to start it, of which the first words may set its variables. */
function extension(text: LocatedText, reading: Reading): Value[] {
  const [command] = readCommands(text);
  const invocation = command && invocationOf(command.words);
  if (!invocation) return [];
  return [
    configOf(
      draftOfLine(invocation.assignments, invocation.line, (word) => word.text),
      reading,
    ),
  ];
}

/** A command line as the server that it starts. */
export function draftOfLine(
  assignments: readonly ShellWord[],
  line: readonly ShellWord[],
  expand: Expand,
): ServerDraft {
  const draft = new ServerDraft();
  for (const word of assignments) {
    const assignment = assignmentOf({ text: expand(word) });
    if (assignment) draft.env.push({ key: assignment.name, value: stringOf(assignment.value) });
  }
  const [program, ...args] = line;
  if (program) draft.command = stringOf(expand(program), program.range);
  for (const word of args) draft.args.push(stringOf(expand(word), word.range));
  return draft;
}
