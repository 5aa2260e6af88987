import type { Value } from '../../core/value.ts';
import { applyGrammar, draftOfLine } from './apply-grammar.ts';
import type { ShellCommand, ShellWord } from './command.ts';
import { GRAMMARS } from './grammar.ts';
import { type Invocation, invocationOf } from './program.ts';
import { runsServer } from './run-server.ts';
import { readSnippet } from './snippet.ts';
import { keyBeside, mappingOf } from './tree.ts';
import { substitute, type Variables } from './variables.ts';

/** Name of a config that is a text of a command, and not the command itself. */
export const HELD = 'text';

/** A config in a shell text. */
export interface FoundConfig {
  readonly value: Value;
  /** What holds it, in our words or those of the grammar: `claude mcp add`. */
  readonly name: string;
}

/** The configs that one command writes or hands over. `variables`: what the text set before it. */
export function configsOf(command: ShellCommand, variables: Variables): FoundConfig[] {
  const invocation = invocationOf(command.words);
  const commands = invocation ? commandsOf(invocation, command, variables) : [];
  if (commands.length > 0) return commands;
  return [...command.words, ...command.inputs].flatMap((word): FoundConfig[] => {
    const value = readSnippet(substitute(word, variables));
    return value ? [{ value, name: HELD }] : [];
  });
}

/** The configs among the options of programs that take one (`--mcp-config`, `-c mcp_servers…`), without the program. */
export function configsOfOptions(command: ShellCommand): Value[] {
  return GRAMMARS.filter(({ path, positionals }) => path.length === 0 && positionals === 'none').flatMap(
    (grammar) =>
      applyGrammar(
        { ...command, program: 'server', expand: ({ text }) => text, lookUp: () => undefined },
        grammar,
      ),
  );
}

function commandsOf(invocation: Invocation, { range }: ShellCommand, variables: Variables): FoundConfig[] {
  const { program, words, assignments, line } = invocation;
  const expand = (word: ShellWord) => substitute(word, variables);
  const lookUp = (name: string) => variables.get(name);
  const found = GRAMMARS.filter(({ programs }) => programs.includes(program)).flatMap((grammar) =>
    words.length === 0
      ? []
      : applyGrammar({ words, program, range, expand, lookUp }, grammar).map(
          (value): FoundConfig => ({ value, name: [program, ...grammar.path].join(' ') }),
        ),
  );
  if (found.length > 0 || !runsServer(invocation)) return found;
  const draft = draftOfLine(assignments, line, expand);
  draft.inherit(lookUp);
  const beside = line[0]!.text;
  const servers = mappingOf([{ key: keyBeside(beside, program), value: draft.entry(beside, range) }], range);
  return [
    { value: mappingOf([{ key: keyBeside(beside, 'mcpServers'), value: servers }], range), name: program },
  ];
}
