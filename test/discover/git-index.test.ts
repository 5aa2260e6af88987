import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GitIndex } from '../../src/discover/git-index.ts';
import { git, hasGit } from './git.ts';
import { folderWith } from './temporary-folder.ts';

const FILES = [
  '.mcp.json',
  '.vscode/mcp.json',
  'a',
  'deep/er/and/deeper/still/.cursor/mcp.json',
  'deep/er/and/deeper/still/.cursor/mcp.jsonc',
  'ünï/日本.json',
  `${'long-'.repeat(40)}name.json`,
];
const LOOSE = ['untracked.json', '.vscode/mcp.jso', 'deep/er', 'b'];

/** A repository with FILES in its index. */
function repository(...init: readonly string[]): string {
  const folder = folderWith([...FILES, 'untracked.json']);
  git(folder, 'init', '-q', ...init);
  git(folder, 'add', ...FILES);
  return folder;
}

function expectExact(
  folder: string,
  tracked: readonly string[] = FILES,
  loose: readonly string[] = LOOSE,
): void {
  const index = new GitIndex();
  for (const path of tracked) expect([path, index.isTracked(join(folder, path))]).toEqual([path, true]);
  for (const path of loose) expect([path, index.isTracked(join(folder, path))]).toEqual([path, false]);
}

function indexVersion(folder: string): number {
  return readFileSync(join(folder, '.git', 'index')).readUInt32BE(4);
}

const supportsSha256 = hasGit && /\bsha256\b/.test(probeSha256());
if (hasGit && !supportsSha256)
  console.warn('this git makes no sha256 repositories: the test of them does not run');

function probeSha256(): string {
  try {
    return git('.', 'init', '-h').toString();
  } catch (error) {
    const help = String((error as { stdout?: unknown }).stdout);
    return help.includes('--object-format') ? 'sha256' : '';
  }
}

describe.runIf(hasGit)('GitIndex reads what git wrote', () => {
  it('version 2', () => {
    const folder = repository();
    expect(indexVersion(folder)).toBe(2);
    expectExact(folder);
  });

  it('version 3, which entries with more flags need', () => {
    const folder = repository();
    git(folder, 'add', '-N', 'untracked.json');
    git(folder, 'update-index', '--skip-worktree', 'a');
    expect(indexVersion(folder)).toBe(3);
    expectExact(folder, [...FILES, 'untracked.json'], ['b']);
  });

  it('version 4, where names are prefix-compressed', () => {
    const folder = repository();
    git(folder, 'update-index', '--index-version', '4');
    expect(indexVersion(folder)).toBe(4);
    expectExact(folder);
  });

  it('after a commit, with the extensions that git adds', () => {
    const folder = repository();
    git(folder, 'commit', '-qm', 'x');
    git(folder, 'update-index', '--untracked-cache');
    git(folder, 'status');
    expectExact(folder);
  });

  it.each(['2', '4'])('a split index (version %s), with entries added, changed and removed', (version) => {
    const folder = repository();
    git(folder, 'update-index', '--index-version', version);
    git(folder, 'config', 'splitIndex.maxPercentChange', '100');
    git(folder, 'update-index', '--split-index');
    expect(readdirSync(join(folder, '.git')).some((name) => name.startsWith('sharedindex.'))).toBe(true);
    expectExact(folder);
    writeFileSync(join(folder, '.vscode/mcp.json'), 'changed');
    git(folder, 'add', '.vscode/mcp.json', 'untracked.json');
    git(folder, 'rm', '-q', '--cached', 'a', '.mcp.json');
    expectExact(
      folder,
      [...FILES.filter((path) => path !== 'a' && path !== '.mcp.json'), 'untracked.json'],
      ['a', '.mcp.json', 'b'],
    );
  });

  it('a large split index with long runs of removed entries', () => {
    const names = Array.from({ length: 700 }, (_, index) => `f${String(index).padStart(3, '0')}.json`);
    const folder = folderWith(names);
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'config', 'splitIndex.maxPercentChange', '100');
    git(folder, 'update-index', '--split-index');
    const gone = names.filter((_, index) => (index > 64 && index < 400) || index % 7 === 0);
    git(folder, 'rm', '-q', '--cached', ...gone);
    expectExact(
      folder,
      names.filter((name) => !gone.includes(name)),
      gone,
    );
  });

  it('a linked working tree', () => {
    const folder = repository();
    git(folder, 'commit', '-qm', 'x');
    const tree = join(folderWith([]), 'tree');
    git(folder, 'worktree', 'add', '-q', tree);
    writeFileSync(join(tree, 'untracked.json'), '');
    git(tree, 'rm', '-q', '--cached', 'a');
    expectExact(
      tree,
      FILES.filter((path) => path !== 'a'),
      ['a', 'untracked.json'],
    );
    expectExact(folder);
  });

  it('a submodule and the repository around it', () => {
    const inner = repository();
    git(inner, 'commit', '-qm', 'x');
    const outer = folderWith(['own.json']);
    git(outer, 'init', '-q');
    git(outer, 'submodule', '--quiet', 'add', inner, 'sub');
    git(outer, 'add', 'own.json');
    expectExact(
      outer,
      ['own.json', '.gitmodules', ...FILES.map((path) => `sub/${path}`)],
      ['sub/untracked.json', 'b'],
    );
  });

  it('a sparse index, of which it does not know what is in the folders left out', () => {
    const folder = repository();
    git(folder, 'commit', '-qm', 'x');
    git(folder, 'sparse-checkout', 'set', '--cone', '--sparse-index', '.vscode');
    expectExact(folder, ['.mcp.json', '.vscode/mcp.json'], ['b', '.vscode/b']);
    expect(new GitIndex().isTracked(join(folder, 'deep/er/x.json'))).toBe('unknown');
  });

  it('a merge conflict', () => {
    const folder = repository();
    git(folder, 'commit', '-qm', 'x');
    git(folder, 'checkout', '-qb', 'other');
    writeFileSync(join(folder, 'a'), 'theirs');
    git(folder, 'commit', '-qam', 'theirs');
    git(folder, 'checkout', '-q', '-');
    writeFileSync(join(folder, 'a'), 'ours');
    git(folder, 'commit', '-qam', 'ours');
    expect(() => git(folder, 'merge', '-q', 'other')).toThrow();
    expectExact(folder);
  });

  it.runIf(supportsSha256)('a sha256 repository', () => {
    const folder = repository('--object-format=sha256');
    git(folder, 'update-index', '--split-index');
    git(folder, 'add', 'untracked.json');
    expectExact(folder, [...FILES, 'untracked.json'], ['b']);
    git(folder, 'commit', '-qm', 'x');
    const tree = join(folderWith([]), 'tree');
    git(folder, 'worktree', 'add', '-q', tree);
    expectExact(tree, [...FILES, 'untracked.json'], ['b']);
  });

  it('a repository without an index', () => {
    const folder = folderWith(['a']);
    git(folder, 'init', '-q');
    expectExact(folder, [], ['a']);
  });

  it.runIf(process.platform !== 'win32')('links: the file behind one counts', () => {
    const folder = repository();
    const home = folderWith(['plain.json']);
    symlinkSync(join(folder, '.mcp.json'), join(home, '.mcp.json'));
    symlinkSync(folder, join(home, 'repo'));
    symlinkSync(join(home, 'plain.json'), join(folder, 'link.json'));
    git(folder, 'add', 'link.json');
    const index = new GitIndex();
    expect(index.isTracked(join(home, '.mcp.json'))).toBe(true);
    expect(index.isTracked(join(home, 'repo', '.vscode', 'mcp.json'))).toBe(true);
    expect(index.isTracked(join(folder, 'link.json'))).toBe(false);
  });
});

describe('GitIndex on what is no repository', () => {
  it('says no where there is none, also below an empty .git', () => {
    const folder = folderWith(['x.json', 'sub/x.json']);
    mkdirSync(join(folder, 'sub', '.git'));
    expectExact(folder, [], ['x.json', 'sub/x.json', 'missing.json']);
  });

  it('does not know when .git makes no sense', () => {
    for (const content of ['', 'gitdir: nowhere\n', 'x'.repeat(100), 'gitdir: \n']) {
      const folder = folderWith({ '.git': content, 'x.json': '' });
      expect(new GitIndex().isTracked(join(folder, 'x.json'))).toBe('unknown');
    }
  });

  it('does not know when the index is a folder', () => {
    const folder = folderWith({ '.git/HEAD': 'ref: refs/heads/x\n', '.git/index/x': '', 'x.json': '' });
    expect(new GitIndex().isTracked(join(folder, 'x.json'))).toBe('unknown');
  });

  it('never throws, whatever the path', () => {
    for (const path of ['', '\0', '/', 'relative', 'x'.repeat(10_000)]) {
      expect([true, false, 'unknown']).toContain(new GitIndex().isTracked(path));
    }
  });
});
