import { afterEach, describe, expect, it, vi } from 'vitest';
import { scopeOf } from '../../src/hosts/file-scope.ts';
import { HOSTS } from '../../src/hosts/hosts.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const host = (id: string) => HOSTS.find((one) => one.id === id)!;

describe('scopeOf', () => {
  it.each([
    ['claude-code-user', '/home/me/.claude.json', '/home/me', 'user'],
    ['claude-code-user', '/srv/me/.claude.json', '/srv/me', 'user'],
    ['claude-code-user', '/srv/me/.claude.json', undefined, 'project'],
    ['claude-code-user', '/Users/other/.claude.json', '/home/me', 'user'],
    ['claude-code-user', '/home/me/repo/.claude.json', '/home/me', 'project'],
    ['claude-code-user', 'C:\\Users\\me\\.claude.json', 'C:\\Users\\me', 'user'],
    ['claude-code-user', '/root/.claude.json', undefined, 'user'],
    ['claude-code-settings', '/home/me/.claude/settings.json', '/home/me', 'user'],
    ['claude-code-settings', '/home/me/repo/.claude/settings.json', '/home/me', 'project'],
    ['cursor', '/home/me/.cursor/mcp.json', '/home/me', 'user'],
    ['cursor', '/home/me/repo/.cursor/mcp.json', '/home/me', 'project'],
    [
      'claude-desktop',
      '/Users/me/Library/Application Support/Claude/claude_desktop_config.json',
      undefined,
      'user',
    ],
    [
      'claude-desktop',
      'C:\\Users\\me\\AppData\\Roaming\\Claude\\claude_desktop_config.json',
      undefined,
      'user',
    ],
    ['claude-desktop', '/home/me/repo/claude_desktop_config.json', '/home/me', 'project'],
    ['vscode', '/home/me/.config/Code/User/profiles/abc/mcp.json', '/home/me', 'user'],
    ['vscode', '/home/me/repo/.vscode/mcp.json', '/home/me', 'project'],
    ['claude-code-managed-mcp', '/etc/claude-code/managed-mcp.json', '/home/me', 'system'],
    ['claude-code-managed-mcp', 'C:\\Program Files\\ClaudeCode\\managed-mcp.json', undefined, 'system'],
    ['claude-code-managed-mcp', '/home/me/repo/managed-mcp.json', '/home/me', 'project'],
  ] as const)('%s: %s', (id, path, home, scope) => {
    expect(scopeOf(host(id), path, home === undefined ? {} : { home })).toBe(scope);
  });

  it('goes where a variable points', () => {
    const user = { home: '/home/me', variables: { CLAUDE_CONFIG_DIR: '/opt/claude/' } };
    expect(scopeOf(host('claude-code-user'), '/opt/claude/.claude.json', user)).toBe('user');
    expect(scopeOf(undefined, '/opt/claude/.claude.json', user)).toBe('project');
  });
});
