import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  builtCli,
  folderOf,
  NODE,
  RAW_CONTROL,
  runCli,
  STACK_TRACE,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';
import { git, noGit, runGit, writeHook } from '../support/commits.ts';
import { prng, sample } from '../support/samples.ts';

const TOKEN = sample('grafana-service-account', prng(61));
const server = (key: string) => ({
  mcpServers: {
    search: { type: 'http', url: 'https://search.example.com/mcp', headers: { 'X-Api-Key': key } },
  },
});
const DIRTY = server(TOKEN);
const CLEAN = server('${SEARCH_API_KEY}');
const HOOK = `exec '${NODE}' '${builtCli()}' --staged`;

/** A repository whose hook lints what is staged. */
async function project(files: Readonly<Record<string, object | string>>, hook = HOOK): Promise<string> {
  const folder = folderOf(files);
  await git(folder, 'init', '--quiet');
  writeHook(join(folder, '.git'), hook);
  return folder;
}

async function commit(cwd: string, ...args: readonly string[]) {
  const run = await runGit(cwd, ['commit', '--message', 'm', ...args]);
  const output = run.stdout + run.stderr;
  expect(output).not.toContain(TOKEN);
  expect(output).not.toMatch(STACK_TRACE);
  return { refused: run.code !== 0, output };
}

describe.skipIf(noGit !== '')(`a hook that lints what is staged${noGit}`, () => {
  test('refuses a commit with a token, and lets one with a reference pass', async () => {
    const folder = await project({ '.mcp.json': DIRTY });
    await git(folder, 'add', '--all');
    const { refused, output } = await commit(folder);
    expect(refused).toBe(true);
    expect(output).toContain('error[inline-credential]');
    expect(output).toContain('.mcp.json');
    writeInto(folder, '.mcp.json', CLEAN);
    expect((await commit(folder)).refused).toBe(true);
    await git(folder, 'add', '--all');
    expect((await commit(folder)).refused).toBe(false);
  });

  test('looks at what would be committed, not at what is mended or broken meanwhile', async () => {
    const folder = await project({ '.mcp.json': CLEAN });
    await git(folder, 'add', '--all');
    writeInto(folder, '.mcp.json', DIRTY);
    writeInto(folder, 'other.mcp.json', DIRTY);
    expect((await commit(folder)).refused).toBe(false);
    expect((await commit(folder, '--all')).refused).toBe(true);
    expect((await commit(folder, '.mcp.json')).refused).toBe(true);
    expect((await commit(folder, '--only', '.mcp.json')).refused).toBe(true);
    expect((await commit(folder, '--include', '.mcp.json')).refused).toBe(true);
    rmSync(join(folder, '.mcp.json'));
    expect((await commit(folder, '--all')).refused).toBe(false);
  });

  test('looks at the index of "git commit FILE", not at what else is staged', async () => {
    const folder = await project({ 'a.mcp.json': CLEAN, 'b.mcp.json': CLEAN });
    await git(folder, 'add', '--all');
    await commit(folder);
    writeInto(folder, 'a.mcp.json', DIRTY);
    await git(folder, 'add', 'a.mcp.json');
    writeInto(folder, 'b.mcp.json', server('${OTHER_KEY}'));
    expect((await commit(folder, 'b.mcp.json')).refused).toBe(false);
    expect((await commit(folder)).refused).toBe(true);
  });

  test('works in linked working trees, from folders below, and where the repository lies elsewhere', async () => {
    const folder = await project({ 'sub/x': 'x' });
    await git(folder, 'add', '--all');
    await commit(folder);
    const tree = join(temporaryFolder(), 'tree');
    await git(folder, 'worktree', 'add', '--quiet', tree);
    writeInto(tree, '.mcp.json', DIRTY);
    await git(tree, 'add', '--all');
    expect((await commit(tree)).refused).toBe(true);
    writeHook(join(folder, '.git'), `cd sub && ${HOOK}`);
    writeInto(folder, '.mcp.json', DIRTY);
    await git(folder, 'add', '--all');
    expect((await commit(folder)).refused).toBe(true);
    expect((await commit(join(folder, 'sub'), '--all')).refused).toBe(true);

    const home = folderOf({ '.mcp.json': DIRTY });
    const elsewhere = ['--git-dir', join(home, '.dotfiles'), '--work-tree', home];
    await git(home, 'init', '--quiet', '--bare', '.dotfiles');
    writeHook(join(home, '.dotfiles'), HOOK);
    await git(home, ...elsewhere, 'add', '.mcp.json');
    const dotfiles = await runGit(home, [...elsewhere, 'commit', '--message', 'm']);
    expect(dotfiles.code).not.toBe(0);
    expect(dotfiles.stdout + dotfiles.stderr).toContain('error[inline-credential]');
  });

  test('says nothing about commits without configs, and does not ask for the configs of the user', async () => {
    const home = folderOf({ '.claude.json': DIRTY });
    const folder = await project(
      { 'README.md': '# x\n', 'src/x.ts': 'export const x = 1;\n' },
      `HOME='${home}' ${HOOK}`,
    );
    await git(folder, 'add', '--all');
    const { refused, output } = await commit(folder);
    expect(refused).toBe(false);
    expect(output).not.toContain('.claude.json');
  });

  test('stops a commit whose staged config cannot be read', async () => {
    const folder = await project({ '.mcp.json': '{"mcpServers": ' });
    await git(folder, 'add', '--all');
    const { refused, output } = await commit(folder);
    expect(refused).toBe(true);
    expect(output).toContain('problem[syntax]');
  });
});

describe.skipIf(noGit !== '')(`--staged${noGit}`, () => {
  test('counts what is staged as tracked, and knows env files beside it', async () => {
    const folder = await project({ '.mcp.json': DIRTY });
    await git(folder, 'add', '--all');
    rmSync(join(folder, '.mcp.json'));
    const { code, stdout } = await runCli(['--staged', '--format', 'json'], { cwd: folder });
    expect(code).toBe(1);
    const [finding] = JSON.parse(stdout).findings;
    expect(finding).toMatchObject({
      file: '.mcp.json',
      exposure: { tracked: true, readableByOthers: false },
    });
  });

  test('takes paths, and --require-config', async () => {
    const folder = await project({ 'a/.mcp.json': DIRTY, 'b/.mcp.json': CLEAN });
    await git(folder, 'add', '--all');
    expect((await runCli(['--staged', 'b'], { cwd: folder })).code).toBe(0);
    expect((await runCli(['--staged', 'a'], { cwd: folder })).code).toBe(1);
    expect((await runCli(['--staged', '--require-config', 'a'], { cwd: join(folder, 'b') })).code).toBe(2);
    await git(folder, 'rm', '-r', '--cached', '--quiet', '.');
    const nothing = { code: 0, stdout: 'No MCP configs are staged.\n' };
    expect(await runCli(['--staged'], { cwd: folder })).toMatchObject(nothing);
    expect((await runCli(['--staged', '--quiet'], { cwd: folder })).stdout).toBe('');
    expect((await runCli(['--staged', '--require-config'], { cwd: folder })).code).toBe(2);
  });

  test('is an error outside of a repository, with "-", and for other commands', async () => {
    const cwd = folderOf({ '.mcp.json': DIRTY });
    const outside = await runCli(['--staged'], { cwd });
    expect(outside.code).toBe(2);
    expect(outside.stdout).toContain('no git repository here');
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['Standard input is never staged', ['--staged', '-']],
      ['it changes files, not the index', ['fix', '--staged']],
      ['as they are on the disk', ['rank', '--staged']],
    ];
    for (const [message, args] of cases) {
      const run = await runCli(args, { cwd });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(message);
    }
  });

  test('lets nothing of a hostile name through', async () => {
    const folder = await project({});
    writeInto(folder, '\u001b[31m\n::error::x.mcp.json', DIRTY);
    await git(folder, 'add', '--all');
    const { stdout, stderr } = await runCli(['--staged'], { cwd: folder });
    expect(stdout + stderr).not.toMatch(RAW_CONTROL);
    expect(stdout).not.toMatch(/^::/m);
  });
});

describe('--ignore-unknown', () => {
  const all = {
    'package.json': { name: 'x' },
    'a.txt': 'a',
    'broken.json': '{',
    'logo.png': '\0',
    'x.ts': '}',
  };

  test('is quiet about what is no config', async () => {
    const cwd = folderOf(all);
    const { code, stdout } = await runCli(['--ignore-unknown', '--quiet', ...Object.keys(all)], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const told = await runCli(['--ignore-unknown', ...Object.keys(all)], { cwd });
    expect(told.code).toBe(0);
    for (const name of Object.keys(all)) expect(told.stdout).not.toContain(name);
  });

  test('lints what is one', async () => {
    const cwd = folderOf({ ...all, '.mcp.json': DIRTY, 'tools.json': DIRTY, '.vscode/settings.json': '{}' });
    const names = [...Object.keys(all), '.mcp.json', 'tools.json', '.vscode/settings.json'];
    const { code, stdout } = await runCli(['--ignore-unknown', '--format', 'json', ...names], { cwd });
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.files.map(({ path }: { path: string }) => path)).toEqual([
      '.mcp.json',
      'tools.json',
      '.vscode/settings.json',
    ]);
    const pretty = await runCli(['--ignore-unknown', ...names], { cwd });
    expect(pretty.stdout).not.toContain('no MCP servers');
  });

  test('lints nothing when nothing is named', async () => {
    const home = folderOf({ '.claude.json': DIRTY });
    const { code, stdout } = await runCli(['--ignore-unknown'], { env: { HOME: home } });
    expect(code).toBe(0);
    expect(stdout).not.toContain('.claude.json');
  });

  test('is known to "fix"', async () => {
    const cwd = folderOf({ ...all, '.mcp.json': DIRTY });
    const { code, stdout } = await runCli(
      ['fix', '--dry-run', '--ignore-unknown', 'package.json', 'broken.json', '.mcp.json'],
      { cwd },
    );
    expect(code).toBe(1);
    expect(stdout).toContain('.mcp.json');
    expect(stdout).not.toContain('broken.json');
    expect(readFileSync(join(cwd, '.mcp.json'), 'utf8')).toContain(TOKEN);
    const nothing = await runCli(['fix', '--yes', '--ignore-unknown'], { cwd });
    expect(nothing.code).toBe(0);
  });
});
