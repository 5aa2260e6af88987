import type { DestinationId } from '../fixers/destination.ts';

/** One option of the command line. The table feeds the parser, the help text and the completion. */
export interface Option {
  readonly name: string;
  /** `optional`: a value only behind `=`, so that a path may follow. */
  readonly type: 'boolean' | 'string' | 'optional';
  readonly short?: string;
  /** Word for the value in the help text. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** A file may follow a choice, behind a colon. */
  readonly file?: true;
  readonly multiple?: boolean;
  /** The only commands that it means something for; other options are for all but what `COMMAND_OPTIONS` says. */
  readonly commands?: readonly string[];
  /** Why it means nothing for a command, where that is not the reason that all of the command's others have. */
  readonly because?: Readonly<Record<string, string>>;
  readonly describe: string;
}

export const FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** One report of a run, and where it goes; standard output without a file. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** Formats of `mcp-lint rank`. */
export const RANK_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type RankFormat = (typeof RANK_FORMATS)[number];

/** What `mcp-lint secret` does. */
export const SECRET_ACTIONS = ['list', 'copy', 'show', 'set', 'remove', 'allow'] as const;

/** Where `mcp-lint fix --to` sends credentials. */
export const DESTINATION_IDS = [
  'keychain',
  'headers-helper',
  'input',
  'env',
  'oauth',
  'pass',
  '1password',
  'doppler',
  'infisical',
  'authsome',
  'agent-vault',
  'onecli',
] as const satisfies readonly DestinationId[];

/** How far `mcp-lint fix` goes. */
const SAFETIES = ['safe', 'all'] as const;
export type Safety = (typeof SAFETIES)[number];

const EVERYWHERE = ['color', 'no-color', 'debug', 'version', 'help'];

/** Options that mean something for commands that are not about findings, and why the others do not. */
export const COMMAND_OPTIONS: Readonly<
  Record<string, { readonly names: readonly string[]; readonly because?: string }>
> = {
  rank: {
    names: [
      'format',
      'output',
      'host',
      'config',
      'no-config',
      'require-config',
      'respect-gitignore',
      'stdin-filename',
      ...EVERYWHERE,
    ],
    because: 'it has no rules and no levels',
  },
  fix: {
    names: [
      'fix',
      'yes',
      'dry-run',
      'to',
      'only',
      'launcher',
      'api-host',
      'host',
      'config',
      'no-config',
      'respect-gitignore',
      'ignore-unknown',
      'quiet',
      ...EVERYWHERE,
    ],
  },
  undo: { names: ['yes', 'dry-run', 'forget', ...EVERYWHERE] },
  secret: { names: ['yes', 'host', 'config', 'no-config', ...EVERYWHERE] },
  init: { names: ['yes', 'dry-run', ...EVERYWHERE] },
};

export const LEVELS = ['off', 'info', 'warning', 'error'] as const;

export const OPTIONS: readonly Option[] = [
  {
    name: 'format',
    short: 'f',
    type: 'string',
    choices: FORMATS,
    file: true,
    multiple: true,
    describe:
      'How to print the results (default: pretty; the ranking: pretty, json or markdown); FORMAT:FILE writes a file, beside others',
  },
  {
    name: 'output',
    short: 'o',
    type: 'string',
    value: 'FILE',
    describe: 'Write what would go to standard output to a file',
  },
  { name: 'quiet', short: 'q', type: 'boolean', describe: 'Show errors only' },
  { name: 'verbose', type: 'boolean', describe: 'Show advice (level info) as well' },
  {
    name: 'fail-on',
    type: 'string',
    choices: ['info', 'warning', 'error', 'never'],
    describe: 'Least serious level that makes the exit code 1 (default: warning)',
  },
  {
    name: 'max-warnings',
    type: 'string',
    value: 'N',
    describe: 'Allow up to N warnings before the exit code is 1',
  },
  {
    name: 'rule',
    type: 'string',
    value: 'ID:LEVEL',
    multiple: true,
    describe: 'Set a rule to off, info, warning or error',
  },
  {
    name: 'host',
    type: 'string',
    value: 'ID',
    describe: 'Read every file as this host does (see "mcp-lint hosts")',
  },
  {
    name: 'config',
    short: 'c',
    type: 'string',
    value: 'FILE',
    describe:
      'Config file of mcp-lint (default: the nearest one above); one with code is only run when named here',
  },
  { name: 'no-config', type: 'boolean', describe: 'Read no config file of mcp-lint' },
  {
    name: 'baseline',
    type: 'string',
    value: 'FILE',
    describe: 'Leave out the findings that this file lists',
  },
  {
    name: 'update-baseline',
    type: 'boolean',
    describe: 'Write the findings of this run to the baseline (default: .mcp-lint-baseline.json)',
  },
  {
    name: 'staged',
    type: 'boolean',
    because: {
      fix: 'it changes files, not the index. Fix the file, then stage it again',
      rank: 'it ranks files as they are on the disk',
    },
    describe: 'Lint what is staged in git, as it would be committed; paths narrow that down',
  },
  {
    name: 'ignore-unknown',
    type: 'boolean',
    describe: 'Leave out named files that are no configs, as a hook hands them over',
  },
  { name: 'require-config', type: 'boolean', describe: 'Exit with 2 when there was no config to lint' },
  { name: 'respect-gitignore', type: 'boolean', describe: 'Leave out files that git ignores' },
  {
    name: 'fingerprint-key-file',
    type: 'string',
    value: 'FILE',
    describe:
      'Add keyed fingerprints of credentials to JSON and SARIF, with the bytes of FILE (16 or more) as the key, so that reports of many machines can be joined',
  },
  {
    name: 'stdin-filename',
    type: 'string',
    value: 'NAME',
    describe: 'Name of the text on standard input, when the path is "-"',
  },
  {
    name: 'fix',
    type: 'optional',
    choices: SAFETIES,
    commands: ['fix'],
    describe:
      'Move credentials out of configs, as "mcp-lint fix" does; safe (default): only where you have nothing else to do, all: also where you have',
  },
  {
    name: 'yes',
    short: 'y',
    type: 'boolean',
    commands: ['fix', 'undo', 'secret', 'init'],
    describe: 'Do it without asking (fix, undo, secret remove, init)',
  },
  {
    name: 'dry-run',
    type: 'boolean',
    commands: ['fix', 'undo', 'init'],
    describe: 'Show what would be done and change nothing (fix, undo, init)',
  },
  {
    name: 'forget',
    type: 'boolean',
    commands: ['undo'],
    describe: 'Give up undoing the last fix, so that the one before can be undone; changes no config (undo)',
  },
  {
    name: 'to',
    type: 'string',
    value: 'DEST[:OPTION]',
    commands: ['fix'],
    describe: `Where credentials go (default: the best place for each): ${DESTINATION_IDS.join(', ')}`,
  },
  {
    name: 'only',
    type: 'string',
    value: 'NAME',
    multiple: true,
    commands: ['fix'],
    describe: 'Fix only what this rule, server or server.variable names',
  },
  {
    name: 'launcher',
    type: 'string',
    value: 'COMMAND',
    commands: ['fix'],
    describe: 'How fixed configs start mcp-lint: auto (default), npx, or a command',
  },
  {
    name: 'api-host',
    type: 'string',
    value: 'HOST',
    commands: ['fix'],
    describe: 'Host that a broker sends the credential to, where it is not known',
  },
  { name: 'color', type: 'boolean', describe: 'Colour the output even if it is not a terminal' },
  { name: 'no-color', type: 'boolean', describe: 'Never colour the output' },
  { name: 'debug', type: 'boolean', describe: 'Say on standard error what is read and how long it takes' },
  { name: 'version', short: 'v', type: 'boolean', describe: 'Print the version' },
  { name: 'help', short: 'h', type: 'boolean', describe: 'Print this help' },
];

/** Words that stand where a path could; a file of the same name is written `./rules`. */
export const COMMANDS: Readonly<Record<string, string>> = {
  rules: 'List the rules',
  rank: 'Rank how every server authenticates: mcp-lint rank [paths…]',
  fix: 'Move credentials out of configs into a keychain: mcp-lint fix [paths…]',
  undo: 'Undo the last fix',
  secret: 'Stored credentials: mcp-lint secret list | copy|show|remove REF | set|allow REF [paths…]',
  explain: 'Explain a rule: mcp-lint explain <rule>',
  init: 'Set mcp-lint up in this repository: config, hook and workflow, shown first: mcp-lint init',
  hosts: 'List the hosts that are known and what they expand, or show one: mcp-lint hosts [host]',
  completion: 'Print a completion script for your shell: mcp-lint completion bash|zsh|fish',
};

/** Commands that fixed configs start; `src/start.ts` hands them to the launcher. */
export const LAUNCHER_COMMANDS: Readonly<Record<string, string>> = {
  exec: 'Start a server with its stored credentials: mcp-lint exec -- command…',
  headers: 'Print headers with stored credentials: mcp-lint headers NAME=REF…',
};
