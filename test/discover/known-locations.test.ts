import { describe, expect, it } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { findExisting, knownLocations } from '../../src/discover/known-locations.ts';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { folderWith } from './temporary-folder.ts';

const MAC: Machine = { os: 'macos', home: '/Users/a', variables: {}, cwd: '/Users/a/work/app' };
const LINUX: Machine = { os: 'linux', home: '/home/a', variables: {}, cwd: '/home/a/app' };
const WINDOWS: Machine = {
  os: 'windows',
  home: 'C:\\Users\\a',
  variables: { APPDATA: 'D:\\Roaming', LOCALAPPDATA: 'D:\\Local' },
  cwd: 'C:\\work\\app',
};

const paths = (machine: Machine, host?: string) =>
  knownLocations(machine)
    .filter((location) => host === undefined || location.host === host)
    .map((location) => location.path);

describe('knownLocations on macOS', () => {
  it('looks where Claude Desktop, Claude Code, Cursor and VS Code keep their files', () => {
    expect(paths(MAC)).toEqual(
      expect.arrayContaining([
        '/Users/a/Library/Application Support/Claude/claude_desktop_config.json',
        '/Users/a/Library/Application Support/Claude-3p/configLibrary/*.json',
        '/Users/a/.claude.json',
        '/Users/a/.claude/settings.json',
        '/Library/Application Support/ClaudeCode/managed-mcp.json',
        '/Library/Application Support/ClaudeCode/managed-settings.d/*.json',
        '/Users/a/.cursor/mcp.json',
        '/Users/a/.copilot/mcp-config.json',
        '/Users/a/Library/Application Support/Code/User/mcp.json',
        '/Users/a/Library/Application Support/Code - Insiders/User/profiles/*/mcp.json',
        '/Users/a/Library/Application Support/VSCodium/User/settings.json',
        '/Users/a/work/app/.vscode/mcp.json',
        '/Users/a/work/app/.cursor/mcp.json',
        '/Users/a/work/app/.claude/settings.local.json',
        '/Users/a/work/app/.devcontainer/*/devcontainer.json',
        '/Users/a/work/app/*.code-workspace',
      ]),
    );
  });

  it('follows what Claude Code, opencode and Codex look for above the folder, and nothing else, up to the root', () => {
    for (const name of ['opencode.json', '.opencode/opencode.jsonc'])
      expect(paths(MAC)).toEqual(
        expect.arrayContaining(
          ['/Users/a/work/app', '/Users/a/work', '/Users/a', '/Users', ''].map(
            (folder) => `${folder}/${name}`,
          ),
        ),
      );
    expect(paths(MAC, 'claude-code-project')).toEqual([
      '/Users/a/work/app/.mcp.json',
      '/Users/a/work/.mcp.json',
      '/Users/a/.mcp.json',
      '/Users/.mcp.json',
      '/.mcp.json',
    ]);
    expect(paths(MAC).filter((path) => path.endsWith('/.vscode/mcp.json'))).toEqual([
      '/Users/a/work/app/.vscode/mcp.json',
    ]);
  });
});

describe('knownLocations on Linux', () => {
  it('keeps to ~/.config and /etc', () => {
    expect(paths(LINUX)).toEqual(
      expect.arrayContaining([
        '/home/a/.config/Claude/claude_desktop_config.json',
        '/home/a/.config/Code/User/mcp.json',
        '/home/a/.config/VSCodium/User/profiles/*/settings.json',
        '/home/a/.vscode-server/data/User/mcp.json',
        '/etc/claude-code/managed-mcp.json',
        '/etc/claude-code/managed-settings.json',
      ]),
    );
    expect(paths(LINUX).filter((path) => /Library|AppData|Program Files/.test(path))).toEqual([]);
  });

  it('uses XDG_CONFIG_HOME, CLAUDE_CONFIG_DIR and COPILOT_HOME where they are set, for the hosts that heed them', () => {
    const machine = {
      ...LINUX,
      variables: { XDG_CONFIG_HOME: '/cfg', CLAUDE_CONFIG_DIR: '/cc', COPILOT_HOME: '/cop' },
    };
    const added = paths(machine).filter((path) => !paths(LINUX).includes(path));
    expect(added).toContain('/cc/.claude.json');
    expect(added).toContain('/cc/settings.json');
    expect(added).toContain('/cop/mcp-config.json');
    expect(added).toContain('/cfg/Code/User/mcp.json');
    expect(added).toContain('/cfg/VSCodium/User/settings.json');
    expect(added.filter((path) => path.includes('Claude'))).toEqual([]);
    expect(paths({ ...LINUX, variables: { CLAUDE_CONFIG_DIR: '' } })).toEqual(paths(LINUX));
  });

  it('does without a home', () => {
    const found = paths({ ...LINUX, home: '' });
    expect(found).toContain('/etc/claude-code/managed-mcp.json');
    const above =
      /^(?:\/home(?:\/a)?)?\/(?:\.mcp\.json|(?:\.opencode\/)?opencode\.jsonc?|\.codex\/config\.toml)$/;
    const elsewhere = found.filter((path) => !/^\/(?:etc|home\/a\/app)\//.test(path));
    expect(elsewhere.filter((path) => !above.test(path))).toEqual([]);
  });
});

describe('knownLocations on Windows', () => {
  it('writes paths with backslashes, whatever the system of the test', () => {
    expect(paths(WINDOWS).filter((path) => path.includes('/'))).toEqual([]);
    expect(paths(WINDOWS)).toEqual(
      expect.arrayContaining([
        'D:\\Roaming\\Claude\\claude_desktop_config.json',
        'D:\\Local\\Packages\\Claude_*\\LocalCache\\Roaming\\Claude\\claude_desktop_config.json',
        'D:\\Local\\Claude-3p\\configLibrary\\*.json',
        'C:\\Users\\a\\.claude.json',
        'C:\\Program Files\\ClaudeCode\\managed-mcp.json',
        'C:\\Program Files\\ClaudeCode\\managed-settings.d\\*.json',
        'C:\\Users\\a\\.cursor\\mcp.json',
        'D:\\Roaming\\Code - Insiders\\User\\mcp.json',
        'D:\\Roaming\\VSCodium\\User\\profiles\\*\\settings.json',
        'C:\\work\\app\\.vscode\\mcp.json',
        'C:\\work\\.mcp.json',
        'C:\\.mcp.json',
      ]),
    );
  });

  it('falls back to the usual folders below the home', () => {
    const found = paths({ ...WINDOWS, variables: {} });
    expect(found).toContain('C:\\Users\\a\\AppData\\Roaming\\Code\\User\\mcp.json');
    expect(found).toContain('C:\\Users\\a\\AppData\\Local\\Claude-3p\\configLibrary\\*.json');
  });
});

describe('knownLocations anywhere', () => {
  it.each([MAC, LINUX, WINDOWS])('looks for every file of every host ($os)', (machine) => {
    const places = new Set(paths(machine).map((path) => path.replaceAll('\\', '/')));
    const [home, cwd] = [machine.home, machine.cwd].map((path) => path.replaceAll('\\', '/'));
    for (const { files } of HOSTS)
      for (const { os, scope, path } of files) {
        if ((os !== 'any' && os !== machine.os) || /^[$%]/.test(path)) continue;
        expect(places).toContain(scope === 'project' ? `${cwd}/${path}` : path.replace(/^~/, home!));
      }
  });

  it.each([MAC, LINUX, WINDOWS])('names each path once, with its host and scope ($os)', (machine) => {
    const locations = knownLocations({ ...machine, cwd: machine.home });
    expect(new Set(locations.map(({ path }) => path)).size).toBe(locations.length);
    expect(locations.find(({ path }) => /\.cursor.mcp\.json$/.test(path))).toMatchObject({
      host: 'cursor',
      scope: 'user',
    });
    for (const { path } of locations) expect(path).toMatch(machine.os === 'windows' ? /^[A-Z]:\\/ : /^\//);
  });
});

describe('findExisting', () => {
  it('expands stars, sorts, and tells each file once and no folder', () => {
    const folder = folderWith([
      'a/profiles/2/mcp.json',
      'a/profiles/1/mcp.json',
      'a/profiles/3/other.json',
      'b/mcp.json/x',
    ]);
    const location = (path: string) => ({
      path: `${folder}/${path}`,
      host: 'vscode',
      scope: 'user' as const,
    });
    const places = findExisting([
      location('a/profiles/*/mcp.json'),
      location('a/profiles/1/mcp.json'),
      location('b/mcp.json'),
      location('b/m*.json'),
      location('none/*/mcp.json'),
    ]);
    expect(places.map(({ found }) => found)).toEqual([
      [`${folder}/a/profiles/1/mcp.json`, `${folder}/a/profiles/2/mcp.json`],
      [],
      [],
      [],
      [],
    ]);
    expect(places[0]).toMatchObject({ host: 'vscode', path: `${folder}/a/profiles/*/mcp.json` });
  });
});
