import type { LocatedText } from '../../core/located-text.ts';
import type { Part } from '../../core/part.ts';
import type { Value } from '../../core/value.ts';
import type { ParseText } from '../dialects.ts';
import { type ShellSyntax, syntaxOf } from './command.ts';
import { configsOf, configsOfOptions, type FoundConfig, HELD } from './configs-of.ts';
import { isEnvFile, readConnections } from './env-connections.ts';
import { mentionsMcp } from './marks.ts';
import { readCommands } from './read-commands.ts';
import { keyBeside, mappingOf } from './tree.ts';
import { remember, type Variables } from './variables.ts';

export { findShellComments } from './comments.ts';

/** A config that a command of a shell text writes. */
export interface WrittenConfig {
  /** `{mcpServers: {name: {command, args, env, url, headers}}}`, as the config would be. */
  readonly value: Value;
  /** Where the text has it, for a key of a tree: `claude mcp add 1`. */
  readonly name: string;
}

/** The configs that the commands of a shell text write, in their order. Linear in the text; never throws. */
export function parseShellText(text: LocatedText, syntax: ShellSyntax = 'posix'): WrittenConfig[] {
  if (!mentionsMcp(text.reveal())) return [];
  const variables: Variables = new Map();
  const found: FoundConfig[] = [];
  const places = new Set<number>();
  for (const command of readCommands(text, syntax)) {
    for (const config of configsOf(command, variables)) {
      // A here-document in a substitution is met twice: what the outer command makes of it comes first.
      const { start } = config.value.range;
      if (config.name === HELD && places.has(start)) continue;
      places.add(start);
      found.push(config);
    }
    remember(variables, command);
  }
  return found.map(({ value, name }, index) => ({ value, name: `${name} ${index + 1}` }));
}

/** The configs among options that are written without their program: `claude_args` of a workflow. */
export function parseOptions(text: LocatedText): Value[] {
  return mentionsMcp(text.reveal()) ? readCommands(text).flatMap(configsOfOptions) : [];
}

/** Reads a script: a part for each command that writes a config. Of a file of variables, those that hold one. */
export const parseShell: ParseText = (text, path) => {
  const ofVariables = isEnvFile(path);
  const configs = ofVariables ? readConnections(text) : parseShellText(text, syntaxOf(path));
  const members = configs.map(({ name, value }) => ({ key: keyBeside(text, name), value }));
  const form = ofVariables ? 'whole' : 'command';
  return {
    root: mappingOf(members, { start: text.offsetAt(0), end: text.offsetAt(text.length) }),
    parts: configs.map(({ name, value }): Part => ({ form, value, path: [name] })),
  };
};
