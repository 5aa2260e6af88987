import type { Host } from '../../core/host.ts';

export const CLAUDE_DESKTOP: Host = {
  id: 'claude-desktop',
  title: 'Claude Desktop',
  files: [
    { scope: 'user', os: 'macos', path: '~/Library/Application Support/Claude/claude_desktop_config.json' },
    {
      scope: 'user',
      os: 'macos',
      path: '~/Library/Application Support/Claude-3p/claude_desktop_config.json',
    },
    { scope: 'user', os: 'windows', path: '%APPDATA%/Claude/claude_desktop_config.json' },
    // The Windows installer packages the app as MSIX, which keeps its own copy of %APPDATA% (anthropics/claude-code#26073).
    {
      scope: 'user',
      os: 'windows',
      path: '%LOCALAPPDATA%/Packages/Claude_*/LocalCache/Roaming/Claude/claude_desktop_config.json',
    },
    { scope: 'user', os: 'linux', path: '~/.config/Claude/claude_desktop_config.json' },
    // Copies and samples in repositories.
    { scope: 'project', os: 'any', path: '*claude*desktop*config*.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  advice: {
    env: 'Claude Desktop expands nothing in this file: run "mcp-lint fix", which moves the value into the keychain of the system and has "mcp-lint exec" hand it to the server.',
    headers:
      'Claude Desktop expands nothing in this file: delete the entry and add the remote server under Settings > Connectors, where you sign in with OAuth and no token is stored here.',
    args: 'Claude Desktop expands nothing in this file: run "mcp-lint fix", which moves the value into the keychain of the system and has "mcp-lint exec" hand it to the server, or, for mcp-remote, leave --header out and sign in through the browser.',
    url: 'Claude Desktop expands nothing in this file: take the credential out of the URL and add the remote server under Settings > Connectors, where you sign in with OAuth.',
    other:
      'Claude Desktop expands nothing in this file: run "mcp-lint fix", which moves the value into the keychain of the system and has "mcp-lint exec" hand it to the server.',
  },
  shared: false,
  docs: 'https://modelcontextprotocol.io/docs/develop/connect-local-servers',
  source:
    'paths: @anthropic-ai/claude-code 2.1.330, anthropics/claude-code#26073; no expansion: microsoft/apm adapters',
  checked: '2026-11-23',
};
