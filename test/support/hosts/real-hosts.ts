import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
  /** Files that make the host start the servers of a project without asking. */
  trust?(project: string): Readonly<Record<string, object>>;
  /** Arguments that make it start the servers of the user's config. `runtime`: where the session bus is. */
  list(config: string, runtime: string): readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

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
    // The session bus is where systemd has it: an SDK client hands on no variable that would name it.
    title: 'an MCP SDK client with its bare environment',
    program: '/usr/bin/unshare',
    script: 'unshare (util-linux)',
    file: '.config/Claude/claude_desktop_config.json',
    remote: false,
    config: (local) => ({ mcpServers: local }),
    list: (config, runtime) => [
      '--map-root-user',
      '--mount',
      '/bin/sh',
      '-ec',
      'mount -t tmpfs tmpfs /run; mkdir -p "/run/user/$(id -u)"; mount --rbind "$1" "/run/user/$(id -u)"; shift; exec "$@"',
      'sh',
      runtime,
      process.execPath,
      join(ROOT, 'test/support/hosts/sdk-client.mjs'),
      config,
    ],
    variables: {},
  },
];

/** For the title of a test: why it is skipped, or nothing. */
export function missingHost({ program, script }: RealHost): string {
  if (!existsSync(program)) return ` (SKIPPED: ${script} was not run)`;
  const unshares = program.endsWith('/unshare');
  return unshares && !canUnshare() ? ' (SKIPPED: this user may not make mount namespaces)' : '';
}

function canUnshare(): boolean {
  const { status } = spawnSync('/usr/bin/unshare', ['--map-root-user', '--mount', '/bin/true']);
  return status === 0;
}
