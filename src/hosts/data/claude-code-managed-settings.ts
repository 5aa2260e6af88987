import type { Host } from '../../core/host.ts';

/** `managedMcpServers` is a mapping here and takes remote servers with literal headers only: `${NAME}` is an error. */
export const CLAUDE_CODE_MANAGED_SETTINGS: Host = {
  id: 'claude-code-managed-settings',
  title: 'Claude Code (managed settings)',
  files: [
    { scope: 'system', os: 'macos', path: '/Library/Application Support/ClaudeCode/managed-settings.json' },
    {
      scope: 'system',
      os: 'macos',
      path: '/Library/Application Support/ClaudeCode/managed-settings.d/*.json',
    },
    { scope: 'system', os: 'linux', path: '/etc/claude-code/managed-settings.json' },
    { scope: 'system', os: 'linux', path: '/etc/claude-code/managed-settings.d/*.json' },
    { scope: 'system', os: 'windows', path: 'C:/Program Files/ClaudeCode/managed-settings.json' },
    { scope: 'system', os: 'windows', path: 'C:/Program Files/ClaudeCode/managed-settings.d/*.json' },
  ],
  servers: ['managedMcpServers'],
  environments: ['env'],
  headers: ['extraKnownMarketplaces.*.source.headers', 'extraKnownMarketplaces.*.source.plugins[].headers'],
  interpolation: [],
  // Of a server entry, which has no other fields here; the schema of 2.1.330 tests them for this text.
  refused: [
    { syntax: '${NAME}', fields: ['url', 'headers'] },
    { syntax: '${NAME:-default}', fields: ['url', 'headers'] },
  ],
  advice: {
    env: 'Claude Code passes "env" of its settings on as written: delete the variable here and have the device management export it in the environment that starts Claude Code.',
    headers:
      'References are refused here: leave the header out so that each user signs in with OAuth, or move the server to managed-mcp.json, where "${NAME}" and "headersHelper" work.',
    args: 'References are refused here: move the server to managed-mcp.json and write "${NAME}" in place of the value.',
    url: 'References are refused here: take the credential out of the URL so that each user signs in with OAuth, or move the server to managed-mcp.json, where "${NAME}" works.',
    other:
      'References are refused here: delete the value so that each user signs in with OAuth, or move the server to managed-mcp.json, where "${NAME}" and "headersHelper" work.',
  },
  shared: true,
  distributed: true,
  docs: 'https://code.claude.com/docs/en/managed-mcp',
  source: '@anthropic-ai/claude-code 2.1.330',
  checked: '2026-11-23',
};
