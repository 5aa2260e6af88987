import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { git, hasGit } from './git.ts';
import { folderWith } from './temporary-folder.ts';

const CONFIG = '{"mcpServers": {"x": {"command": "y"}}}';
const kept = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name];
  Object.assign(process.env, kept);
});

function repository(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith(files);
  git(folder, 'init', '--quiet');
  if (Object.keys(files).length > 0) git(folder, 'add', '--all', '--force');
  return folder;
}

async function staged(cwd: string, paths: readonly string[] = []) {
  const { files, problems } = await discover(paths, { cwd, staged: true, respectGitignore: false });
  return {
    files: Object.fromEntries(files.map(({ path, content }) => [path, `${content?.bytes}`])),
    origins: files.map(({ origin }) => origin),
    problems: problems.map(({ path, problem }) => `${path}: ${problem!.message}`),
  };
}

describe.skipIf(!hasGit)(`what is staged${hasGit ? '' : ' (SKIPPED: no git)'}`, () => {
  it('is read before the first commit, by name and by content, and nothing else is', async () => {
    const folder = repository({
      '.mcp.json': 'named',
      'misc/tools.json': CONFIG,
      'package.json': '{"name": "x"}',
      'notes.txt': CONFIG,
      'node_modules/x/.mcp.json': 'installed',
      'public/.well-known/oauth-protected-resource': '{}',
    });
    expect(await staged(folder)).toEqual({
      files: {
        '.mcp.json': 'named',
        [join('misc', 'tools.json')]: CONFIG,
        [join('public', '.well-known', 'oauth-protected-resource')]: '{}',
      },
      origins: ['known', 'possible', 'known'],
      problems: [],
    });
  });

  it('is what the index has, whatever the working tree has by now', async () => {
    const folder = repository({ '.mcp.json': 'staged', 'gone/mcp.json': 'staged' });
    writeFileSync(join(folder, '.mcp.json'), 'written later');
    writeFileSync(join(folder, 'mcp.json'), 'never added');
    rmSync(join(folder, 'gone'), { recursive: true });
    expect((await staged(folder)).files).toEqual({
      '.mcp.json': 'staged',
      [join('gone', 'mcp.json')]: 'staged',
    });
  });

  it('is what a commit would add or change: no old files, no deleted ones, renamed ones by their new name', async () => {
    const folder = repository({ '.mcp.json': 'old', 'a/mcp.json': 'moved', 'b/mcp.json': 'deleted' });
    git(folder, 'commit', '--quiet', '--message', 'first');
    expect((await staged(folder)).files).toEqual({});
    git(folder, 'mv', 'a/mcp.json', 'new.mcp.json');
    git(folder, 'rm', '--quiet', 'b/mcp.json');
    expect((await staged(folder)).files).toEqual({ 'new.mcp.json': 'moved' });
  });

  it('is taken from a merge that is in progress, conflicts excepted', async () => {
    const folder = repository({ 'a.mcp.json': 'base', 'README.md': 'x' });
    git(folder, 'commit', '--quiet', '--message', 'first');
    git(folder, 'checkout', '--quiet', '-b', 'other');
    writeFileSync(join(folder, 'a.mcp.json'), 'theirs');
    writeFileSync(join(folder, 'b.mcp.json'), 'merged');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'theirs');
    git(folder, 'checkout', '--quiet', '-');
    writeFileSync(join(folder, 'a.mcp.json'), 'ours');
    git(folder, 'commit', '--quiet', '--all', '--message', 'ours');
    expect(() => git(folder, 'merge', 'other')).toThrow();
    expect((await staged(folder)).files).toEqual({ 'b.mcp.json': 'merged' });
    writeFileSync(join(folder, 'a.mcp.json'), 'resolved');
    git(folder, 'add', 'a.mcp.json');
    expect((await staged(folder)).files).toEqual({ 'a.mcp.json': 'resolved', 'b.mcp.json': 'merged' });
  });

  it('leaves out links and submodules', async () => {
    const inner = repository({ '.mcp.json': 'inner' });
    git(inner, 'commit', '--quiet', '--message', 'first');
    const folder = repository({ 'target.txt': CONFIG });
    symlinkSync('target.txt', join(folder, 'link.mcp.json'));
    git(folder, 'submodule', '--quiet', 'add', inner, 'sub.mcp.json');
    git(folder, 'add', '--all');
    expect(await staged(folder)).toEqual({ files: {}, origins: [], problems: [] });
  });

  it('keeps apart names with line feeds, quotes and bytes that are no UTF-8', async () => {
    const folder = repository();
    const names = ['a\nb.mcp.json', '"quoted".mcp.json', ' -- x.mcp.json', ':(top)y.mcp.json'];
    for (const name of names) writeFileSync(join(folder, name), name);
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from('.mcp.json')]),
      'raw',
    );
    git(folder, 'add', '--all');
    expect((await staged(folder)).files).toEqual({
      ...Object.fromEntries(names.map((name) => [name, name])),
      '\ufffd.mcp.json': 'raw',
    });
  });

  it('is all of the repository in a folder below, shown from there', async () => {
    const folder = repository({ 'a/mcp.json': 'a', 'b/mcp.json': 'b' });
    expect((await staged(join(folder, 'a'))).files).toEqual({
      'mcp.json': 'a',
      [join(folder, 'b', 'mcp.json')]: 'b',
    });
  });

  it('is the own index of a linked working tree', async () => {
    const folder = repository({ 'a.mcp.json': 'main' });
    git(folder, 'commit', '--quiet', '--message', 'first');
    const tree = join(folderWith([]), 'tree');
    git(folder, 'worktree', 'add', '--quiet', tree);
    writeFileSync(join(tree, 'b.mcp.json'), 'linked');
    git(tree, 'add', '--all');
    expect((await staged(tree)).files).toEqual({ 'b.mcp.json': 'linked' });
    expect((await staged(folder)).files).toEqual({});
  });

  it('is read while another git holds the lock', async () => {
    const folder = repository({ '.mcp.json': 'x' });
    writeFileSync(join(folder, '.git', 'index.lock'), '');
    expect((await staged(folder)).files).toEqual({ '.mcp.json': 'x' });
  });

  it('is read from the index that git names to its hooks, also in a folder below', async () => {
    const folder = repository({ '.mcp.json': 'usual', 'a/x': '' });
    const other = join(folder, '.git', 'next-index');
    writeFileSync(join(folder, 'b.mcp.json'), 'other');
    execFileSync('git', ['add', 'b.mcp.json'], { cwd: folder, env: { ...kept, GIT_INDEX_FILE: other } });
    for (const name of [other, '.git/next-index']) {
      process.env['GIT_INDEX_FILE'] = name;
      expect((await staged(folder)).files).toEqual({ 'b.mcp.json': 'other' });
      expect((await staged(join(folder, 'a'))).files).toEqual({ [join(folder, 'b.mcp.json')]: 'other' });
    }
    process.env['GIT_INDEX_FILE'] = join(folder, '.git', 'gone-index');
    expect((await staged(folder)).problems).toEqual([
      '.: the index that GIT_INDEX_FILE names is not there, so what is staged is not known',
    ]);
  });

  it('is read from a repository that only the environment names', async () => {
    const folder = repository({ '.mcp.json': 'dotfiles' });
    const home = folderWith({ 'x/y': '' });
    process.env['GIT_DIR'] = join(folder, '.git');
    process.env['GIT_WORK_TREE'] = home;
    expect((await staged(home)).files).toEqual({ '.mcp.json': 'dotfiles' });
    expect((await staged(join(home, 'x'))).files).toEqual({ [join(home, '.mcp.json')]: 'dotfiles' });
  });

  it('takes no other word of the environment', async () => {
    const folder = repository({ '.mcp.json': 'x' });
    const trap = join(folder, 'trap');
    process.env['GIT_EXTERNAL_DIFF'] = `touch ${trap}`;
    process.env['GIT_CONFIG_COUNT'] = '1';
    process.env['GIT_CONFIG_KEY_0'] = 'diff.relative';
    process.env['GIT_CONFIG_VALUE_0'] = 'true';
    expect((await staged(folder)).files).toEqual({ '.mcp.json': 'x' });
    expect((await discover(['trap'], { cwd: folder, respectGitignore: false })).problems).toHaveLength(1);
  });

  it('runs nothing that a repository names, and heeds none of its settings', async () => {
    const folder = repository({
      '.mcp.json': 'x',
      '.gitattributes': '*.json diff=trap filter=trap\n',
      'a/mcp.json': 'y',
    });
    const touch = `sh -c 'touch ${join(folder, 'trap')}; cat'`;
    for (const [name, value] of Object.entries({
      'diff.external': touch,
      'diff.trap.command': touch,
      'diff.trap.textconv': touch,
      'filter.trap.smudge': touch,
      'filter.trap.clean': touch,
      'core.fsmonitor': touch,
      'core.pager': touch,
      'alias.diff': `!${touch}`,
      'diff.relative': 'true',
      'diff.noprefix': 'true',
      'diff.orderFile': '/dev/stdin',
      'diff.submodule': 'log',
      'color.ui': 'always',
      'core.quotePath': 'true',
    }))
      git(folder, 'config', name, value);
    expect((await staged(join(folder, 'a'))).files).toEqual({
      [join(folder, '.mcp.json')]: 'x',
      'mcp.json': 'y',
    });
    expect((await discover(['trap'], { cwd: folder, respectGitignore: false })).problems).toHaveLength(1);
  });

  it('is narrowed down by files, folders and globs', async () => {
    const folder = repository({
      'a/mcp.json': '1',
      'a/b/mcp.json': '2',
      'c/mcp.json': '3',
      'cc/mcp.json': '4',
    });
    const found = async (...paths: string[]) => Object.values((await staged(folder, paths)).files);
    expect(await found('a')).toEqual(['2', '1']);
    expect(await found('./c/', 'a/mcp.json')).toEqual(['1', '3']);
    expect(await found('.')).toEqual(['2', '1', '3', '4']);
    expect(await found('c*')).toEqual(['3', '4']);
    expect(await found('**/mcp.json')).toEqual(['2', '1', '3', '4']);
    expect(await found('*/mcp.json')).toEqual(['1', '3', '4']);
    expect(Object.values((await staged(join(folder, 'a'), ['../c*', 'b'])).files)).toEqual(['2', '3', '4']);
    rmSync(join(folder, 'c'), { recursive: true });
    expect(await found('c')).toEqual(['3']);
  });

  it('tells paths that are nowhere, and patterns that it cannot read', async () => {
    const folder = repository({ 'a/mcp.json': '1' });
    mkdirSync(join(folder, 'empty'));
    expect(await staged(folder, ['empty', '*.toml', 'a'])).toMatchObject({ problems: [] });
    expect((await staged(folder, ['', 'typo', '{a,b}/mcp.json', '(x)'])).problems).toEqual([
      ': an empty path',
      'typo: no such file or folder, and nothing staged below it',
      '{a,b}/mcp.json: nothing of this name; with --staged, patterns are written with *, **, ? and […] only',
      '(x): nothing of this name; with --staged, patterns are written with *, **, ? and […] only',
    ]);
  });

  it('says that there is no repository, no git, or one that git does not read', async () => {
    const outside = folderWith({ '.mcp.json': CONFIG });
    expect((await staged(outside)).problems).toEqual(['.: no git repository here, so nothing can be staged']);
    const broken = repository({ '.mcp.json': CONFIG });
    writeFileSync(join(broken, '.git', 'config'), '[core\n');
    expect((await staged(broken)).problems).toEqual([
      '.: git cannot read the repository of this folder, so what is staged is not known; "git status" says why',
    ]);
    const torn = repository({ '.mcp.json': CONFIG });
    writeFileSync(join(torn, '.git', 'index'), 'no index');
    expect((await staged(torn)).problems).toEqual([
      '.: git cannot tell what is staged; "git status" may say why',
    ]);
    process.env['PATH'] = '/nowhere';
    expect((await staged(outside)).problems).toEqual([
      '.: git is not installed or not on PATH, so what is staged cannot be read',
    ]);
  });

  it('tells content that is not there, passes over encrypted content, and says what a pointer stands for', async () => {
    const folder = repository({
      'crypt.mcp.json': '\0GITCRYPT\0\0abc',
      'transcrypt.mcp.json': 'U2FsdGVkX19abc\n',
      'lfs.mcp.json': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      'lfs.json': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      'gone.mcp.json': 'gone',
      'z.mcp.json': 'there',
    });
    const object = git(folder, 'rev-parse', ':gone.mcp.json').trim();
    rmSync(join(folder, '.git', 'objects', object.slice(0, 2), object.slice(2)));
    expect(await staged(folder)).toEqual({
      files: { 'z.mcp.json': 'there' },
      origins: ['known'],
      problems: [
        'gone.mcp.json: what is staged of it is not in this repository, perhaps a partial clone',
        'lfs.mcp.json: Git LFS keeps its content elsewhere, and only a pointer is staged',
      ],
    });
  });

  it('reads repositories that name objects by SHA-256', async () => {
    const folder = folderWith({ '.mcp.json': 'x' });
    git(folder, 'init', '--quiet', '--object-format=sha256');
    git(folder, 'add', '--all');
    expect((await staged(folder)).files).toEqual({ '.mcp.json': 'x' });
  });

  it('leaves out what is excluded', async () => {
    const folder = repository({ 'a.mcp.json': 'a', 'b.mcp.json': 'b' });
    const excluded = (path: string) => path === join(folder, 'a.mcp.json');
    const { files } = await discover([], { cwd: folder, staged: true, respectGitignore: false, excluded });
    expect(files.map(({ path }) => path)).toEqual(['b.mcp.json']);
  });
});
