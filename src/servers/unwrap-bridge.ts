import type { Option } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Word } from '../core/model.ts';
import { append } from '../slots/append.ts';
import { BRIDGES, type Bridge } from './bridges.ts';
import type { Variable } from './environment.ts';
import { readCall, readOptions } from './options.ts';
import { commandsOfScript, readScript } from './shell-line.ts';
import type { Unwrapped } from './unwrapped.ts';

/** Takes a bridge off: what is left is its own words when it connects, the command line of the server when it starts one. */
export function unwrapBridge(
  name: string,
  words: readonly Word[],
  variables: () => readonly Variable[],
): Unwrapped | undefined {
  const bridge = BRIDGES.find(({ programs }) => programs.includes(name));
  const read = bridge && readBridge(bridge, words);
  if (!read) return undefined;
  const wrapper = { kind: 'bridge', name: bridge.programs[0]! } as const;
  const command = read.options.find(({ name, value }) => value && bridge.commands?.includes(name));
  if (command) {
    const reading = readScript(commandsOfScript({ text: command.value!, path: command.path }, true));
    return reading && { ...reading, wrapper };
  }
  const address = findAddress(bridge, read, variables);
  if (address) return { wrapper, words, address, innermost: true };
  const [first] = read.positionals;
  if (bridge.starts && first) return { wrapper, words: words.slice(words.indexOf(first)) };
  return { wrapper, words, innermost: true };
}

interface BridgeWords {
  readonly options: readonly Option[];
  readonly positionals: readonly Word[];
}

function readBridge(bridge: Bridge, words: readonly Word[]): BridgeWords | undefined {
  const { subcommands, valued = [], pairs = [], addresses = [], commands = [] } = bridge;
  const call = readCall(words, { ...(subcommands && { subcommands }), valued });
  if (!call) return undefined;
  const names = new Set([...valued, ...pairs, ...addresses, ...commands]);
  const options: Option[] = [];
  const positionals: Word[] = [];
  for (let index = call.first; index < words.length; index++) {
    const read = readOptions(words, index, names, new Set(pairs));
    append(options, read.options);
    index = read.next;
    if (words[index]) positionals.push(words[index]!);
  }
  return { options, positionals };
}

function findAddress(
  { addresses, variable, starts }: Bridge,
  { options, positionals }: BridgeWords,
  variables: () => readonly Variable[],
): Unwrapped['address'] {
  if (variable !== undefined) {
    const found = variables().find(({ name }) => name === variable);
    return found && { url: found.value, path: found.path };
  }
  const option = options.find(({ name, value }) => value && addresses?.includes(name));
  if (option) return { url: option.value!, path: option.path };
  const candidates = positionals.slice(0, starts ? 1 : undefined);
  const word =
    candidates.find(({ text }) => looksLikeAddress(text)) ??
    candidates.find(({ text }) => !starts && isReference(text));
  return word && { url: word.text, path: word.path };
}

function looksLikeAddress(text: LocatedText): boolean {
  return /^['"]?(?:https?|wss?):\/\//i.test(text.reveal().slice(0, 16));
}

function isReference(text: LocatedText): boolean {
  return /^(?:\$|%|\{|<)/.test(text.reveal().slice(0, 2));
}
