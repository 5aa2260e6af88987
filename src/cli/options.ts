/** One option of the command line. The table feeds the parser, the help text and the completion. */
export interface Option {
  readonly name: string;
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** Word for the value in the help text. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly multiple?: boolean;
  readonly describe: string;
}

export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats of `mcp-lint rank`. */
export const RANK_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type RankFormat = (typeof RANK_FORMATS)[number];

/** Options that mean something for `mcp-lint rank`, which has no rules and no levels. */
export const RANK_OPTIONS: readonly string[] = [
  'format',
  'output',
  'host',
  'require-config',
  'respect-gitignore',
  'stdin-filename',
  'color',
  'no-color',
  'debug',
  'version',
  'help',
];

export const LEVELS = ['off', 'info', 'warning', 'error'] as const;

export const OPTIONS: readonly Option[] = [
  {
    name: 'format',
    short: 'f',
    type: 'string',
    choices: FORMATS,
    describe: 'How to print the results (default: pretty; the ranking: pretty, json or markdown)',
  },
  {
    name: 'output',
    short: 'o',
    type: 'string',
    value: 'FILE',
    describe: 'Write the results to a file instead of standard output',
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
  explain: 'Explain a rule: mcp-lint explain <rule>',
  hosts: 'List the hosts whose configs are known, and where they are',
  completion: 'Print a completion script for your shell: mcp-lint completion bash|zsh|fish',
};
