import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/run.ts';
import { folderOf, ROOT, runProgram, writeInto } from '../support/cli.ts';

/** Files by their path in the folder of the test, which has `home` and `project` below it; `PROJECT` is the latter's path. */
type Files = Readonly<Record<string, string>>;

interface Witness {
  readonly title: string;
  readonly program: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Names of the servers in what it prints. */
  namesIn(stdout: string, stderr: string): string[];
}

const local = (stdout: string, key: string): string[] =>
  Object.keys((JSON.parse(stdout) as Record<string, object>)[key] ?? {});

const CODEX: Witness = {
  title: 'Codex',
  program: join(ROOT, '.cache/codex/codex'),
  script: 'scripts/install-codex.sh',
  args: ['mcp', 'list', '--json'],
  namesIn: (stdout) => (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name),
};

const OPENCODE: Witness = {
  title: 'opencode',
  program: join(ROOT, '.cache/opencode/bin/opencode'),
  script: 'scripts/install-opencode.sh',
  // What it made of its files; `mcp list` would start the servers.
  args: ['debug', 'config'],
  namesIn: (stdout) => local(stdout, 'mcp'),
};

/** In a folder that is not trusted it lists the servers and starts none. */
const GEMINI: Witness = {
  title: 'Gemini CLI',
  program: join(ROOT, '.cache/gemini-cli/node_modules/.bin/gemini'),
  script: 'scripts/install-gemini-cli.sh',
  args: ['mcp', 'list'],
  namesIn: (_, stderr) =>
    stderr.split('\n').flatMap((line) => /^[○⛔✗✓] (.+?): .*\((?:stdio|http|sse)\)/u.exec(line)?.[1] ?? []),
};

/** What a host lists, and what we read beside it. */
interface Case {
  readonly files: Files;
  readonly servers: readonly string[];
  readonly alsoOurs?: readonly string[];
}

const CASES: readonly (readonly [Witness, string, Case])[] = [
  [
    CODEX,
    'tables, sub-tables, dotted keys, inline tables, quoted keys and comments',
    {
      files: {
        'home/.codex/config.toml': `# [mcp_servers.commented]
model = "gpt-5" # a model
[mcp_servers.table]
command = "node"
args = [
  "-e", # code
  "",
]
[mcp_servers.table.env]
LOG_LEVEL = "info"
[mcp_servers."dotted.name"]
command = 'node'
[mcp_servers]
inline = { command = "node", env = { LOG_LEVEL = "info" } }
dotted.command = "node"
dotted.env.LOG_LEVEL = "info"
'quoted key'.command = "node"
"\\u0065scaped".command = "node"
[mcp_servers."ünïcode 名前"]
url = "http://127.0.0.1:9/mcp"
http_headers = { X-Team = "green" }
`,
      },
      servers: ['dotted', 'dotted.name', 'escaped', 'inline', 'quoted key', 'table', 'ünïcode 名前'],
    },
  ],
  [
    CODEX,
    'one inline table',
    {
      files: {
        'home/.codex/config.toml':
          'mcp_servers = { a = { command = "node" }, "b c" = { url = "http://127.0.0.1:9/mcp" } }\r\n',
      },
      servers: ['a', 'b c'],
    },
  ],
  [
    CODEX,
    'disabled servers, texts of several lines, a table that other tables are between',
    {
      files: {
        'home/.codex/config.toml': `mcp_servers.first.command = "node"
mcp_servers.first.args = ["""
one
two""", '''three''', "f\\tour"]
[mcp_servers.second]
command = "node"
enabled = false
[tools]
web_search = true
[mcp_servers.third]
url = 'http://127.0.0.1:9/mcp'
bearer_token_env_var = "THIRD_TOKEN"
[mcp_servers.second.env]
LOG_LEVEL = "info"
`,
      },
      servers: ['first', 'second', 'third'],
    },
  ],
  [
    CODEX,
    'those of the user and of a trusted project',
    {
      files: {
        'home/.codex/config.toml':
          '[mcp_servers.own]\ncommand = "node"\n[projects."PROJECT"]\ntrust_level = "trusted"\n',
        'project/.codex/config.toml': '[mcp_servers.shared]\ncommand = "node"\n',
      },
      servers: ['own', 'shared'],
    },
  ],
  [
    CODEX,
    'not those of a project that nobody trusts, which we read all the same',
    {
      files: {
        'home/.codex/config.toml': '[mcp_servers.own]\ncommand = "node"\n',
        'project/.codex/config.toml': '[mcp_servers.shared]\ncommand = "node"\n',
      },
      servers: ['own'],
      alsoOurs: ['shared'],
    },
  ],
  [
    OPENCODE,
    'comments, trailing commas, disabled and remote servers, escapes in names',
    {
      files: {
        'project/opencode.json': `{
  // "mcp": { "commented": {} },
  "mcp": {
    "local": { "type": "local", "command": ["node", "-e", ""] }, /* one */
    "off": { "type": "local", "command": ["node"], "enabled": false, },
    "re\\u006dote one": { "type": "remote", "url": "http://127.0.0.1:9/mcp", "oauth": false },
    "dotted.name": { "type": "local", "command": ["node"], "environment": { "LOG_LEVEL": "info" } },
  },
}`,
      },
      servers: ['dotted.name', 'local', 'off', 'remote one'],
    },
  ],
  [
    OPENCODE,
    'where a key stands twice: the host takes the last, we also what is hidden',
    {
      files: {
        'project/opencode.json': `{
  "mcp": { "lost": { "type": "local", "command": ["node"] } },
  "mcp": { "twice": { "type": "local", "command": ["false"] }, "twice": { "type": "local", "command": ["node"] } }
}`,
      },
      servers: ['twice'],
      alsoOurs: ['lost'],
    },
  ],
  [
    OPENCODE,
    'those of version 2, and of every file that it merges',
    {
      files: {
        'home/.config/opencode/opencode.json': '{"mcp": {"user": {"type": "local", "command": ["node"]}}}',
        'project/opencode.jsonc': '{"mcp": {"servers": {"two": {"type": "local", "command": ["node"]}}}}',
        'project/.opencode/opencode.json': '{"mcp": {"folder": {"type": "local", "command": ["node"]}}}',
      },
      servers: ['folder', 'two', 'user'],
    },
  ],
  [
    OPENCODE,
    'none under a key that is of other hosts, which we read all the same',
    {
      files: {
        'project/opencode.json':
          '{"mcp": {"one": {"type": "local", "command": ["node"]}}, "mcpServers": {"other": {"command": "node"}}}',
      },
      servers: ['one'],
      alsoOurs: ['other'],
    },
  ],
  [
    GEMINI,
    'comments, odd names, those of the user and of the project',
    {
      files: {
        'home/.gemini/settings.json': `{
  // "mcpServers": {},
  "mcpServers": {
    "with space": { "command": "node", "args": ["-e", ""] }, /* one */
    "dotted.name": { "httpUrl": "http://127.0.0.1:9/mcp" },
    "ünïcode": { "url": "http://127.0.0.1:9/sse" }
  }
}`,
        'project/.gemini/settings.json': '{"mcpServers": {"project": {"command": "node"}}}',
      },
      servers: ['dotted.name', 'project', 'with space', 'ünïcode'],
    },
  ],
  [
    GEMINI,
    'those that are excluded, and entries that nothing can be started from',
    {
      files: {
        'project/.gemini/settings.json':
          '{"mcp": {"excluded": ["off"]}, "mcpServers": {"on": {"command": "node"}, "off": {"command": "node"}, "bad": {"args": ["x"]}, "empty": {}}}',
      },
      servers: ['off', 'on'],
    },
  ],
  [
    GEMINI,
    'where a key stands twice: the host takes the last, we also what is hidden',
    {
      files: {
        'project/.gemini/settings.json':
          '{"mcpServers": {"lost": {"command": "node"}}, "mcpServers": {"twice": {"command": "false"}, "twice": {"command": "node"}}}',
      },
      servers: ['twice'],
      alsoOurs: ['lost'],
    },
  ],
];

/** Files that the host does not start with, as we do not read them without saying so. */
const REFUSED: readonly (readonly [Witness, string, Files])[] = [
  [
    CODEX,
    'a table twice',
    { 'home/.codex/config.toml': '[mcp_servers.a]\ncommand = "x"\n[mcp_servers.a]\n' },
  ],
  [CODEX, 'a text without an end', { 'home/.codex/config.toml': '[mcp_servers.a]\ncommand = "x\n' }],
  [OPENCODE, 'single quotes', { 'project/opencode.json': "{'mcp': {}}" }],
  [OPENCODE, 'a brace that is missing', { 'project/opencode.json': '{"mcp": {"a": {"type": "local"}' }],
  [
    GEMINI,
    'a text without an end',
    { 'project/.gemini/settings.json': '{"mcpServers": {"a": {"command": "x}}}' },
  ],
];

for (const witness of [CODEX, OPENCODE, GEMINI]) {
  const missing = existsSync(witness.program) ? '' : ` (SKIPPED: ${witness.script} was not run)`;
  describe.skipIf(missing !== '')(`${witness.title} lists the servers that we read${missing}`, () => {
    const own = CASES.filter(([one]) => one === witness).map(([, title, one]) => [title, one] as const);
    test.each(own)('%s', async (_, { files, servers, alsoOurs = [] }) => {
      const machine = machineOf(files);
      const { code, stdout, stderr } = await list(witness, machine);
      expect(code).toBe(0);
      expect(witness.namesIn(stdout, stderr).sort()).toEqual(servers);
      const report = await read(files, machine);
      expect(report.files.map(({ problem }) => problem)).toEqual(report.files.map(() => undefined));
      const names = new Set(report.servers.map(({ name }) => name));
      expect([...names].sort()).toEqual([...servers, ...alsoOurs].sort());
    });

    const refused = REFUSED.filter(([one]) => one === witness).map(
      ([, title, files]) => [title, files] as const,
    );
    test.each(refused)('and refuses %s, as we do', async (_, files) => {
      const machine = machineOf(files);
      const { code, stdout, stderr } = await list(witness, machine);
      expect(code !== 0 || /error/i.test(`${stdout}${stderr}`)).toBe(true);
      const report = await read(files, machine);
      expect(report.files.map(({ problem }) => problem?.code)).toEqual(['syntax']);
    });
  });
}

interface Machine {
  readonly folder: string;
  readonly home: string;
  readonly cwd: string;
}

function machineOf(files: Files): Machine {
  const folder = folderOf({ 'home/empty': '', 'project/empty': '' });
  const cwd = join(folder, 'project');
  for (const [path, text] of Object.entries(files)) writeInto(folder, path, text.replaceAll('PROJECT', cwd));
  return { folder, home: join(folder, 'home'), cwd };
}

function list({ program, args }: Witness, { home, cwd }: Machine) {
  return runProgram(program, args, { cwd, env: { HOME: home, NO_COLOR: '1' }, patience: 60 });
}

function read(files: Files, { folder, home, cwd }: Machine) {
  const paths = Object.keys(files).map((path) => join(folder, path));
  return lint(paths, { cwd, home, variables: {} });
}
