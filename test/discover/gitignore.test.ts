import { chmodSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ignoredByGit } from '../../src/discover/gitignore.ts';
import { git, hasGit } from './git.ts';
import { folderWith } from './temporary-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.runIf(hasGit)('ignoredByGit', () => {
  it('asks each repository about its own files', async () => {
    const folder = folderWith({
      'one/.gitignore': 'a.json\n',
      'one/a.json': '',
      'one/b.json': '',
      'one/inner/a.json': '',
      'one/inner/c.json': '',
      'two/a.json': '',
      'one/inner/.gitignore': 'c.json\n',
    });
    for (const name of ['one', 'one/inner']) git(join(folder, name), 'init', '-q');
    const paths = ['one/a.json', 'one/b.json', 'one/inner/a.json', 'one/inner/c.json', 'two/a.json'].map(
      (path) => join(folder, path),
    );
    const { ignored, problem } = await ignoredByGit(paths);
    expect([...ignored]).toEqual([join(folder, 'one/a.json'), join(folder, 'one/inner/c.json')]);
    expect(problem).toBeUndefined();
  });

  it('takes names as they are: spaces, quotes, letters of any script, pathspec magic, new lines', async () => {
    const names = ['a b.json', 'q".json', 'ü日.json', '*.json', ':(glob)x.json', '-n.json', 'new\nline.json'];
    const folder = folderWith({
      '.gitignore': '*\n',
      ...Object.fromEntries(names.map((name) => [name, ''])),
    });
    git(folder, 'init', '-q');
    const paths = names.map((name) => join(folder, name));
    expect([...(await ignoredByGit(paths)).ignored].sort()).toEqual([...paths].sort());
  });

  it.runIf(process.platform !== 'win32')('answers for paths that lead through a link', async () => {
    const folder = folderWith({ 'repo/.gitignore': 'a.json\n', 'repo/sub/a.json': '' });
    git(join(folder, 'repo'), 'init', '-q');
    symlinkSync(join(folder, 'repo', 'sub'), join(folder, 'link'));
    expect([...(await ignoredByGit([join(folder, 'link', 'a.json')])).ignored]).toEqual([
      join(folder, 'link', 'a.json'),
    ]);
  });

  it('answers for many files', async () => {
    const folder = folderWith({ '.gitignore': '*.json\n' });
    git(folder, 'init', '-q');
    const paths = Array.from({ length: 20_000 }, (_, index) =>
      join(folder, `some-long-file-name-${index}.json`),
    );
    expect((await ignoredByGit(paths)).ignored.size).toBe(paths.length);
  });

  it.runIf(process.platform !== 'win32')(
    'runs nothing that the repository or the caller set up',
    async () => {
      const folder = folderWith({
        '.gitignore': 'a.json\n',
        'a.json': '',
        'b.json': '',
        hook: '#!/bin/sh\necho ran >> "$0.ran"\n',
      });
      git(folder, 'init', '-q');
      git(folder, 'add', 'b.json');
      const hook = join(folder, 'hook');
      chmodSync(hook, 0o755);
      const config = `[core]\n\tfsmonitor = ${hook}\n\tpager = ${hook}\n\thooksPath = ${folder}\n\tsshCommand = ${hook}\n[pager]\n\tcheck-ignore = ${hook}\n`;
      writeFileSync(join(folder, '.git', 'config'), `[core]\n\trepositoryformatversion = 0\n${config}`);
      vi.stubEnv('GIT_DIR', join(folder, 'elsewhere'));
      vi.stubEnv('GIT_INDEX_FILE', join(folder, 'elsewhere'));
      vi.stubEnv('GIT_TRACE', join(folder, 'trace'));
      expect([...(await ignoredByGit([join(folder, 'a.json'), join(folder, 'b.json')])).ignored]).toEqual([
        join(folder, 'a.json'),
      ]);
      expect(existsSync(`${hook}.ran`)).toBe(false);
      expect(existsSync(join(folder, 'trace'))).toBe(false);
    },
  );

  it.runIf(process.platform !== 'win32')('starts no git of a relative folder of PATH', async () => {
    const folder = folderWith({
      '.gitignore': 'a.json\n',
      'a.json': '',
      'bin/git': '#!/bin/sh\necho ran > "$0.ran"\n',
    });
    git(folder, 'init', '-q');
    chmodSync(join(folder, 'bin', 'git'), 0o755);
    vi.stubEnv('PATH', relative('.', join(folder, 'bin')));
    expect((await ignoredByGit([join(folder, 'a.json')])).problem).toMatch(/git is not installed/);
    expect(existsSync(join(folder, 'bin', 'git.ran'))).toBe(false);
  });

  it('says so when git is missing', async () => {
    const folder = folderWith({ '.gitignore': 'a.json\n', 'a.json': '' });
    git(folder, 'init', '-q');
    for (const path of ['', '.']) {
      vi.stubEnv('PATH', path);
      const { ignored, problem } = await ignoredByGit([join(folder, 'a.json')]);
      expect(ignored.size).toBe(0);
      expect(problem).toMatch(/git is not installed/);
    }
  });

  it('does not need git for files of no repository', async () => {
    vi.stubEnv('PATH', '');
    expect(await ignoredByGit([join(folderWith(['a.json']), 'a.json')])).toEqual({ ignored: new Set() });
  });
});
