import { parseArgs } from 'node:util';
import { label } from '../core/label.ts';
import { suggest, UsageError } from '../core/usage-error.ts';
import { checkHandedOver } from './handed-over.ts';
import { COMMAND_OPTIONS, COMMANDS, OPTIONS, type Option, RANK_FORMATS } from './options.ts';

/** What a run does. */
export type Command =
  | 'lint'
  | 'rank'
  | 'fix'
  | 'undo'
  | 'secret'
  | 'rules'
  | 'explain'
  | 'hosts'
  | 'init'
  | 'completion'
  | 'help'
  | 'version';

function isCommand(word = ''): word is Command {
  return Object.hasOwn(COMMANDS, word);
}

/** A command line, taken apart. */
interface GivenOptions {
  /** What is given for each option, in order; an empty text for those without a value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
  readonly named: Command;
}

/**
 * Takes a command line apart. Throws a UsageError for an option that does not exist, that the command does not take, or that
 * has another value than it may have. Node's own parser keeps start-up short.
 */
export function readOptions(argv: readonly string[]): GivenOptions {
  // Most runs have nothing but paths, and Node's parser takes longer to load than they do to read.
  if (!argv.some((word) => word.startsWith('-') && word !== '-'))
    return isCommand(argv[0])
      ? { values: new Map(), paths: argv.slice(1), named: argv[0] }
      : { values: new Map(), paths: argv, named: 'lint' };
  checkHandedOver(argv);
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      OPTIONS.map(({ name, type, short }) => [
        name,
        { type: type === 'string' ? type : 'boolean', ...(short && { short }) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === 'option');
  // Behind "--" stand paths only.
  const isPath = tokens.find(({ kind }) => kind !== 'option')?.kind === 'option-terminator';
  const [first] = positionals;
  const command = !isPath && isCommand(first) ? first : undefined;
  const named = command ?? (options.some(({ name }) => name === 'fix') ? 'fix' : 'lint');
  const values = new Map<string, string[]>();
  for (const token of options) {
    const option = OPTIONS.find(({ name }) => name === token.name);
    if (!option) {
      const near = token.rawName.startsWith('--')
        ? suggest(
            token.rawName,
            OPTIONS.map(({ name }) => `--${name}`),
          )
        : '';
      throw new UsageError(`Unknown option "${label(token.rawName)}".${near}`);
    }
    const value = checkValue(optionOf(option, named), token.value);
    values.set(option.name, [...(values.get(option.name) ?? []), value]);
  }
  return { values, paths: command ? positionals.slice(1) : positionals, named };
}

/** The option as a command takes it. Throws a UsageError when it does not. */
function optionOf(option: Option, command: Command): Option {
  const { names, because: reason } = COMMAND_OPTIONS[command] ?? {};
  const { name, commands } = option;
  const because = option.because?.[command] ?? reason;
  if (names ? !names.includes(name) : commands)
    throw new UsageError(
      command === 'lint'
        ? `Option "--${name}" is for ${listOf(commands!.map((one) => `"mcp-lint ${one}"`))}.`
        : `Option "--${name}" means nothing for "mcp-lint ${command}"${because ? `: ${because}` : ''}.`,
    );
  if (command !== 'rank' || name !== 'format') return option;
  const { file: _, ...whole } = option;
  return { ...whole, choices: RANK_FORMATS };
}

/** `a`, `a and b`, `a, b and c`. */
function listOf(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

function checkValue({ name, type, choices, file, value: word }: Option, value: string | undefined): string {
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`Option "--${name}" takes no value.`);
    return '';
  }
  if (type === 'optional' && value === undefined) return '';
  if (value === undefined || (value.startsWith('--') && value.length > 2)) {
    throw new UsageError(`Option "--${name}" needs a value${word ? ` (${word})` : ''}.`);
  }
  const choice = file ? value.split(':', 1)[0]! : value;
  if (choices && !choices.includes(choice)) {
    throw new UsageError(
      `Option "--${name}" is one of ${choices.join(', ')}; got "${label(choice)}".${suggest(choice, choices)}`,
    );
  }
  return value;
}
