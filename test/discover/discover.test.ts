import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { git, hasGit } from './git.ts';
import { asOrdinaryUser } from './ordinary-user.ts';
import { folderWith } from './temporary-folder.ts';

async function find(cwd: string, paths: readonly string[], respectGitignore = false) {
  const { files, problems, folders } = await discover(paths, { cwd, respectGitignore });
  const shown = (wanted: (origin: string) => boolean) =>
    files.filter(({ origin }) => wanted(origin)).map(({ path }) => path.split(sep).join('/'));
  return {
    files: shown((origin) => origin !== 'possible'),
    named: shown((origin) => origin === 'named'),
    possible: shown((origin) => origin === 'possible'),
    problems: problems.map(({ path, problem }) => `${path}: ${problem!.code}`),
    folders,
  };
}

describe('discover', () => {
  it('takes a named file whatever its name, and searches a folder by name and by content', async () => {
    const cwd = folderWith(['notes.txt', 'a/.mcp.json', 'a/package.json', 'a/agent-tools.json']);
    writeFileSync(join(cwd, 'a', 'agent-tools.json'), '{"mcpServers": {"x": {"command": "y"}}}');
    expect(await find(cwd, ['notes.txt', 'a'])).toEqual({
      files: ['notes.txt', 'a/.mcp.json'],
      named: ['notes.txt'],
      possible: ['a/agent-tools.json'],
      problems: [],
      folders: 1,
    });
  });

  it('shows paths relative to the current folder when they are below it, else absolute', async () => {
    const outside = folderWith(['.mcp.json']);
    const cwd = folderWith(['x/.mcp.json', '..dots/.mcp.json']);
    const { files } = await discover([join(cwd, 'x', '.mcp.json'), './..dots', outside], {
      cwd,
      respectGitignore: false,
    });
    expect(files.map((file) => file.path)).toEqual([
      join('x', '.mcp.json'),
      join('..dots', '.mcp.json'),
      join(outside, '.mcp.json'),
    ]);
    expect(files.map((file) => file.absolute)).toEqual([
      join(cwd, 'x', '.mcp.json'),
      join(cwd, '..dots', '.mcp.json'),
      join(outside, '.mcp.json'),
    ]);
  });

  it('takes each file once, in the order of the paths', async () => {
    const cwd = folderWith(['b/mcp.json', 'a/mcp.json', 'a/sub/mcp.json']);
    expect(await find(cwd, ['b/mcp.json', '.', 'a', './b/../b/mcp.json', '**/mcp.json'])).toMatchObject({
      files: ['b/mcp.json', 'a/mcp.json', 'a/sub/mcp.json'],
      problems: [],
    });
  });

  it('counts a file as named even when a folder gave it first', async () => {
    const cwd = folderWith(['mcp.json']);
    expect((await find(cwd, ['.', 'mcp.json'])).named).toEqual(['mcp.json']);
  });

  it('tells paths that are not there', async () => {
    const cwd = folderWith(['mcp.json']);
    expect((await find(cwd, ['none.json', 'mcp.json/x', '*.none', '', 'n\0l'])).problems).toEqual([
      'none.json: not-found',
      `${join('mcp.json', 'x')}: not-found`,
      '*.none: not-found',
      ': not-found',
      'n\0l: not-found',
    ]);
  });

  it('finds nothing in an empty folder, which is no problem', async () => {
    expect(await find(folderWith([]), ['.'])).toEqual({
      files: [],
      named: [],
      possible: [],
      problems: [],
      folders: 1,
    });
  });

  it('reports the number of folders over all paths', async () => {
    const cwd = folderWith(['a/b/c.json', 'd/e.json']);
    expect((await find(cwd, ['a', 'd'])).folders).toBe(3);
  });

  it.runIf(process.platform !== 'win32')('says that a pipe is no file, without opening it', async () => {
    const cwd = folderWith([]);
    execFileSync('mkfifo', [join(cwd, 'pipe.json')]);
    expect(await find(cwd, ['pipe.json', '/dev/null'])).toMatchObject({
      files: [],
      problems: ['pipe.json: not-a-file', '/dev/null: not-a-file'],
    });
  });

  it.runIf(process.platform !== 'win32')(
    'follows a named link, also to a folder, and tells loops and broken ones',
    async () => {
      const outside = folderWith(['config.json', '.mcp.json']);
      const cwd = folderWith([]);
      symlinkSync(outside, join(cwd, 'folder'));
      symlinkSync(join(outside, 'config.json'), join(cwd, 'file'));
      symlinkSync('loop', join(cwd, 'loop'));
      symlinkSync('nowhere', join(cwd, 'broken'));
      expect(await find(cwd, ['folder', 'file', 'loop', 'broken'])).toMatchObject({
        files: ['folder/.mcp.json', 'file'],
        problems: ['loop: unreadable', 'broken: not-found'],
      });
    },
  );

  it.runIf(process.platform !== 'win32')('tells what is closed to it', async () => {
    const cwd = folderWith(['closed/.mcp.json', 'open/.mcp.json']);
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'closed'), 0);
    const found = await asOrdinaryUser(() => find(cwd, ['.', 'closed/.mcp.json', 'closed', '*/.mcp.json']));
    chmodSync(join(cwd, 'closed'), 0o700);
    expect(found.files).toEqual(['open/.mcp.json']);
    expect(found.problems).toContain('closed: unreadable');
    expect(found.problems).toContain('closed/.mcp.json: unreadable');
  });
});

describe('discover with globs', () => {
  it('expands them itself, hidden names included, .git and node_modules left out', async () => {
    const cwd = folderWith([
      'a.json',
      '.b.json',
      '.c/d.json',
      '.git/e.json',
      'node_modules/p/f.json',
      'g.txt',
    ]);
    expect(await find(cwd, ['**/*.json'])).toMatchObject({
      files: ['.b.json', '.c/d.json', 'a.json'],
      named: [],
      problems: [],
    });
  });

  it('takes an existing file with such a name literally', async () => {
    const cwd = folderWith(['a[1].json', 'a1.json']);
    expect((await find(cwd, ['a[1].json'])).files).toEqual(['a[1].json']);
  });

  it('searches folders that fit, once', async () => {
    const cwd = folderWith(['p/one/.mcp.json', 'p/one/deep/.mcp.json', 'p/two/package.json']);
    expect(await find(cwd, ['p/*'])).toMatchObject({
      files: ['p/one/.mcp.json', 'p/one/deep/.mcp.json'],
      folders: 3,
    });
    expect(await find(cwd, ['p/**'])).toMatchObject({ folders: 3 });
  });

  it.runIf(process.platform !== 'win32')('takes links to files, and follows none to folders', async () => {
    const outside = folderWith(['x.json']);
    const cwd = folderWith([]);
    symlinkSync(join(outside, 'x.json'), join(cwd, 'link.json'));
    symlinkSync(outside, join(cwd, 'folder.json'));
    symlinkSync('nowhere', join(cwd, 'broken.json'));
    expect(await find(cwd, ['**/*.json'])).toMatchObject({ files: ['link.json'], problems: [] });
  });
});

describe.runIf(hasGit)('discover with respectGitignore', () => {
  it('leaves ignored files out, but not tracked or named ones', async () => {
    const cwd = folderWith({
      '.gitignore': '*.local.json\nignored/\n',
      '.claude/settings.local.json': '{}',
      'ignored/.mcp.json': '{}',
      'ignored/tracked/.mcp.json': '{}',
      '.mcp.json': '{}',
    });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '-f', 'ignored/tracked/.mcp.json');
    const all = [
      '.claude/settings.local.json',
      '.mcp.json',
      'ignored/.mcp.json',
      'ignored/tracked/.mcp.json',
    ];
    expect((await find(cwd, ['.'])).files).toEqual(all);
    expect(await find(cwd, ['.'], true)).toMatchObject({
      files: ['.mcp.json', 'ignored/tracked/.mcp.json'],
      problems: [],
    });
    expect((await find(cwd, ['ignored/.mcp.json'], true)).files).toEqual(['ignored/.mcp.json']);
    expect((await find(cwd, ['**/.mcp.json'], true)).files).toEqual([
      '.mcp.json',
      'ignored/tracked/.mcp.json',
    ]);
  });

  it('keeps everything where there is no repository', async () => {
    const cwd = folderWith(['.mcp.json']);
    expect(await find(cwd, ['.'], true)).toMatchObject({ files: ['.mcp.json'], problems: [] });
  });

  it('tells when git cannot answer, and leaves nothing out', async () => {
    const cwd = folderWith({ '.gitignore': '*\n', '.mcp.json': '{}' });
    git(cwd, 'init', '-q');
    writeFileSync(join(cwd, '.git', 'config'), '[core\n');
    expect(await find(cwd, ['.'], true)).toMatchObject({ files: ['.mcp.json'], problems: ['.: unreadable'] });
  });
});
