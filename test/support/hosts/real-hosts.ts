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
  /** Of the project's config, in the project folder. */
  readonly projectFile: string;
  /** The config, as the host wants it. */
  config(local: Readonly<Record<string, ProbeEntry>>, remote: Readonly<Record<string, RemoteEntry>>): object;
  /** Files that make the host start the servers of a project without asking. */
  trust?(project: string): Readonly<Record<string, object>>;
  readonly list: readonly string[];
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
    trust: (project) => ({
      '.claude.json': { projects: { [project]: { hasTrustDialogAccepted: true } } },
      '.claude/settings.json': { enableAllProjectMcpServers: true },
    }),
    list: ['mcp', 'list'],
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
    list: ['mcp', 'list'],
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
    list: ['mcp', 'list'],
    variables: { GEMINI_CLI_TRUST_WORKSPACE: 'true' },
  },
];

/** For the title of a test: why it is skipped, or nothing. */
export function missingHost({ program, script }: RealHost): string {
  return existsSync(program) ? '' : ` (SKIPPED: ${script} was not run)`;
}
