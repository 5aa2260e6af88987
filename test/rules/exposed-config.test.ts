import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReportedFinding } from '../../src/core/report.ts';
import { lint } from '../../src/run.ts';
import { git, hasGit } from '../discover/git.ts';
import { folderWith } from '../discover/temporary-folder.ts';
import { fillExample } from '../support/examples.ts';
import { jwt, prng } from '../support/samples.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const WITH = fillExample(
  '{ "mcpServers": { "search": { "command": "x", "env": { "SEARCH_API_KEY": "{{opaque}}" } } } }',
);
const TWO = fillExample(
  '{ "mcpServers": { "a": { "command": "x", "env": { "A_API_KEY": "{{opaque:a}}" } }, "b": { "command": "x", "env": { "B_API_KEY": "{{opaque:b}}" } } } }',
);
const WITHOUT = '{ "mcpServers": { "search": { "command": "x", "env": { "SEARCH_API_KEY": "${KEY}" } } } }';

/** A home folder with files that only their user can read. */
function home(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  for (const file of Object.keys(files)) chmodSync(join(folder, file), 0o600);
  return folder;
}

async function exposed(folder: string, file: string): Promise<ReportedFinding | undefined> {
  const { findings } = await lint([file], { cwd: folder, home: folder });
  const own = findings.filter(({ rule }) => rule === 'exposed-config');
  expect(own.length).toBeLessThan(2);
  return own[0];
}

describe('exposed-config', () => {
  it('says nothing of a file that is private, and nothing of one without a credential', async () => {
    const folder = home({ 'a/.mcp.json': WITH, 'Dropbox/.mcp.json': WITHOUT, 'Dropbox/.mcp.json.bak': WITH });
    expect(await exposed(folder, 'a/.mcp.json')).toBeUndefined();
    expect(await exposed(folder, 'Dropbox/.mcp.json')).toBeUndefined();
  });

  it.runIf(process.platform !== 'win32')('reports a mode that lets others read', async () => {
    const folder = home({ '.mcp.json': TWO });
    chmodSync(join(folder, '.mcp.json'), 0o644);
    expect(await exposed(folder, '.mcp.json')).toBeUndefined(); // nobody else may enter the folder
    chmodSync(folder, 0o755);
    for (const mode of [0o644, 0o640, 0o604]) {
      chmodSync(join(folder, '.mcp.json'), mode);
      const finding = await exposed(folder, '.mcp.json');
      expect(finding).toMatchObject({ severity: 'warning', server: 'a' });
      expect(finding!.message).toBe(
        'A file with 2 credentials is exposed: its mode lets other users of this machine read it',
      );
      expect(finding!.advice).toContain('chmod 600');
    }
    chmodSync(join(folder, '.mcp.json'), 0o700);
    expect(await exposed(folder, '.mcp.json')).toBeUndefined();
  });

  it('reports what a service copies, also through a link', async () => {
    const folder = home({
      'Dropbox/mcp.json': WITH,
      'x/y': '',
      'notes/sub/.mcp.json': WITH,
      'notes/.stfolder/x': '',
    });
    expect((await exposed(folder, 'Dropbox/mcp.json'))!.message).toContain(
      'Dropbox copies it to other machines',
    );
    expect((await exposed(folder, 'notes/sub/.mcp.json'))!.message).toContain('Syncthing copies it');
    if (process.platform === 'win32') return;
    mkdirSync(join(folder, '.cursor'));
    symlinkSync(join(folder, 'Dropbox/mcp.json'), join(folder, '.cursor/mcp.json'));
    expect((await exposed(folder, '.cursor/mcp.json'))!.message).toContain(
      'Dropbox copies it to other machines',
    );
  });

  it('reports copies that hold a credential, by name and without their content', async () => {
    const folder = home({
      '.claude.json': WITH,
      '.claude.json.backup': WITH,
      '.claude.json.backup.1769596532941': WITHOUT,
      '.claude.json.bak': 'no JSON',
      '.claude/backups/.claude.json.backup.1769596532999': WITH,
      'claude.json.old': WITH,
    });
    const finding = await exposed(folder, '.claude.json');
    expect(finding!.message).toContain('2 copies with a credential lie beside it');
    expect(finding!.message).toMatch(/, \.claude\.json\.backup\)$/);
    expect(finding!.message).toMatch(/\.claude[/\\]backups[/\\]\.claude\.json\.backup\.1769596532999/);
    expect(finding!.message).not.toContain('1769596532941');
    expect(finding!.advice).toBe('Delete the copies.');
  });

  it('masks names of copies that look like credentials', async () => {
    const name = `.mcp.json.bak-${fillExample('{{opaque}}')}`;
    const folder = home({ '.mcp.json': WITH, [name]: WITH });
    const finding = await exposed(folder, '.mcp.json');
    expect(finding!.message).toContain('a copy with a credential lies beside it');
    expect(finding!.message).not.toContain(name);
  });

  it('makes a note where every credential has expired', async () => {
    const token = (exp: number) => jwt(prng(exp), { sub: 'x', iat: 1_500_000_000, exp });
    const entry = (value: string) => ({
      url: 'https://mcp.example.com/mcp',
      headers: { Authorization: `Bearer ${value}` },
    });
    const old = { mcpServers: { old: entry(token(1_600_000_000)) } };
    const both = { mcpServers: { ...old.mcpServers, live: entry(token(4_000_000_000)) } };
    const folder = home({
      'Dropbox/old.json': JSON.stringify(old),
      'Dropbox/both.json': JSON.stringify(both),
    });
    expect((await exposed(folder, 'Dropbox/old.json'))!.severity).toBe('info');
    expect((await exposed(folder, 'Dropbox/both.json'))!.severity).toBe('warning');
  });
});

describe.runIf(hasGit)('exposed-config in a git work tree', () => {
  function repository(files: Readonly<Record<string, string>>): string {
    const folder = home(files);
    git(folder, 'init', '-q');
    return folder;
  }

  it('reports a file that nothing ignores, and not one that is ignored', async () => {
    const folder = repository({ '.mcp.json': WITH, 'sub/.mcp.json': WITH, 'sub/.gitignore': '.mcp.json\n' });
    const finding = await exposed(folder, '.mcp.json');
    expect(finding).toMatchObject({ severity: 'warning', advice: 'List the file in .gitignore.' });
    expect(await exposed(folder, 'sub/.mcp.json')).toBeUndefined();
  });

  it('takes the list of the user for ignored files', async () => {
    vi.stubEnv('XDG_CONFIG_HOME', '');
    const folder = repository({ 'repo/.mcp.json': WITH, '.config/git/ignore': '.mcp.json\n' });
    expect(await exposed(folder, 'repo/.mcp.json')).toBeUndefined();
  });

  it('reports a tracked file as an error, with every other reason in the same finding', async () => {
    const folder = repository({ 'Dropbox/.mcp.json': WITH, 'Dropbox/.mcp.json.bak': WITH });
    git(folder, 'add', 'Dropbox/.mcp.json');
    const finding = await exposed(folder, 'Dropbox/.mcp.json');
    expect(finding!.severity).toBe('error');
    expect(finding!.message).toMatch(
      /exposed: git tracks it; Dropbox copies it .*; a copy with a credential lies/,
    );
    expect(finding!.advice).toContain('git rm --cached');
  });

  it('reports a file that was tracked with a credential in it, ignored or not', async () => {
    const folder = repository({ '.mcp.json': WITH, '.gitignore': '.mcp.json\n' });
    git(folder, 'add', '--force', '.mcp.json');
    git(folder, 'commit', '-qm', 'x');
    git(folder, 'rm', '-q', '--cached', '.mcp.json');
    git(folder, 'commit', '-qm', 'y');
    const finding = await exposed(folder, '.mcp.json');
    expect(finding!.severity).toBe('error');
    expect(finding!.message).toContain('earlier versions with a credential');
    expect(finding!.advice).toContain('Revoke');
  });

  it('says nothing of earlier versions without a credential', async () => {
    const folder = repository({ '.mcp.json': WITHOUT, '.gitignore': '.mcp.json\n' });
    git(folder, 'add', '--force', '.mcp.json');
    git(folder, 'commit', '-qm', 'x');
    git(folder, 'rm', '-q', '--cached', '.mcp.json');
    git(folder, 'commit', '-qm', 'y');
    writeFileSync(join(folder, '.mcp.json'), WITH, { mode: 0o600 });
    expect(await exposed(folder, '.mcp.json')).toBeUndefined();
  });

  it('does not start git for a file without a credential, or for one that is tracked', async () => {
    if (process.platform === 'win32') return;
    const bin = folderWith({ git: '#!/bin/sh\necho asked > "$(dirname "$0")/asked"\n' });
    const folder = repository({ 'a/.mcp.json': WITHOUT, 'b/.mcp.json': WITH });
    git(folder, 'add', 'b');
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
    await lint(['.'], { cwd: folder, home: dirname(folder) });
    expect(existsSync(join(bin, 'asked'))).toBe(false);
    writeFileSync(join(folder, 'a/.mcp.json'), WITH);
    await lint(['.'], { cwd: folder, home: dirname(folder) });
    expect(existsSync(join(bin, 'asked'))).toBe(true);
  });
});
