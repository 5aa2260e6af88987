import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ROOT } from '../cli.ts';

/** A server as the tests think of it. */
export interface ProbeEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface RemoteEntry {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A real host, installed by a script of ours, that starts the servers of a config when it lists them. */
export interface RealHost {
  readonly title: string;
  readonly program: string;
  /** What else has to be there. */
  readonly installed?: string;
  readonly script: string;
  /** Of the user's config, in the home folder. */
  readonly file: string;
  /** Of the project's config, in the project folder; nothing for a host without one. */
  readonly projectFile?: string;
  /** It calls remote servers. */
  readonly remote: boolean;
  /** The entry of a remote server whose headers a command prints, where the host has that. */
  helper?(url: string, command: string): object;
  /** The config, as the host wants it. */
  config(local: Readonly<Record<string, ProbeEntry>>, remote: Readonly<Record<string, RemoteEntry>>): object;
  /** The text of a config; JSON without it. */
  write?(config: object): string;
  /** Finds the name of the variable that a fixed header is taken from. */
  readonly variable?: RegExp;
  /** Files that make the host start the servers of a project without asking. */
  trust?(project: string): Readonly<Record<string, object>>;
  /** Arguments that make it start the servers of the user's config. `runtime`: where the session bus is. */
  list(config: string, runtime: string): readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * What runs a program where the session bus is where systemd has it: some hosts hand on no variable that would name it.
 * `runtime`: where the bus is.
 */
function besideBus(runtime: string, ...words: readonly string[]): readonly string[] {
  return [
    '--map-root-user',
    '--mount',
    '/bin/sh',
    '-ec',
    'mount -t tmpfs tmpfs /run; mkdir -p "/run/user/$(id -u)"; mount --rbind "$1" "/run/user/$(id -u)"; shift; exec "$@"',
    'sh',
    runtime,
    ...words,
  ];
}

const CODEX = join(ROOT, '.cache/codex/codex');

export const REAL_HOSTS: readonly RealHost[] = [
  {
    title: 'Claude Code',
    program: join(ROOT, '.cache/claude-code/claude'),
    script: 'scripts/install-claude-code.sh',
    file: '.claude.json',
    projectFile: '.mcp.json',
    config: (local, remote) => ({
      mcpServers: {
        ...local,
        ...Object.fromEntries(
          Object.entries(remote).map(([name, entry]) => [name, { type: 'http', ...entry }]),
        ),
      },
    }),
    helper: (url, headersHelper) => ({ type: 'http', url, headersHelper }),
    trust: (project) => ({
      '.claude.json': { projects: { [project]: { hasTrustDialogAccepted: true } } },
      '.claude/settings.json': { enableAllProjectMcpServers: true },
    }),
    remote: true,
    list: () => ['mcp', 'list'],
    variables: {},
  },
  {
    title: 'opencode',
    program: join(ROOT, '.cache/opencode/bin/opencode'),
    script: 'scripts/install-opencode.sh',
    file: '.config/opencode/opencode.json',
    projectFile: 'opencode.json',
    config: (local, remote) => ({
      $schema: 'https://opencode.ai/config.json',
      mcp: {
        ...Object.fromEntries(
          Object.entries(local).map(([name, { command, args, env }]) => [
            name,
            { type: 'local', command: [command, ...args], environment: env },
          ]),
        ),
        ...Object.fromEntries(
          Object.entries(remote).map(([name, entry]) => [name, { type: 'remote', ...entry, oauth: false }]),
        ),
      },
    }),
    remote: true,
    list: () => ['mcp', 'list'],
    variables: {},
  },
  {
    title: 'Gemini CLI',
    program: join(ROOT, '.cache/gemini-cli/node_modules/.bin/gemini'),
    script: 'scripts/install-gemini-cli.sh',
    file: '.gemini/settings.json',
    projectFile: '.gemini/settings.json',
    config: (local, remote) => ({
      mcpServers: {
        ...local,
        ...Object.fromEntries(
          Object.entries(remote).map(([name, { url, headers }]) => [name, { httpUrl: url, headers }]),
        ),
      },
    }),
    remote: true,
    list: () => ['mcp', 'list'],
    variables: { GEMINI_CLI_TRUST_WORKSPACE: 'true' },
  },
  {
    title: 'Codex',
    program: '/usr/bin/unshare',
    installed: CODEX,
    script: 'scripts/install-codex.sh',
    file: '.codex/config.toml',
    remote: true,
    config: (local, remote) => ({
      ...Object.fromEntries(Object.entries(local).map(([name, entry]) => [`mcp_servers.${name}`, entry])),
      ...Object.fromEntries(
        Object.entries(remote).map(([name, { url, headers }]) => [
          `mcp_servers.${name}`,
          { url, http_headers: headers },
        ]),
      ),
    }),
    write: writeTables,
    variable: /^bearer_token_env_var = "([A-Z_]+)"$/m,
    list: (_, runtime) =>
      besideBus(runtime, process.execPath, join(ROOT, 'test/support/hosts/codex-servers.mjs'), CODEX),
    variables: {},
  },
  {
    title: 'a client that reads and starts what Goose does',
    program: process.execPath,
    script: 'Node.js',
    file: '.config/goose/config.yaml',
    remote: true,
    config: (local, remote) => ({
      extensions: {
        ...Object.fromEntries(
          Object.entries(local).map(([name, { command, args, env }]) => [
            name,
            { type: 'stdio', name, enabled: true, cmd: command, args, envs: env },
          ]),
        ),
        ...Object.fromEntries(
          Object.entries(remote).map(([name, { url, headers }]) => [
            name,
            { type: 'streamable_http', name, enabled: true, uri: url, headers },
          ]),
        ),
      },
    }),
    write: (config) => stringify(config),
    list: (config) => [join(ROOT, 'test/support/hosts/goose-client.mjs'), config],
    variables: {},
  },
  {
    title: 'an MCP SDK client with its bare environment',
    program: '/usr/bin/unshare',
    script: 'unshare (util-linux)',
    file: '.config/Claude/claude_desktop_config.json',
    remote: false,
    config: (local) => ({ mcpServers: local }),
    list: (config, runtime) =>
      besideBus(runtime, process.execPath, join(ROOT, 'test/support/hosts/sdk-client.mjs'), config),
    variables: {},
  },
];

/** For the title of a test: why it is skipped, or nothing. */
export function missingHost({ program, installed = program, script }: RealHost): string {
  if (!existsSync(program) || !existsSync(installed)) return ` (SKIPPED: ${script} was not run)`;
  const unshares = program.endsWith('/unshare');
  return unshares && !canUnshare() ? ' (SKIPPED: this user may not make mount namespaces)' : '';
}

/** Tables of strings, lists and inline tables: strings of JSON are strings of TOML. */
function writeTables(config: object): string {
  const write = (value: unknown): string =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? `{ ${Object.entries(value)
          .map(([key, member]) => `${JSON.stringify(key)} = ${write(member)}`)
          .join(', ')} }`
      : Array.isArray(value)
        ? `[${value.map(write).join(', ')}]`
        : JSON.stringify(value);
  const tables = Object.entries(config).map(([name, entry]) =>
    [
      `[${name}]`,
      ...Object.entries(entry as object).map(([key, value]) => `${key} = ${write(value)} # ${key}`),
    ].join('\n'),
  );
  return `${tables.join('\n\n')}\n`;
}

function canUnshare(): boolean {
  const { status } = spawnSync('/usr/bin/unshare', ['--map-root-user', '--mount', '/bin/true']);
  return status === 0;
}
