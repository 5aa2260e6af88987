import { parseArgs } from 'node:util';
import { label } from '../core/label.ts';
import type { Severity } from '../core/report.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { RULES } from '../rules/rules.ts';
import {
  COMMANDS,
  type Format,
  LEVELS,
  OPTIONS,
  type Option,
  RANK_FORMATS,
  RANK_OPTIONS,
  type RankFormat,
} from './options.ts';
import { suggest, UsageError } from './usage-error.ts';

/** The command line, understood. */
export interface Arguments {
  readonly command: 'lint' | 'rank' | 'rules' | 'explain' | 'hosts' | 'completion' | 'help' | 'version';
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
}

/** Throws a UsageError, with a suggestion where one is close. Node's own parser keeps start-up short. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = readTokens(argv);
  const text = (name: string) => values.get(name)?.at(-1);
  const flag = (name: string) => values.has(name);
  const [first, ...rest] = positionals;
  const isCommand = first !== undefined && Object.hasOwn(COMMANDS, first);
  const named = isCommand ? (first as Arguments['command']) : 'lint';
  const command = flag('help') ? 'help' : flag('version') ? 'version' : named;
  const output = text('output');
  const stdinFilename = text('stdin-filename');
  const fingerprintKeyFile = text('fingerprint-key-file');
  const maxWarnings = readCount(text('max-warnings'));
  const host = readHost(text('host'));
  return {
    command,
    paths: isCommand ? rest : positionals,
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
  };
}

function readTokens(argv: readonly string[]): {
  values: Map<string, string[]>;
  positionals: readonly string[];
} {
  // Most runs have nothing but paths, and Node's parser takes longer to load than they do to read.
  if (!argv.some((word) => word.startsWith('-') && word !== '-'))
    return { values: new Map(), positionals: argv };
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      OPTIONS.map(({ name, type, short }) => [name, { type, ...(short && { short }) }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
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
    const checked = positionals[0] === 'rank' ? optionOfRank(option) : option;
    values.set(option.name, [...(values.get(option.name) ?? []), checkValue(checked, token.value)]);
  }
  return { values, positionals };
}

/** The option as `rank` takes it. */
function optionOfRank(option: Option): Option {
  if (!RANK_OPTIONS.includes(option.name))
    throw new UsageError(
      `Option "--${option.name}" means nothing for "mcp-lint rank": it has no rules and no levels.`,
    );
  return option.name === 'format' ? { ...option, choices: RANK_FORMATS } : option;
}

function checkValue({ name, type, choices, value: word }: Option, value: string | undefined): string {
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`Option "--${name}" takes no value.`);
    return '';
  }
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
