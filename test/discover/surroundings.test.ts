import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBackups, isCopyName } from '../../src/discover/backups.ts';
import { GitIndex } from '../../src/discover/git-index.ts';
import { Lookout } from '../../src/discover/surroundings.ts';
import { serviceByPlace, syncServiceOf } from '../../src/discover/synced-folders.ts';
import { folderWith } from './temporary-folder.ts';

const WINDOWS = process.platform === 'win32';

describe('serviceByPlace', () => {
  it.each([
    ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x.json', 'iCloud Drive'],
    ['/Users/a/Library/CloudStorage/Dropbox/x.json', 'Dropbox'],
    ['/Users/a/Library/CloudStorage/OneDrive-Contoso/deep/x.json', 'OneDrive'],
    ['/Users/a/Library/CloudStorage/GoogleDrive-a@example.com/My Drive/x.json', 'Google Drive'],
    ['/Users/a/Library/CloudStorage/Other-b/x.json', 'a cloud storage'],
    ['C:\\Users\\a\\OneDrive - Contoso Ltd\\x.json', 'OneDrive'],
    ['C:\\Users\\a\\iCloudDrive\\x.json', 'iCloud Drive'],
    ['/mnt/c/Users/a/Dropbox (Work)/x.json', 'Dropbox'],
    ['G:\\My Drive\\x.json', 'Google Drive'],
    ['/home/a/Nextcloud2/x.json', 'Nextcloud'],
    ['/home/a/Box Sync/x.json', 'Box'],
    ['/srv/homes/a/Dropbox/x.json', 'Dropbox'],
    ['/srv/homes/a/work/Dropbox/x.json', undefined],
    ['/home/a/work/dropbox/x.json', undefined],
    ['/home/a/box/x.json', undefined],
    ['/home/a/Dropbox', undefined],
    ['/home/a/.config/x.json', undefined],
    ['/Users/a/Library/Application Support/x.json', undefined],
    ['/Dropbox/x.json', undefined],
    ['x.json', undefined],
  ])('%s', (path, service) => {
    expect(serviceByPlace(path, '/srv/homes/a')).toBe(service);
  });
});

describe('syncServiceOf', () => {
  it('finds what services leave in their folders, however deep the file is', () => {
    const folder = folderWith({
      'a/.stfolder/x': '',
      'a/b/c/d.json': '',
      'e/.sync/ID': '',
      'e/d.json': '',
      'f/.sync/x': '',
      'f/d.json': '',
    });
    expect(syncServiceOf(join(folder, 'a/b/c/d.json'), undefined)).toBe('Syncthing');
    expect(syncServiceOf(join(folder, 'e/d.json'), undefined)).toBe('Resilio Sync');
    expect(syncServiceOf(join(folder, 'f/d.json'), undefined)).toBeUndefined();
  });

  it('finds that an editor has sent a file to its service', () => {
    const folder = folderWith([
      'User/mcp.json',
      'User/sync/mcp/lastSyncmcp.json',
      'User/settings.json',
      'User/other.json',
    ]);
    expect(syncServiceOf(join(folder, 'User/mcp.json'), undefined)).toBe('Settings Sync');
    expect(syncServiceOf(join(folder, 'User/settings.json'), undefined)).toBeUndefined();
    expect(syncServiceOf(join(folder, 'User/other.json'), undefined)).toBeUndefined();
  });

  it.runIf(!WINDOWS)('finds that iCloud Drive has taken over a folder', () => {
    const home = folderWith(['Documents/x.json', 'Desktop/x.json']);
    expect(syncServiceOf(join(home, 'Documents/x.json'), home)).toBeUndefined();
    const cloud = join(home, 'Library/Mobile Documents/com~apple~CloudDocs');
    mkdirSync(cloud, { recursive: true });
    symlinkSync(join(home, 'Documents'), join(cloud, 'Documents'));
    mkdirSync(join(cloud, 'Desktop'));
    expect(syncServiceOf(join(home, 'Documents/x.json'), home)).toBe('iCloud Drive');
    expect(syncServiceOf(join(home, 'Desktop/x.json'), home)).toBeUndefined();
  });
});

describe('isCopyName', () => {
  it.each([
    ...[
      'mcp.json~',
      'mcp.json.bak',
      'mcp.json.BAK',
      'mcp.json.bak2',
      'mcp.json.old',
      'mcp.json.orig',
      'mcp.json.save',
      'mcp.json.1',
    ],
    ...[
      'mcp.json.backup',
      'mcp.json.backup.1769596532941',
      'mcp.json.backup-2026-01-01',
      'mcp.json.20260101',
      'mcp.json_bak',
      'mcp.json.~3~',
    ],
    ...[
      'mcp copy.json',
      'mcp copy 2.json',
      'mcp - Copy.json',
      'mcp - Copy (2).json',
      'mcp (1).json',
      'mcp.bak.json',
      'mcp_backup.json',
    ],
    ...[
      'mcp.old.json',
      'mcp-backup-20260101.json',
      "mcp (Alex's conflicted copy 2026-01-01).json",
      'mcp.sync-conflict-20260101-101010-ABCDEFG.json',
    ],
  ])('%s is one of mcp.json', (name) => {
    expect(isCopyName('mcp.json', name)).toBe(true);
  });

  it.each([
    'mcp.json',
    'mcp.json5',
    'mcp.jsonc',
    'mcp.schema.json',
    'mcp.example.json',
    'mcp-prod.json',
    'mcp2.json',
    'amcp.json.bak',
    'mcp.json.tmpl',
  ])('%s is none', (name) => {
    expect(isCopyName('mcp.json', name)).toBe(false);
  });

  it('answers on any names', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (name, more) => {
        expect(typeof isCopyName(name, name + more)).toBe('boolean');
      }),
    );
    expect(isCopyName('a', `a.bak${'-x'.repeat(1000)}`)).toBe(false);
  });
});

describe('findBackups', () => {
  const yes = () => true;

  it('looks at regular files only, newest name first, and at so many', () => {
    const names = Array.from({ length: 30 }, (_, index) => `x.json.backup.${1000 + index}`);
    const folder = folderWith(['x.json', 'x.json.bak/inside', ...names]);
    if (!WINDOWS) symlinkSync(join(folder, 'x.json'), join(folder, 'x.json.old'));
    const found = findBackups(join(folder, 'x.json'), yes);
    expect(found).toEqual(names.reverse().slice(0, 12));
  });

  it('passes over what does not fit, what is large, and a folder that is not there', () => {
    const folder = folderWith({
      'x.json': '',
      'x.json.bak': 'good',
      'x.json.old': 'bad',
      'x.json.orig': 'g'.repeat(5 << 20),
    });
    expect(findBackups(join(folder, 'x.json'), (bytes) => bytes.toString().startsWith('g'))).toEqual([
      'x.json.bak',
    ]);
    expect(findBackups(join(folder, 'nowhere', 'x.json'), yes)).toEqual([]);
  });
});

describe('Lookout', () => {
  it('knows nothing around a text that has only a name', () => {
    const lookout = new Lookout(new GitIndex(), undefined);
    const file = { path: 'stdin.json', absolute: 'stdin.json', holdsCredential: () => true };
    expect(lookout.surroundingsOf(file)).toEqual({ repository: false, backups: [] });
  });

  it('shows copies by paths like that of the file, and never throws on odd repositories', () => {
    const folder = folderWith({ '.git': 'gitdir: nowhere\n', 'sub/x.json': '', 'sub/x.json.bak': '' });
    writeFileSync(join(folder, 'sub', 'x.json~'), '');
    const lookout = new Lookout(new GitIndex(), folder);
    const file = {
      path: join('sub', 'x.json'),
      absolute: join(folder, 'sub', 'x.json'),
      holdsCredential: () => true,
    };
    expect(lookout.surroundingsOf(file)).toEqual({
      repository: false,
      backups: [join('sub', 'x.json~'), join('sub', 'x.json.bak')],
    });
  });
});
