import { LocatedText } from '../../src/core/located-text.ts';
import type { Server } from '../../src/core/model.ts';
import { classify } from '../../src/credentials/classify.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';
import { ServerFacts } from '../../src/servers/server-facts.ts';
import { readConfiguration } from '../../src/slots/configuration.ts';
import { PLAIN_HOST } from './slots.ts';

/** The facts of the only server of a config that is written out here, and what ranges cut from its text. */
export function factsOfText(text: string): {
  facts: ServerFacts;
  cut: (range: { start: number; end: number }) => string;
} {
  const { root } = parseJsonc(new LocatedText(text, 0));
  const server: Server = readConfiguration(root!, [PLAIN_HOST]).servers[0]!;
  const slots = server.slots.map((slot) => ({ slot, verdict: classify(slot), server }));
  return {
    facts: new ServerFacts(server, PLAIN_HOST, slots),
    cut: ({ start, end }) => text.slice(start, end),
  };
}

/** The same for one entry. */
export function factsOf(entry: object): ReturnType<typeof factsOfText> {
  return factsOfText(JSON.stringify({ mcpServers: { server: entry } }));
}

/** The entry that a command line stands for, split at single spaces; `·` stands for a space inside a word. */
export function entryOf(line: string, rest: object = {}): object {
  const [command, ...args] = line.split(' ').map((word) => word.replaceAll('·', ' '));
  return { command, args, ...rest };
}
