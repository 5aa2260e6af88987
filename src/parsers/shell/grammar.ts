/** What an option of a command says about the server that the command adds. */
export type Meaning =
  | 'env' // `KEY=value`
  | 'env-name' // of a variable that the server is handed
  | 'env-list' // `KEY=value,KEY=value`
  | 'header' // `Name: value` or `Name=value`
  | 'command'
  | 'argument'
  | 'argument-list' // separated by commas
  | 'url'
  | 'name'
  | 'transport'
  | 'client-secret' // of the server's OAuth sign-in
  | 'env-file'
  | 'json' // the entry of a server, with its name in it
  | 'config' // a whole config as JSON, or the name of a file
  | 'override' // `path.in.the.config=value`
  | 'extension' // `KEY=value command argument…`
  | 'setting' // a value of the server's own configuration
  | 'ignored'; // takes a word that says nothing here

/** What the words are that belong to no option. */
export type Positionals =
  | 'name target' // the name, then a command with its arguments or an address
  | 'name json' // the name, then the entry as JSON
  | 'target' // a command or an address; the name is made of it
  | 'file' // the last one is the file of a server
  | 'pairs' // `KEY=value` of a store
  | 'none';

/** A command that makes a program write or use an MCP config. */
export interface CommandGrammar {
  readonly programs: readonly string[];
  /** The words behind the program, options aside. */
  readonly path: readonly string[];
  readonly positionals: Positionals;
  readonly options: Readonly<Record<string, Meaning>>;
  /** `-e A=b C=d`: one option takes several words. */
  readonly variadic?: boolean;
  /** Everything behind the command belongs to it, known options too. */
  readonly greedy?: boolean;
}

const ENV = { '-e': 'env', '--env': 'env' } as const;
const HEADER = { '-H': 'header', '--header': 'header' } as const;
const TRANSPORT = { '-t': 'transport', '--transport': 'transport', '--type': 'transport' } as const;
const SCOPE = { '-s': 'ignored', '--scope': 'ignored' } as const;
const TOOLS = {
  '--timeout': 'ignored',
  '--description': 'ignored',
  '--include-tools': 'ignored',
  '--exclude-tools': 'ignored',
  '--tools': 'ignored',
} as const;
const CLIENT = {
  '--client-id': 'ignored',
  '--callback-port': 'ignored',
  '--oauth-client-id': 'ignored',
  '--oauth-client-secret': 'client-secret',
  '--oauth-redirect-uri': 'ignored',
  '--oauth-authorization-url': 'ignored',
  '--oauth-token-url': 'ignored',
  '--oauth-scopes': 'ignored',
  '--oauth-resource': 'ignored',
  '--oauth-client-registration': 'ignored',
} as const;

const CLAUDE = ['claude', '@anthropic-ai/claude-code'];
const CODEX = ['codex', '@openai/codex'];
const QWEN = ['qwen', '@qwen-code/qwen-code'];
const GEMINI = ['gemini', '@google/gemini-cli'];
const COPILOT = ['copilot', '@github/copilot'];
const AUGGIE = ['auggie', '@augmentcode/auggie'];
const CODE = [
  'code',
  'code-insiders',
  'cursor',
  'windsurf',
  'codium',
  'vscodium',
  'code-oss',
  'kiro',
  'trae',
];
const OVERRIDES = { '-c': 'override', '--config': 'override' } as const;
const ONE_SHOT = { '--mcp-config': 'config', '--settings': 'config' } as const;

/**
 * Grammars of commands. Those of Claude Code 2.1, Codex 0.169, Gemini CLI 0.61, Qwen Code, Copilot CLI, opencode 1.18 and
 * add-mcp 2.4 were read from `--help` and by looking at what the command wrote; the others in their documentation.
 * Checked 2026-11-23.
 */
export const GRAMMARS: readonly CommandGrammar[] = [
  {
    programs: CLAUDE,
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: { ...ENV, ...HEADER, ...TRANSPORT, ...SCOPE, ...CLIENT },
    variadic: true,
  },
  {
    programs: [...CLAUDE, ...AUGGIE],
    path: ['mcp', 'add-json'],
    positionals: 'name json',
    options: { ...SCOPE },
  },
  { programs: [...CLAUDE, ...AUGGIE], path: [], positionals: 'none', options: ONE_SHOT, variadic: true },
  {
    programs: CODEX,
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: {
      '--env': 'env',
      '--url': 'url',
      '--bearer-token-env-var': 'env-name',
      '--enable': 'ignored',
      '--disable': 'ignored',
      ...CLIENT,
    },
    greedy: true,
  },
  { programs: CODEX, path: [], positionals: 'none', options: OVERRIDES },
  {
    programs: [...GEMINI, ...QWEN],
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: { ...ENV, ...HEADER, ...TRANSPORT, ...SCOPE, ...TOOLS, ...CLIENT },
  },
  {
    programs: COPILOT,
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: { ...ENV, ...HEADER, ...TRANSPORT, ...TOOLS },
  },
  {
    programs: COPILOT,
    path: [],
    positionals: 'none',
    options: { '--additional-mcp-config': 'config' },
  },
  {
    programs: ['opencode', 'opencode-ai'],
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: { ...ENV, ...HEADER, '--url': 'url', '--log-level': 'ignored' },
  },
  {
    // `/mcp add` is typed into the agent itself.
    programs: ['droid', 'kimi', 'grok', 'iflow', 'codebuddy'],
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: { ...ENV, ...HEADER, ...TRANSPORT, ...SCOPE },
  },
  {
    programs: ['mcp'],
    path: ['add'],
    positionals: 'name target',
    options: { ...ENV, ...HEADER, ...TRANSPORT, ...SCOPE },
  },
  {
    programs: ['amp', '@sourcegraph/amp'],
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: { ...ENV, ...HEADER, '--url': 'url' },
  },
  {
    programs: AUGGIE,
    path: ['mcp', 'add'],
    positionals: 'name target',
    options: {
      ...ENV,
      ...HEADER,
      ...TRANSPORT,
      ...SCOPE,
      '--command': 'command',
      '--args': 'argument',
      '--url': 'url',
    },
  },
  {
    programs: ['kiro-cli', 'q', 'qchat', 'kiro'],
    path: ['mcp', 'add'],
    positionals: 'none',
    options: {
      '--name': 'name',
      '--command': 'command',
      '--args': 'argument-list',
      '--env': 'env-list',
      '--url': 'url',
      '--scope': 'ignored',
      '--agent': 'ignored',
      '--timeout': 'ignored',
    },
  },
  { programs: CODE, path: [], positionals: 'none', options: { '--add-mcp': 'json' } },
  {
    programs: ['goose'],
    path: [],
    positionals: 'none',
    options: {
      '--with-extension': 'extension',
      '--with-streamable-http-extension': 'url',
      '--with-remote-extension': 'url',
    },
  },
  {
    programs: ['add-mcp'],
    path: [],
    positionals: 'target',
    options: {
      '--env': 'env',
      '-h': 'header',
      '--header': 'header',
      '--args': 'argument',
      '-n': 'name',
      '--name': 'name',
      ...TRANSPORT,
      '-a': 'ignored',
      '--agent': 'ignored',
      '--timeout': 'ignored',
      '--scopes': 'ignored',
      '--bearer-token-env': 'env-name',
      '--approve-tool': 'ignored',
    },
  },
  ...(['install', 'run'] as const).map(
    (verb): CommandGrammar => ({
      programs: ['@smithery/cli', 'smithery'],
      path: [verb],
      positionals: 'none',
      options: { '--key': 'setting', '--config': 'setting', '--profile': 'ignored', '--client': 'ignored' },
    }),
  ),
  {
    programs: ['fastmcp', 'mcp'],
    path: ['install'],
    positionals: 'file',
    options: {
      '--env': 'env',
      '--env-var': 'env',
      '-v': 'env',
      '--env-file': 'env-file',
      '-f': 'env-file',
      '-n': 'name',
      '--name': 'name',
      '--server-name': 'name',
      '--with': 'ignored',
      '--with-editable': 'ignored',
      '-e': 'ignored',
      '--python': 'ignored',
      '--project': 'ignored',
      '--with-requirements': 'ignored',
    },
  },
  { programs: ['docker'], path: ['mcp', 'secret', 'set'], positionals: 'pairs', options: {} },
];

/** Packages and programs that are a bridge, a gateway or an inspector: what they are given goes to a server. */
export const BRIDGES = [
  'mcpo',
  'mcp-remote',
  'mcp-proxy',
  'supergateway',
  'mcp-inspector',
  '@modelcontextprotocol/inspector',
];
