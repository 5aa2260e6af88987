import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { fitsName, parseName, portablePart } from '../../src/hosts/name-pattern.ts';
import { hostsForPath, isCandidateName } from '../../src/hosts/recognise.ts';

const idsFor = (path: string) => hostsForPath(path).map((host) => host.id);

describe('hostsForPath', () => {
  it.each([
    ['/Users/a/Library/Application Support/Claude/claude_desktop_config.json', ['claude-desktop']],
    ['fixtures/Library/Application Support/Claude/claude_desktop_config.json', ['claude-desktop']],
    ['claude_desktop_config.json', ['claude-desktop']],
    ['examples/claude-desktop-config.sample.json', ['claude-desktop']],
    ['C:\\Users\\a\\AppData\\Roaming\\Claude\\claude_desktop_config.json', ['claude-desktop']],
    ['c:\\users\\a\\appdata\\roaming\\claude\\CLAUDE_DESKTOP_CONFIG.JSON', ['claude-desktop']],
    ['/home/a/.claude.json', ['claude-code-user']],
    ['.claude.json', ['claude-code-user']],
    ['/repo/.mcp.json', ['claude-code-project', 'generic']],
    ['/etc/claude-code/managed-mcp.json', ['claude-code-managed-mcp', 'generic']],
    ['/etc/claude-code/managed-settings.json', ['claude-code-managed-settings']],
    ['/etc/claude-code/managed-settings.d/10-servers.json', ['claude-code-managed-settings']],
    ['/repo/.claude/settings.json', ['claude-code-settings']],
    ['/repo/.claude/settings.local.json', ['claude-code-settings']],
    ['/repo/.claude-plugin/plugin.json', ['claude-code-plugin']],
    ['/repo/.claude-plugin/marketplace.json', ['claude-code-plugin']],
    ['/repo/.cursor-plugin/plugin.json', ['cursor-plugin']],
    ['/repo/.cursor/mcp.json', ['cursor', 'generic']],
    ['C:\\repo\\.cursor\\mcp.json', ['cursor', 'generic']],
    ['/repo/.vscode/mcp.json', ['vscode', 'generic']],
    ['/home/a/.config/Code - Insiders/User/profiles/3f/mcp.json', ['vscode', 'generic']],
    ['/home/a/.vscode-server/data/User/mcp.json', ['vscode', 'generic']],
    ['/repo/.vscode/settings.json', ['vscode-legacy-settings']],
    ['/home/a/.config/VSCodium/User/settings.json', ['vscode-legacy-settings']],
    ['/repo/team.code-workspace', ['vscode-legacy-settings']],
    ['/repo/.devcontainer/devcontainer.json', ['vscode-devcontainer']],
    ['/repo/.devcontainer/api/devcontainer.json', ['vscode-devcontainer']],
    ['/repo/.devcontainer.json', ['vscode-devcontainer']],
    ['/home/a/.copilot/mcp-config.json', ['copilot-cli', 'generic']],
    ['/bundle/manifest.json', ['mcpb-manifest']],
    ['/x/Claude-3p/configLibrary/3f.json', ['claude-desktop-managed']],
    ['mcp.json', ['generic']],
    ['cline_mcp_settings.json', ['cline', 'generic']],
    ['/repo/.roo/mcp.json', ['roo-code', 'generic']],
    ['/home/a/.codeium/windsurf/mcp_config.json', ['windsurf', 'generic']],
    ['/repo/.gemini/settings.json', ['gemini-cli']],
    ['/repo/.zed/settings.json', ['zed']],
    ['/repo/opencode.jsonc', ['opencode']],
    ['/repo/.kilocode/kilo.json', ['kilo-code']],
    ['/repo/.kiro/settings/mcp.json', ['kiro', 'generic']],
    ['/x/mcp_config.json', ['generic']],
    ['/x/settings.json', []],
    ['/x/plugin.json', []],
    ['/x/package.json', []],
    ['/x/mcp.json/readme', []],
    ['', []],
  ])('%s', (path, ids) => {
    expect(idsFor(path)).toEqual(ids);
  });

  it.each(HOSTS.flatMap((host) => host.files.map((file) => [host.id, file.path] as const)))(
    '%s claims %s first',
    (id, path) => {
      // Without the folder that a variable names, a common file name says nothing.
      if (/^(?:\$\w+\/(?:settings\.json|config\.toml|agents\/\*\.md)|~\/\.mcp\.json)$/.test(path)) return;
      const example = `/anywhere/${portablePart(path).replaceAll('*', 'x')}`;
      expect(idsFor(example)[0]).toBe(id);
      expect(idsFor(example.replaceAll('/', '\\'))[0]).toBe(id);
    },
  );
});

describe('isCandidateName', () => {
  it.each(HOSTS.flatMap((host) => host.files.map((file) => file.path)))('finds %s', (path) => {
    const names = portablePart(path).replaceAll('*', 'x').split('/');
    // Its folder has any name.
    if (/^(?:\$\w+|.*\/profiles\/\*)\/(?:settings\.json|config\.toml)$|\/\*\/\*\.md$/.test(path)) return;
    expect(isCandidateName(names.at(-1)!, names.at(-2) ?? 'anywhere')).toBe(true);
  });

  it.each([
    ['package.json', '.claude'],
    ['package-lock.json', 'src'],
    ['tsconfig.json', '.vscode'],
    ['settings.json', 'src'],
    ['settings.json', '.idea'],
    ['plugin.json', 'src'],
    ['marketplace.json', 'src'],
    ['launch.json', '.vscode'],
    ['mcp.ts', '.vscode'],
    ['mcp.json.gz', '.vscode'],
    ['mcp', '.vscode'],
    ['index.json', 'mcp'],
  ])('passes over %s in %s', (name, parent) => {
    expect(isCandidateName(name, parent)).toBe(false);
  });

  it.each([
    ['MCP.json', 'x'],
    ['.mcp.jsonc', 'x'],
    ['github-mcp-server.json', 'x'],
    ['Claude-Desktop-Config.example.json', 'x'],
    ['settings.json', '.Claude'],
    ['settings.json', 'User'],
    ['settings.json', '.vscode'],
  ])('opens %s in %s', (name, parent) => {
    expect(isCandidateName(name, parent)).toBe(true);
  });
});

describe('fitsName', () => {
  it('agrees with a regular expression', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 6 }),
        word,
        (pattern, name) => {
          const source = pattern
            .split('*')
            .map((piece) => piece.replaceAll('.', '\\.'))
            .join('.*');
          expect(fitsName(parseName(pattern), name)).toBe(new RegExp(`^${source}$`).test(name));
        },
      ),
    );
  });
});
