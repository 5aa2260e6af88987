import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepository, type GitRepository } from '../../src/discover/git-repository.ts';
import { isIgnored } from '../../src/discover/ignored.ts';
import { git, hasGit } from './git.ts';
import { folderWith } from './temporary-folder.ts';

const WINDOWS = process.platform === 'win32';

/** Those of some paths that git itself ignores. */
function askGit(folder: string, paths: readonly string[]): Set<string> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', HOME: folder };
  let output: Buffer;
  try {
    output = execFileSync('git', ['check-ignore', '--no-index', '--stdin', '-z'], {
      cwd: folder,
      env,
      input: paths.map((path) => `./${path}\0`).join(''),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    // 1: none is ignored.
    expect((error as { status: number }).status).toBe(1);
    output = (error as { stdout: Buffer }).stdout;
  }
  return new Set(
    output
      .toString('utf8')
      .split('\0')
      .map((path) => path.slice(2)),
  );
}

function repositoryOf(folder: string): GitRepository {
  return findRepository(folder) as GitRepository;
}

const TOKENS = [
  ...['a', 'b', 'c', 'A', 'ab', '.', '-', '^', ']', '#', '!', ' ', '\u00fc', '\t', ':'],
  ...['*', '**', '***', '?', '/', '//', '**/', '/**', '/**/', '*/', '\\', '\\*', '\\ ', '\\a', '\\A', '\\['],
  ...[
    '[ab]',
    '[!a]',
    '[^b]',
    '[a-c]',
    '[A-C]',
    '[]a]',
    '[!]a]',
    '[a-]',
    '[-a]',
    '[\\]]',
    '[a\\-c]',
    '[',
    '[a',
    '[!',
  ],
  ...[
    '[[:alpha:]]',
    '[[:upper:]]',
    '[[:space:]b]',
    '[[:punct:]]',
    '[[:none:]]',
    '[[:a]',
    '[a[:digit:]-c]',
    '[/]',
    '[*]',
  ],
];
const line = fc
  .array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 6 })
  .chain((tokens) =>
    fc.constantFrom(tokens.join(''), `!${tokens.join('')}`, `${tokens.join('')}/`, `/${tokens.join('')}`),
  );
const lines = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom('*', '!a', '!*/', '') }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .chain((all) => fc.constantFrom(all.join('\n'), `${all.join('\n')}\n`, `\ufeff${all.join('\r\n')}\r\n`));
const name = fc.constantFrom(
  ...[
    'a',
    'b',
    'c',
    'A',
    'ab',
    'ba',
    'abc',
    '.a',
    'a.b',
    '-',
    ']',
    '^',
    '[',
    '#a',
    '!a',
    'a b',
    '\u00fc',
    'a\u00fcb',
  ],
  ...(WINDOWS ? [] : [':', '*', 'a*', '\\', 'a ', 'b\\a', '?']),
);
const path = fc
  .array(name, { minLength: 1, maxLength: 4 })
  .map((names) => names.join('/'))
  // There is a folder of this name.
  .filter((one) => one !== 'a' && (one !== 'A' || process.platform === 'linux'));
const project = fc.record({
  rules: lines,
  inner: lines,
  paths: fc.array(path, { minLength: 10, maxLength: 20 }),
});

describe.runIf(hasGit)('isIgnored says what git check-ignore says', () => {
  it.each(['false', 'true'])('for random rules and paths (core.ignoreCase=%s)', (ignoreCase) => {
    fc.assert(
      fc.property(fc.array(project, { minLength: 30, maxLength: 30 }), (projects) => {
        const folder = folderWith([]);
        git(folder, 'init', '-q');
        git(folder, 'config', 'core.ignoreCase', ignoreCase);
        const paths = projects.flatMap(({ rules, inner, paths: own }, index) => {
          mkdirSync(join(folder, `p${index}`, 'a'), { recursive: true });
          writeFileSync(join(folder, `p${index}`, '.gitignore'), rules);
          writeFileSync(join(folder, `p${index}`, 'a', '.gitignore'), inner);
          return own.map((one) => `p${index}/${one}`);
        });
        const ignored = askGit(folder, paths);
        const repository = repositoryOf(folder);
        const different = paths
          .filter((one) => isIgnored(repository, one, {}) !== ignored.has(one))
          .map((one) => [one, ignored.has(one), projects[Number(/^p(\d+)/.exec(one)![1])]]);
        expect(different).toEqual([]);
      }),
      // What differs is told as it is; smaller worlds would tell no more.
      { numRuns: 12, seed: 20_261_123, endOnFailure: true },
    );
  });

  it('for the list of the repository and that of the user, weaker than files in folders', () => {
    const folder = folderWith({
      'repo/.gitignore': '!kept.json\n',
      'repo/sub/x': '',
      'home/.config/git/ignore': 'user.json\nkept.json\nboth.json\n',
    });
    const root = join(folder, 'repo');
    git(root, 'init', '-q');
    writeFileSync(join(root, '.git', 'info', 'exclude'), 'own.json\n!both.json\n');
    const user = { home: join(folder, 'home'), configuration: join(folder, 'home', '.config') };
    const judge = (one: string) => isIgnored(repositoryOf(root), one, user);
    expect(judge('user.json')).toBe(true);
    expect(judge('sub/own.json')).toBe(true);
    expect(judge('kept.json')).toBe(false);
    expect(judge('both.json')).toBe(false);
    expect(judge('other.json')).toBe(false);
  });

  it('in a linked working tree, which shares the list of its repository', () => {
    const folder = folderWith({ 'repo/x': '' });
    const root = join(folder, 'repo');
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'x');
    git(root, 'worktree', 'add', '-q', join(folder, 'tree'));
    writeFileSync(join(root, '.git', 'info', 'exclude'), 'own.json\n');
    expect(isIgnored(repositoryOf(join(folder, 'tree')), 'own.json', {})).toBe(true);
  });
});

describe('isIgnored', () => {
  const bare = { '.git/HEAD': 'ref: refs/heads/x\n' };

  it('finds the list that the settings of the user name', () => {
    const folder = folderWith({
      ...bare,
      'home/.gitconfig': '[user]\n\tname = x\n[Core] ; comment\n\texcludesFile = "~/my ignore" # mine\n',
      'home/my ignore': 'a.json\n',
      'home/.config/git/ignore': 'b.json\n',
    });
    const user = { home: join(folder, 'home'), configuration: join(folder, 'home', '.config') };
    expect(isIgnored(repositoryOf(folder), 'a.json', user)).toBe(true);
    expect(isIgnored(repositoryOf(folder), 'b.json', user)).toBe(false);
  });

  it.runIf(!WINDOWS)('does not follow a link called .gitignore, as git does not', () => {
    const folder = folderWith({ ...bare, rules: '*\n' });
    symlinkSync(join(folder, 'rules'), join(folder, '.gitignore'));
    expect(isIgnored(repositoryOf(folder), 'a.json', {})).toBe(false);
  });

  it('does not know when a list is too long or a folder', () => {
    for (const rules of ['x\n'.repeat(30_000), `${'x'.repeat(2 << 20)}\n`]) {
      const folder = folderWith({ ...bare, '.gitignore': rules });
      expect(isIgnored(repositoryOf(folder), 'a.json', {})).toBeUndefined();
    }
    const folder = folderWith({ ...bare, '.gitignore/x': '*\n' });
    expect(isIgnored(repositoryOf(folder), 'a.json', {})).toBe(false);
  });

  it('gives up on patterns that ask for too much work', () => {
    const hostile = `${'*a'.repeat(2000)}b\n`.repeat(100);
    const folder = folderWith({ ...bare, '.gitignore': hostile });
    expect(isIgnored(repositoryOf(folder), 'a'.repeat(3000), {})).toBeUndefined();
    const one = folderWith({ ...bare, '.gitignore': `${'**/a*'.repeat(50)}b\n${'[a-z]*'.repeat(60)}\n` });
    expect(isIgnored(repositoryOf(one), `${'a/'.repeat(100)}x.json`, {})).toBe(false);
  });

  it('never throws, whatever the rules and the path', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (rules, one) => {
          const folder = folderWith({ ...bare, '.gitignore': rules });
          expect([true, false, undefined]).toContain(isIgnored(repositoryOf(folder), one, {}));
        },
      ),
      { numRuns: 50 },
    );
  });
});
