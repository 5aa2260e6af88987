import { parseArgs } from 'node:util';
import { label } from '../core/label.ts';
import type { Severity } from '../core/report.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { RULES } from '../rules/rules.ts';
import {
  COMMAND_OPTIONS,
  COMMANDS,
  type Format,
  LEVELS,
  OPTIONS,
  type Option,
  RANK_FORMATS,
  type RankFormat,
  type Safety,
} from './options.ts';
import { suggest, UsageError } from './usage-error.ts';

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
  readonly format: Format | RankFormat;
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
  return {
    command,
    paths: isCommand(positionals[0]) ? positionals.slice(1) : positionals,
    format: (text('format') ?? 'pretty') as Arguments['format'],
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
  const { names, because } = COMMAND_OPTIONS[command] ?? {};
  const { name, commands } = option;
  if (names ? !names.includes(name) : commands)
    throw new UsageError(
      command === 'lint'
        ? `Option "--${name}" is for ${commands!.map((one) => `"mcp-lint ${one}"`).join(' and ')}.`
        : `Option "--${name}" means nothing for "mcp-lint ${command}"${because ? `: ${because}` : ''}.`,
    );
  return command === 'rank' && name === 'format' ? { ...option, choices: RANK_FORMATS } : option;
}

function checkValue({ name, type, choices, value: word }: Option, value: string | undefined): string {
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`Option "--${name}" takes no value.`);
    return '';
  }
  if (type === 'optional' && value === undefined) return '';
  if (value === undefined || (value.startsWith('--') && value.length > 2)) {
    throw new UsageError(`Option "--${name}" needs a value${word ? ` (${word})` : ''}.`);
  }
  if (choices && !choices.includes(value)) {
    throw new UsageError(
      `Option "--${name}" is one of ${choices.join(', ')}; got "${label(value)}".${suggest(value, choices)}`,
    );
  }
  return value;
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
