import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, ROOT, runCli, runProgram, writeInto } from '../support/cli.ts';

const CLAUDE = join(ROOT, '.cache/claude-code/claude');
const missing = existsSync(CLAUDE) ? '' : ' (SKIPPED: scripts/install-claude-code.sh was not run)';

/** A server that ends at once: listing servers starts them. */
const HARMLESS = { command: 'node', args: ['-e', ''] };
const REMOTE = { type: 'http', url: 'http://127.0.0.1:9/mcp' };

/** Config texts; `PROJECT` stands for the project folder. */
interface Files {
  readonly user?: string | object;
  readonly project?: string | object;
}

/** Writes the files as Claude Code wants them: `~/.claude.json`, and `.mcp.json` of the folder that it runs in. */
function machineOf({ user, project }: Files): { home: string; cwd: string } {
  const folder = folderOf({ 'home/empty': '', 'project/empty': '' });
  const [home, cwd] = [join(folder, 'home'), join(folder, 'project')];
  const textOf = (content: string | object) =>
    (typeof content === 'string' ? content : JSON.stringify(content)).replaceAll('PROJECT', cwd);
  if (user) writeInto(home, '.claude.json', textOf(user));
  if (project) writeInto(cwd, '.mcp.json', textOf(project));
  return { home, cwd };
}

describe.skipIf(missing !== '').concurrent(`Claude Code lists the servers that we read${missing}`, () => {
  test.each<[string, Files, string[], string[]?]>([
    [
      'of the user, with odd names',
      {
        user: {
          numStartups: 3,
          mcpServers: {
            plain: HARMLESS,
            'dotted.name': HARMLESS,
            'with space': HARMLESS,
            'ünïcode-名前': HARMLESS,
            mcpServers: HARMLESS,
            constructor: HARMLESS,
            '42': HARMLESS,
            remote: REMOTE,
          },
        },
      },
      ['42', 'constructor', 'dotted.name', 'mcpServers', 'plain', 'remote', 'with space', 'ünïcode-名前'],
    ],
    [
      'of the project',
      {
        project: { mcpServers: { 'project-one': HARMLESS, 'project.two': REMOTE, 'three three': HARMLESS } },
      },
      ['project-one', 'project.two', 'three three'],
    ],
    [
      'of the user in one folder, not in others',
      {
        user: {
          mcpServers: { everywhere: HARMLESS },
          projects: {
            PROJECT: { allowedTools: [], mcpServers: { here: HARMLESS } },
            '/some/where/else': { mcpServers: { elsewhere: HARMLESS } },
          },
        },
        project: { mcpServers: { shared: HARMLESS } },
      },
      ['everywhere', 'here', 'shared'],
    ],
    [
      'where a key stands twice: the host takes the last, we also what is hidden',
      {
        user: `{
          "mcpServers": { "lost": ${JSON.stringify(HARMLESS)} },
          "mcpServers": { "twice": {"command": "false"}, "once": ${JSON.stringify(HARMLESS)}, "twice": ${JSON.stringify(HARMLESS)} }
        }`,
      },
      ['once', 'twice'],
      ['lost'],
    ],
    [
      'that are disabled, and those that were rejected, which the host leaves out',
      {
        user: {
          mcpServers: { off: { ...HARMLESS, disabled: true }, on: HARMLESS },
          projects: { PROJECT: { disabledMcpServers: ['off'], disabledMcpjsonServers: ['rejected'] } },
        },
        project: { mcpServers: { rejected: HARMLESS, kept: HARMLESS } },
      },
      ['kept', 'off', 'on'],
      ['rejected'],
    ],
    [
      'and skips entries that are none',
      {
        project: {
          mcpServers: { good: HARMLESS, empty: {}, text: 'x', list: [], nameless: { args: ['x'] } },
        },
      },
      ['good'],
    ],
  ])('%s', async (_, files, expected, hidden = []) => {
    const { home, cwd } = machineOf(files);
    const paths = [files.user && join(home, '.claude.json'), files.project && '.mcp.json'].filter(
      (path) => typeof path === 'string',
    );
    // We come first: Claude Code rewrites its file.
    const ours = await runCli(['--format', 'json', ...paths], { cwd, env: { HOME: home } });
    const { servers } = JSON.parse(ours.stdout) as { servers: { name: string; scope?: string }[] };
    expect(await listWithClaude(cwd, home)).toEqual(expected);
    const applying = servers.filter(({ scope }) => scope === undefined || scope === cwd);
    expect([...new Set(applying.map(({ name }) => name))].sort()).toEqual([...expected, ...hidden].sort());
  });
});

/** Names of the servers that `claude mcp list` prints, sorted. */
async function listWithClaude(cwd: string, home: string): Promise<string[]> {
  const env = {
    HOME: home,
    DISABLE_TELEMETRY: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    MCP_TIMEOUT: '5000',
  };
  const run = await runProgram(CLAUDE, ['mcp', 'list'], { cwd, env });
  const names = run.stdout
    .split('\n')
    .flatMap((line) => /^(.+?): (?:node|false|http:).* - /.exec(line)?.[1] ?? []);
  return names.sort();
}
