import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GitHistory } from '../../src/discover/git-history.ts';
import { findRepository, type GitRepository } from '../../src/discover/git-repository.ts';
import { git, hasGit } from './git.ts';
import { folderWith } from './temporary-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const FILE = 'sub/.mcp.json';

/** A repository that tracked the file in two versions and does not any more. */
function repository(extra: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({ [FILE]: 'first', 'other.json': 'other', ...extra });
  git(folder, 'init', '-q');
  git(folder, 'add', FILE, 'other.json');
  git(folder, 'commit', '-qm', 'one');
  writeFileSync(join(folder, FILE), 'second');
  git(folder, 'commit', '-qam', 'two');
  git(folder, 'rm', '-q', '--cached', FILE);
  git(folder, 'commit', '-qm', 'three');
  return folder;
}

function versions(folder: string, path = FILE): string[] | undefined {
  return new GitHistory()
    .versionsOf(findRepository(folder) as GitRepository, path)
    ?.map((bytes) => bytes.toString());
}

describe.runIf(hasGit)('GitHistory', () => {
  it('gives the versions of a file that is tracked no more, newest first', () => {
    expect(versions(repository())).toEqual(['second', 'first']);
  });

  it('gives none for a file that was never there, and in a repository without commits', () => {
    expect(versions(repository(), 'sub/never.json')).toEqual([]);
    const empty = folderWith(['a.json']);
    git(empty, 'init', '-q');
    expect(versions(empty, 'a.json') ?? []).toEqual([]);
  });

  it('looks at all branches and at what a merge left behind', () => {
    const folder = repository();
    git(folder, 'checkout', '-qb', 'side');
    writeFileSync(join(folder, 'side.json'), 'side');
    git(folder, 'add', 'side.json');
    git(folder, 'commit', '-qm', 'side');
    git(folder, 'rm', '-q', 'side.json');
    git(folder, 'commit', '-qm', 'gone');
    git(folder, 'checkout', '-q', '-');
    git(folder, 'merge', '-q', '--no-ff', '-m', 'merge', 'side');
    git(folder, 'branch', '-qD', 'side');
    expect(versions(folder, 'side.json')).toEqual(['side']);
  });

  it.each([
    'a b.json',
    '*.json',
    ':(glob)x.json',
    '-n.json',
    '\u00fc.json',
    ...(process.platform === 'win32' ? [] : ['q"\\.json']),
  ])('takes the name %s as it is', (name) => {
    const folder = folderWith({ [name]: 'text', 'zz.json': 'another' });
    git(folder, 'init', '-q');
    git(folder, '--literal-pathspecs', 'add', '--', name);
    git(folder, 'add', 'zz.json');
    git(folder, 'commit', '-qm', 'x');
    expect(versions(folder, name)).toEqual(['text']);
  });

  it('does not know about a name over two lines', () => {
    expect(versions(repository(), 'new\nline.json')).toBeUndefined();
  });

  it('gives contents with line feeds, and words of the protocol in them', () => {
    const folder = folderWith({ 'a.json': 'x missing\n\n0000 blob 3\nabc\n' });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'x');
    expect(versions(folder, 'a.json')).toEqual(['x missing\n\n0000 blob 3\nabc\n']);
  });

  it('does not know without git, and when .git makes no sense to git', () => {
    const folder = repository();
    vi.stubEnv('PATH', '.');
    expect(versions(folder)).toBeUndefined();
    vi.unstubAllEnvs();
    writeFileSync(join(folder, '.git', 'config'), '[core]\n\trepositoryformatversion = 99\n');
    expect(versions(folder)).toBeUndefined();
  });

  it('does not know about versions that are too large to be looked at', () => {
    const folder = folderWith({ 'a.json': 'x'.repeat(1 << 25) });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'x');
    expect(versions(folder, 'a.json')).toBeUndefined();
  });
});

/** What a config of a repository can name to have it run. `PROGRAM` leaves a mark. */
const HOSTILE: Readonly<Record<string, string>> = {
  alias: '[alias]\n\tlog = !PROGRAM\n\trev-list = !PROGRAM\n\tcat-file = !PROGRAM\n',
  pager: '[core]\n\tpager = PROGRAM\n[pager]\n\tlog = PROGRAM\n\trev-list = PROGRAM\n\tcat-file = PROGRAM\n',
  fsmonitor: '[core]\n\tfsmonitor = PROGRAM\n\tfsmonitorHookVersion = 1\n',
  hooks: '[core]\n\thooksPath = HOOKS\n',
  ssh: '[core]\n\tsshCommand = PROGRAM\n\tgitProxy = PROGRAM\n\taskPass = PROGRAM\n[credential]\n\thelper = PROGRAM\n',
  gpg: '[log]\n\tshowSignature = true\n[gpg]\n\tprogram = PROGRAM\n\tformat = openpgp\n[gpg "x509"]\n\tprogram = PROGRAM\n[gpg "ssh"]\n\tprogram = PROGRAM\n\tdefaultKeyCommand = PROGRAM\n',
  diff: '[diff]\n\texternal = PROGRAM\n\ttool = x\n[diff "x"]\n\ttextconv = PROGRAM\n\tcommand = PROGRAM\n[filter "x"]\n\tsmudge = PROGRAM\n\tclean = PROGRAM\n\tprocess = PROGRAM\n\trequired = true\n[core]\n\tattributesFile = ATTRIBUTES\n',
  alternates: '[core]\n\talternateRefsCommand = PROGRAM\n',
  editor:
    '[core]\n\teditor = PROGRAM\n[sequence]\n\teditor = PROGRAM\n[browser "x"]\n\tcmd = PROGRAM\n[trailer "x"]\n\tcmd = PROGRAM\n',
  include: '[include]\n\tpath = INCLUDED\n',
};

const PROMISORS: Readonly<Record<string, string>> = {
  ext: 'url = ext::PROGRAM\n',
  'ext, allowed': 'url = ext::PROGRAM\n[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n',
  ssh: 'url = ssh://host.invalid/x\n[core]\n\tsshCommand = PROGRAM\n[protocol "ssh"]\n\tallow = always\n',
  'ssh, scp form': 'url = host.invalid:x\n[core]\n\tsshCommand = PROGRAM\n',
  git: 'url = git://host.invalid/x\n[core]\n\tgitProxy = PROGRAM\n',
  'remote helper': 'url = PROGRAM\n\tvcs = ext\n[protocol "ext"]\n\tallow = always\n',
  'upload pack': 'url = REMOTE\n\tuploadpack = PROGRAM\n[protocol "file"]\n\tallow = always\n',
  rewritten:
    'url = https://host.invalid/x\n[url "ext::PROGRAM "]\n\tinsteadOf = https://host.invalid/\n[protocol "ext"]\n\tallow = always\n',
};

describe.runIf(hasGit && process.platform !== 'win32')('GitHistory runs nothing of a stranger', () => {
  function hostile(config: string): { folder: string; mark: string } {
    const folder = repository({ 'tools/program': '#!/bin/sh\necho ran >> "$(dirname "$0")/mark"\nexit 0\n' });
    const program = join(folder, 'tools', 'program');
    chmodSync(program, 0o755);
    const hooks = join(folder, '.git', 'hooks');
    mkdirSync(hooks, { recursive: true });
    for (const name of [
      'post-index-change',
      'reference-transaction',
      'pre-auto-gc',
      'post-checkout',
      'fsmonitor-watchman',
    ])
      writeFileSync(join(hooks, name), `#!/bin/sh\nexec ${program}\n`, { mode: 0o755 });
    writeFileSync(join(folder, '.gitattributes'), '* diff=x filter=x\n');
    const fill = (text: string) =>
      text
        .replaceAll('PROGRAM', program)
        .replaceAll('HOOKS', hooks)
        .replaceAll('REMOTE', folder)
        .replaceAll('ATTRIBUTES', join(folder, '.gitattributes'))
        .replaceAll('INCLUDED', join(folder, 'tools', 'included'));
    writeFileSync(join(folder, 'tools', 'included'), fill(Object.values(HOSTILE).slice(0, -1).join('')));
    const path = join(folder, '.git', 'config');
    writeFileSync(path, `[core]\n\trepositoryformatversion = 1\n\tbare = false\n${fill(config)}`);
    return { folder, mark: join(folder, 'tools', 'mark') };
  }

  it.each(Object.entries(HOSTILE))('config: %s', (_, config) => {
    const { folder, mark } = hostile(config);
    vi.stubEnv('GIT_EXTERNAL_DIFF', join(folder, 'tools', 'program'));
    vi.stubEnv('GIT_SSH_COMMAND', join(folder, 'tools', 'program'));
    vi.stubEnv('GIT_TRACE', join(folder, 'tools', 'mark'));
    vi.stubEnv('GIT_DIR', join(folder, 'elsewhere'));
    expect(versions(folder)).toEqual(['second', 'first']);
    expect(existsSync(mark)).toBe(false);
  });

  it.each(Object.entries(PROMISORS))('objects that a remote has promised: %s', (_, remote) => {
    const { folder, mark } = hostile(
      `[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n\tpartialclonefilter = blob:none\n\t${remote}`,
    );
    // Every object but the commits is missing, so that git wants it from the remote.
    const objects = join(folder, '.git', 'objects');
    const tips = git(folder, 'rev-list', '--all').split('\n').filter(Boolean);
    for (const shard of readdirSync(objects)) {
      if (shard.length !== 2) continue;
      for (const name of readdirSync(join(objects, shard)))
        if (!tips.includes(shard + name)) rmSync(join(objects, shard, name), { force: true });
    }
    expect(versions(folder)).toBeUndefined();
    expect(existsSync(mark)).toBe(false);
  });

  it('asks once for many files that were never there', () => {
    const { folder } = hostile('');
    const bin = folderWith({
      git: '#!/bin/sh\necho asked >> "$(dirname "$0")/asked"\nPATH=/usr/bin:/usr/local/bin:/bin:/opt/homebrew/bin exec git "$@"\n',
    });
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
    const history = new GitHistory();
    const found = findRepository(folder) as GitRepository;
    const names = Array.from({ length: 150 }, (_, index) => `never-${index}.json`);
    for (const name of names) expect(history.versionsOf(found, name, () => names)).toEqual([]);
    expect(readFileSync(join(bin, 'asked'), 'utf8')).toBe('asked\n');
    expect(history.versionsOf(found, FILE, () => names)?.length).toBe(2);
  });

  it('waits no longer than its time, and then asks that repository no more', () => {
    const { folder } = hostile('');
    const bin = folderWith({ git: '#!/bin/sh\necho asked >> "$(dirname "$0")/asked"\nexec sleep 60\n' });
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
    const history = new GitHistory();
    const found = findRepository(folder) as GitRepository;
    expect(history.versionsOf(found, FILE)).toBeUndefined();
    rmSync(join(bin, 'asked'));
    expect(history.versionsOf(found, 'other.json')).toBeUndefined();
    expect(existsSync(join(bin, 'asked'))).toBe(false);
  });
});
