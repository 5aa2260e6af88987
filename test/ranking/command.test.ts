import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import {
  folderOf,
  madeUp,
  NODE,
  RAW_CONTROL,
  ROOT,
  runCli,
  runProgram,
  temporaryFolder,
} from '../support/cli.ts';

const KEY = madeUp(32);
const CONFIG = {
  mcpServers: {
    search: { command: 'npx', args: ['-y', '@example/mcp'], env: { SEARCH_API_KEY: KEY } },
    notion: { url: 'https://mcp.notion.com/mcp' },
  },
};

describe('mcp-lint rank', () => {
  test('ranks the servers of files and folders, and shows no credential', async () => {
    const cwd = folderOf({ '.mcp.json': CONFIG, 'x/.cursor/mcp.json': CONFIG });
    for (const format of ['pretty', 'json', 'markdown']) {
      const run = await runCli(['rank', '--format', format, '.'], { cwd });
      expect([run.code, run.stderr]).toEqual([0, '']);
      expect(run.stdout).toContain('Env pass-through');
      expect(run.stdout).not.toContain(KEY);
      expect(run.stdout).not.toMatch(RAW_CONTROL);
    }
  });

  test('json is what its schema says', async () => {
    const run = await runCli(['rank', '-f', 'json', '.mcp.json', 'missing.json'], {
      cwd: folderOf({ '.mcp.json': CONFIG }),
    });
    const validate = new Ajv2020({ strict: true }).compile(
      JSON.parse(readFileSync(join(ROOT, 'rank.schema.json'), 'utf8')),
    );
    expect(validate(JSON.parse(run.stdout))).toBe(true);
    expect(run.code).toBe(2);
  });

  test('reads the known places when no path is given', async () => {
    const home = folderOf({ '.claude.json': CONFIG });
    const run = await runCli(['rank'], { env: { HOME: home } });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('2 servers in 1 file.');
    const nothing = await runCli(['rank'], { cwd: temporaryFolder() });
    expect(nothing.code).toBe(0);
    expect(nothing.stdout).toMatch(/^No MCP configs found in \d+ places\.\n$/);
  });

  test('takes standard input, a host, an output file, and colour', async () => {
    const cwd = temporaryFolder();
    const input = JSON.stringify(CONFIG);
    const args = ['rank', '-', '--stdin-filename', '.cursor/mcp.json', '-f', 'json'];
    const piped = await runCli(args, { cwd, input });
    expect(JSON.parse(piped.stdout).files[0]).toMatchObject({ path: '.cursor/mcp.json', host: 'cursor' });
    const asHost = await runCli([...args, '--host', 'claude-desktop'], { cwd, input });
    expect(JSON.parse(asHost.stdout).files[0].host).toBe('claude-desktop');
    const written = await runCli([...args, '-o', 'ranking.json'], { cwd, input });
    expect([written.code, written.stdout]).toEqual([0, '']);
    expect(readFileSync(join(cwd, 'ranking.json'), 'utf8')).toBe(piped.stdout);
    const colored = await runCli(['rank', '-', '--color'], { cwd, input });
    expect(colored.stdout).toContain('\u001b[1m');
  });

  test('exit code 2 for what cannot be read, and where a config is required', async () => {
    const cwd = folderOf({ 'broken.mcp.json': '{"mcpServers": {"a" {}}}', 'package.json': { name: 'x' } });
    const broken = await runCli(['rank', 'broken.mcp.json'], { cwd });
    expect(broken.code).toBe(2);
    expect(broken.stdout).toContain('syntax: ');
    expect((await runCli(['rank', 'package.json'], { cwd })).code).toBe(0);
    expect((await runCli(['rank', '--require-config', 'package.json'], { cwd })).code).toBe(2);
  });

  test.each([
    [['--fail-on', 'error'], 'Option "--fail-on" means nothing for "mcp-lint rank"'],
    [['--rule', 'inline-credential:off'], 'Option "--rule" means nothing for "mcp-lint rank"'],
    [['--quiet'], 'Option "--quiet" means nothing for "mcp-lint rank"'],
    [['--format', 'sarif'], 'Option "--format" is one of pretty, json, markdown; got "sarif".'],
    [['--format', 'markdwn'], 'Did you mean "markdown"?'],
  ])('refuses %j', async (args, message) => {
    const run = await runCli(['rank', ...args, '.']);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(message);
  });

  test('the library gives what the command prints as json', async () => {
    const cwd = folderOf({ '.mcp.json': CONFIG });
    const command = await runCli(['rank', '-f', 'json', '.'], { cwd });
    const library = JSON.stringify(join(ROOT, 'dist/index.js'));
    const program = `import { rank } from ${library};\nconsole.log(JSON.stringify(await rank(['.'])));`;
    const file = join(folderOf({ 'program.mjs': program }), 'program.mjs');
    const run = await runProgram(NODE, [file], { cwd });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toEqual(JSON.parse(command.stdout));
  });

  test('help and completion know it', async () => {
    expect((await runCli(['--help'])).stdout).toMatch(/^ +mcp-lint rank\b/m);
    expect((await runCli(['completion', 'bash'])).stdout).toContain('pretty json markdown');
    expect((await runCli(['completion', 'fish'])).stdout).toContain('-a rank');
  });

  test('the rooms of the ranking are not loaded by a lint run', async () => {
    const main = readFileSync(join(ROOT, 'dist/main.cjs'), 'latin1');
    expect(main).toContain('./rank.cjs');
    expect(main).not.toContain('Credential boundary');
  });
});
