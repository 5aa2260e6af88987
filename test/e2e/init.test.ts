import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  folderOf,
  madeUp,
  RAW_CONTROL,
  runCli,
  STACK_TRACE,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';
import { git, noGit } from '../support/commits.ts';
import { noTerminal, runOnTerminal } from '../support/terminal.ts';

const KEY = madeUp(40, 91);
const CONFIG = { mcpServers: { search: { command: 'search-server', env: { SEARCH_API_KEY: KEY } } } };
const FILES = ['mcp-lint.config.jsonc', '.pre-commit-config.yaml', '.github/workflows/mcp-lint.yml'];

async function project(files: Readonly<Record<string, string | object>> = {}): Promise<string> {
  const folder = folderOf({ '.github/CODEOWNERS': '', ...files });
  await git(folder, 'init', '--quiet');
  return folder;
}

/** Paths of all files but those of git. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.git/'))
    .sort();

describe.skipIf(noGit !== '')(`mcp-lint init${noGit}`, () => {
  test('shows everything and writes nothing where nobody can be asked', async () => {
    const cwd = await project();
    const before = filesIn(cwd);
    const { code, stdout, stderr } = await runCli(['init'], { cwd });
    expect(code).toBe(2);
    for (const path of FILES) expect(stdout).toContain(`${path} (new)`);
    expect(stdout).toContain('  +     rev: v');
    expect(stderr).toContain('"--yes" writes without asking');
    expect(filesIn(cwd)).toEqual(before);
    const dry = await runCli(['init', '--dry-run'], { cwd });
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('Nothing was written');
    expect(filesIn(cwd)).toEqual(before);
  });

  test('writes what it shows, from any folder of the repository, and once only', async () => {
    const cwd = await project({ 'a/b': '' });
    const { code, stdout } = await runCli(['init', '--yes'], { cwd: join(cwd, 'a') });
    expect(code).toBe(0);
    for (const path of FILES) {
      const shown = readFileSync(join(cwd, path), 'utf8').trimEnd().replace(/^/gm, '  + ');
      expect(stdout).toContain(shown);
    }
    expect(stdout).toContain('pre-commit install');
    const again = await runCli(['init'], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('Nothing to do.');
    expect((await runCli(['.'], { cwd })).code).toBe(0);
  });

  test('speaks of the findings of the day, and shows none of them', async () => {
    const cwd = await project({ '.mcp.json': CONFIG });
    const { code, stdout, stderr } = await runCli(['init', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d findings? today/);
    expect(stdout).toContain('--update-baseline');
    expect(stdout + stderr).not.toContain(KEY);
  });

  test('adds lines to what is there, shows these alone, and overwrites nothing', async () => {
    const cwd = await project({
      '.pre-commit-config.yaml': `# ${KEY}\nrepos:\n  - repo: x # ${KEY}\n    hooks: []\n`,
      '.github/workflows/mcp-lint.yml': 'my own',
      'mcp-lint.config.json': '{}',
    });
    const { code, stdout } = await runCli(['init', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('.pre-commit-config.yaml (behind line 4)');
    expect(stdout).not.toContain(KEY);
    expect(readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8')).toContain(
      `  - repo: x # ${KEY}\n    hooks: []\n  - repo: https://github.com/mcp-lint/mcp-lint\n`,
    );
    expect(readFileSync(join(cwd, '.github/workflows/mcp-lint.yml'), 'utf8')).toBe('my own');
    expect(existsSync(join(cwd, 'mcp-lint.config.jsonc'))).toBe(false);
  });

  test('refuses links, with all of its files', async () => {
    const cwd = await project();
    const outside = temporaryFolder();
    symlinkSync(outside, join(cwd, '.github', 'workflows'));
    const before = filesIn(cwd);
    const { code, stderr } = await runCli(['init', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a symbolic link is on the way to it. Nothing was written.');
    expect(filesIn(cwd)).toEqual(before);
    expect(readdirSync(outside)).toEqual([]);
  });

  test('needs a repository, and takes no paths', async () => {
    const cwd = folderOf({ x: '' });
    const outside = await runCli(['init', '--yes'], { cwd });
    expect(outside.code).toBe(2);
    expect(outside.stderr).toContain('no git repository here');
    expect((await runCli(['init', 'x'], { cwd })).code).toBe(2);
    expect((await runCli(['init', '--format', 'json'], { cwd })).code).toBe(2);
    expect(filesIn(cwd)).toEqual(['x']);
  });

  test('is not led astray by what a repository holds', async () => {
    const cwd = await project({
      'package.json': `{"lint-staged": ${'['.repeat(200_000)}`,
      '.github/workflows/\u001b[31m\n::error::.yml': 'uses: mcp-lint/mcp-lint@v1\n',
      '.husky/pre-commit': '\u001b]0;x\u0007\n',
    });
    writeFileSync(join(cwd, '.git/config'), '[remote "origin"]\nurl = ext::sh -c "touch trap"\n');
    const { code, stdout, stderr } = await runCli(['init', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout + stderr).not.toMatch(RAW_CONTROL);
    expect(stdout).not.toMatch(/^::/m);
    expect(stdout + stderr).not.toMatch(STACK_TRACE);
    expect(existsSync(join(cwd, 'trap'))).toBe(false);
  });
});

describe.skipIf(noTerminal !== '')(`mcp-lint init for a person${noTerminal}`, () => {
  test('asks, and does what is answered', async () => {
    const cwd = await project();
    const no = await runOnTerminal(['init'], [['Write 3 files? [y/N]', 'n']], { cwd });
    expect(no.code).toBe(1);
    expect(no.screen).toContain('Nothing was written.');
    expect(FILES.filter((path) => existsSync(join(cwd, path)))).toEqual([]);
    const yes = await runOnTerminal(['init'], [['Write 3 files? [y/N]', 'y']], { cwd });
    expect(yes.code).toBe(0);
    expect(FILES.filter((path) => existsSync(join(cwd, path)))).toEqual(FILES);
  });

  test('offers a baseline for the findings of the day', async () => {
    const cwd = await project({ '.mcp.json': CONFIG });
    const { code, screen } = await runOnTerminal(
      ['init'],
      [
        ['into a baseline, so that only new ones are told? [y/N]', 'y'],
        ['Write 3 files? [y/N]', 'y'],
      ],
      { cwd },
    );
    expect(code).toBe(0);
    expect(screen).toContain('Written: .mcp-lint-baseline.json, mcp-lint.config.jsonc');
    expect(screen).not.toContain(KEY);
    expect(readFileSync(join(cwd, '.mcp-lint-baseline.json'), 'utf8')).not.toContain(KEY);
    expect((await runCli(['.'], { cwd })).code).toBe(0);
    writeInto(cwd, 'more.mcp.json', CONFIG);
    expect((await runCli(['.'], { cwd })).code).toBe(1);
  });

  test('takes the baseline back when nothing else can be written', async () => {
    const cwd = await project({ '.mcp.json': CONFIG });
    const before = filesIn(cwd);
    const { code } = await runOnTerminal(
      ['init'],
      [
        ['into a baseline', 'y'],
        [
          'Write 3 files? [y/N]',
          'y',
          `mkdir '${join(cwd, '.github/workflows')}'; ln -s /nowhere '${join(cwd, FILES[2]!)}'`,
        ],
      ],
      { cwd },
    );
    expect(code).toBe(2);
    expect(filesIn(cwd)).toEqual([...before, FILES[2]].sort());
  });

  test('names a baseline that is there', async () => {
    const cwd = await project({ '.mcp.json': CONFIG });
    expect((await runCli(['--update-baseline', '.'], { cwd })).code).toBe(0);
    const { stdout } = await runCli(['init', '--yes'], { cwd });
    expect(stdout).not.toContain('today');
    expect((await runCli(['.'], { cwd })).code).toBe(0);
  });

  test('writes nothing over what came while it asked', async () => {
    const cwd = await project();
    const meanwhile = `printf mine > '${join(cwd, FILES[2]!.replace('workflows/', ''))}'; mkdir '${join(cwd, '.github/workflows')}'; printf mine > '${join(cwd, FILES[2]!)}'`;
    const { code, screen } = await runOnTerminal(['init'], [['Write 3 files? [y/N]', 'y', meanwhile]], {
      cwd,
    });
    expect(code).toBe(2);
    expect(screen).toContain('changed meanwhile');
    expect(readFileSync(join(cwd, FILES[2]!), 'utf8')).toBe('mine');
    expect(FILES.slice(0, 2).filter((path) => existsSync(join(cwd, path)))).toEqual([]);
  });
});
