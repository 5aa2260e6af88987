import type { Host } from '../../core/host.ts';
import { references } from './advice.ts';

export const COPILOT_JETBRAINS: Host = {
  id: 'copilot-jetbrains',
  title: 'GitHub Copilot for JetBrains',
  files: [
    { scope: 'user', os: 'macos', path: '~/.config/github-copilot/intellij/mcp.json' },
    { scope: 'user', os: 'linux', path: '~/.config/github-copilot/intellij/mcp.json' },
    { scope: 'user', os: 'windows', path: '%LOCALAPPDATA%/github-copilot/intellij/mcp.json' },
  ],
  servers: ['servers'],
  dedicated: true,
  interpolation: [{ syntax: '${env:NAME}', fields: ['env', 'headers'], unset: 'unknown' }],
  unknownExpansion: { fields: ['command', 'args', 'envFile', 'cwd', 'url', 'oauth', 'helper'] },
  advice: references('Copilot for JetBrains', '${env:NAME}'),
  shared: false,
  docs: 'https://docs.github.com/en/copilot/how-tos/provide-context/use-mcp/extend-copilot-chat-with-mcp',
  source: 'microsoft/apm intellij.py',
  checked: '2026-11-23',
};
