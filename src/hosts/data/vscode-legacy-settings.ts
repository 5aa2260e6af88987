import type { Host } from '../../core/host.ts';
import { userFiles, VSCODE_UNKNOWN, VSCODE_VARIABLES } from './vscode-parts.ts';

const MOVE =
  'move the server to mcp.json (.vscode/mcp.json or "MCP: Open User Configuration"), write "${input:id}" in place of the value and add {"type": "promptString", "id": "id", "description": "…", "password": true} to "inputs" there';

/** Before mcp.json servers stood in the settings; VS Code warns about them there but still finds them. */
export const VSCODE_LEGACY_SETTINGS: Host = {
  id: 'vscode-legacy-settings',
  title: 'VS Code (settings)',
  files: [
    { scope: 'project', os: 'any', path: '.vscode/settings.json' },
    { scope: 'project', os: 'any', path: '*.code-workspace' },
    ...userFiles('settings.json'),
  ],
  servers: [
    'mcp.servers',
    'mcp\\.servers',
    'settings.mcp.servers',
    'settings.mcp\\.servers',
    // Copilot never had this key, but many instructions name it.
    'github\\.copilot\\.chat\\.mcpServers',
    'github\\.copilot\\.chat\\.mcpServers.servers',
    // Extensions that keep their servers in the settings of the editor.
    'amp\\.mcpServers',
    'augment\\.advanced.mcpServers',
    'augment\\.advanced\\.mcpServers',
  ],
  inputs: ['mcp.inputs', 'settings.mcp.inputs', 'github\\.copilot\\.chat\\.mcpServers.inputs'],
  interpolation: VSCODE_VARIABLES,
  unknownExpansion: {
    ...VSCODE_UNKNOWN,
    servers: [
      'github\\.copilot\\.chat\\.mcpServers',
      'github\\.copilot\\.chat\\.mcpServers.servers',
      'amp\\.mcpServers',
      'augment\\.advanced.mcpServers',
      'augment\\.advanced\\.mcpServers',
    ],
  },
  advice: {
    env: `Servers in the settings have had their day: ${MOVE}.`,
    headers: `Servers in the settings have had their day: ${MOVE}, or delete the header and sign in with OAuth.`,
    args: `Servers in the settings have had their day: ${MOVE}.`,
    url: `Servers in the settings have had their day: ${MOVE}.`,
    other: `Servers in the settings have had their day: ${MOVE}, and delete the value here, a "default" or an option of an input included.`,
  },
  shared: true,
  docs: 'https://code.visualstudio.com/docs/copilot/reference/mcp-configuration',
  source: "microsoft/vscode mcpConfigurationSection ('mcp'); supermemoryai/install-mcp#33",
  checked: '2026-11-23',
};
