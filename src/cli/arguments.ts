import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { label } from '../core/label.ts';
import type { Severity } from '../core/report.ts';
import { suggest, UsageError } from '../core/usage-error.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { RULES } from '../rules/rules.ts';
import {
  COMMAND_OPTIONS,
  COMMANDS,
  type Format,
  LEVELS,
  OPTIONS,
  type Option,
  type Output,
  RANK_FORMATS,
  type RankFormat,
  type Safety,
} from './options.ts';

/** The command line, understood. */
export interface Arguments {
  readonly command:
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
  readonly paths: readonly string[];
  /** The reports of a run, each with where it goes; at most one goes to standard output. */
  readonly outputs: readonly Output[];
  /** How a ranking is printed. */
  readonly format: RankFormat;
  readonly output?: string;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly levels: Readonly<Record<string, Severity | 'off'>>;
  readonly host?: string;
  readonly requireConfig: boolean;
  readonly respectGitignore: boolean;
  readonly fingerprintKeyFile?: string;
  readonly stdinFilename?: string;
  /** What the user said about colour; nothing leaves it to the environment. */
  readonly color?: boolean;
  readonly debug: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly forget: boolean;
  /** What the user said with `--fix=…`. */
  readonly safety?: Safety;
  /** Of `--to`, `--launcher`, `--api-host`: as written; `fix` looks at them closer. */
  readonly to?: string;
  readonly launcher?: string;
  readonly apiHost?: string;
  readonly only: readonly string[];
  /** The config file of mcp-lint that `--config` names; false with `--no-config`. */
  readonly config?: string | false;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly staged: boolean;
  readonly ignoreUnknown: boolean;
}

/** Throws a UsageError, with a suggestion where one is close. Node's own parser keeps start-up short. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals, named } = readTokens(argv);
  const text = (name: string) => values.get(name)?.at(-1);
  const flag = (name: string) => values.has(name);
  const command = flag('help') ? 'help' : flag('version') ? 'version' : named;
  const output = text('output');
  const stdinFilename = text('stdin-filename');
  const fingerprintKeyFile = text('fingerprint-key-file');
  const maxWarnings = readCount(text('max-warnings'));
  const host = readHost(text('host'));
  const [safety, to, launcher, apiHost] = ['fix', 'to', 'launcher', 'api-host'].map(text);
  const [config, baseline] = ['config', 'baseline'].map(text);
  if (flag('staged') && positionals.includes('-'))
    throw new UsageError('Standard input is never staged: "-" and "--staged" do not go together.');
  return {
    command,
    paths: isCommand(positionals[0]) ? positionals.slice(1) : positionals,
    outputs: named === 'lint' ? readOutputs(values.get('format') ?? [], output) : [],
    format: (named === 'rank' ? (text('format') ?? 'pretty') : 'pretty') as RankFormat,
    ...(output !== undefined && { output }),
    quiet: flag('quiet'),
    verbose: flag('verbose'),
    failOn: (text('fail-on') ?? 'warning') as Severity | 'never',
    ...(maxWarnings !== undefined && { maxWarnings }),
    levels: Object.fromEntries((values.get('rule') ?? []).map(readLevel)),
    ...(host !== undefined && { host }),
    requireConfig: flag('require-config'),
    respectGitignore: flag('respect-gitignore'),
    ...(fingerprintKeyFile !== undefined && { fingerprintKeyFile }),
    ...(stdinFilename !== undefined && { stdinFilename }),
    ...(flag('no-color') ? { color: false } : flag('color') ? { color: true } : {}),
    debug: flag('debug'),
    yes: flag('yes'),
    dryRun: flag('dry-run'),
    forget: flag('forget'),
    ...(safety && { safety: safety as Safety }),
    ...(to !== undefined && { to }),
    ...(launcher !== undefined && { launcher }),
    ...(apiHost !== undefined && { apiHost }),
    only: values.get('only') ?? [],
    ...(flag('no-config') ? { config: false } : config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
    updateBaseline: flag('update-baseline'),
    staged: flag('staged'),
    ignoreUnknown: flag('ignore-unknown'),
  };
}

function isCommand(word = ''): word is Arguments['command'] {
  return Object.hasOwn(COMMANDS, word);
}

function readTokens(argv: readonly string[]): {
  values: Map<string, string[]>;
  positionals: readonly string[];
  named: Arguments['command'];
} {
  const commandOf = ([first]: readonly string[], otherwise: Arguments['command']) =>
    isCommand(first) ? first : otherwise;
  // Most runs have nothing but paths, and Node's parser takes longer to load than they do to read.
  if (!argv.some((word) => word.startsWith('-') && word !== '-'))
    return { values: new Map(), positionals: argv, named: commandOf(argv, 'lint') };
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
  const named = commandOf(positionals, options.some(({ name }) => name === 'fix') ? 'fix' : 'lint');
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
  return { values, positionals, named };
}

/** The option as a command takes it. Throws a UsageError when it does not. */
function optionOf(option: Option, command: Arguments['command']): Option {
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

/** The reports that `--format` and `--output` ask for. Throws a UsageError when two would go to the same place. */
function readOutputs(formats: readonly string[], output: string | undefined): Output[] {
  const outputs = (formats.length > 0 ? formats : ['pretty']).map((text): Output => {
    const [format, ...file] = text.split(':') as [Format, ...string[]];
    if (file.length === 0) return { format, ...(output !== undefined && { file: output }) };
    if (file.join(':') === '') throw new UsageError(`Option "--format ${format}:…" needs a file.`);
    return { format, file: file.join(':') };
  });
  const plain = formats.filter((text) => !text.includes(':'));
  if (plain.length > 1)
    throw new UsageError(
      `Only one format goes to standard output; got ${plain.join(' and ')}. Write the others to files: --format ${plain[0]}:FILE.`,
    );
  if (output !== undefined && formats.length > 0 && plain.length === 0)
    throw new UsageError('Option "--output" is for a format without a file.');
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UsageError(`Two formats would be written to the same file: "${label(basename(twice))}".`);
  return outputs;
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(`Option "--max-warnings" is a whole number; got "${label(text)}".`);
  return Number(text);
}

function readHost(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const ids = HOSTS.map((host) => host.id);
  if (!ids.includes(id)) {
    throw new UsageError(`There is no host "${label(id)}".${suggest(id, ids)} "mcp-lint hosts" lists them.`);
  }
  return id;
}

function readLevel(text: string): [string, Severity | 'off'] {
  const [id, level] = text.split(':', 2) as [string, string | undefined];
  const ids = RULES.map((rule) => rule.meta.id);
  if (!ids.includes(id))
    throw new UsageError(`There is no rule "${label(id)}".${suggest(id, ids)} "mcp-lint rules" lists them.`);
  const known = LEVELS.find((name) => name === level);
  if (known === undefined) {
    throw new UsageError(`"--rule ${id}:…" takes one of ${LEVELS.join(', ')}; got "${label(level ?? '')}".`);
  }
  return [id, known];
}
