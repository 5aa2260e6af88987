import type { Host } from '../../core/host.ts';
import { userFiles, VSCODE_ADVICE, VSCODE_UNKNOWN, VSCODE_VARIABLES } from './vscode-parts.ts';

export const VSCODE: Host = {
  id: 'vscode',
  title: 'VS Code',
  files: [
    { scope: 'project', os: 'any', path: '.vscode/mcp.json' },
    ...userFiles('mcp.json'),
    // The machine that a remote window works on (microsoft/vscode#269340).
    { scope: 'user', os: 'any', path: '~/.vscode-server/data/User/mcp.json' },
    { scope: 'user', os: 'any', path: '~/.vscode-server-insiders/data/User/mcp.json' },
  ],
  servers: ['servers'],
  inputs: ['inputs'],
  dedicated: true,
  interpolation: VSCODE_VARIABLES,
  unknownExpansion: VSCODE_UNKNOWN,
  advice: VSCODE_ADVICE,
  // The workspace file is committed, the user file travels with Settings Sync.
  shared: true,
  docs: 'https://code.visualstudio.com/docs/copilot/reference/mcp-configuration',
  source:
    'microsoft/vscode mcpConfiguration.ts and mcpRegistry.ts; microsoft/vscode-docs; microsoft/vscode#269340',
  checked: '2026-11-23',
};
