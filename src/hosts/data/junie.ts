import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const JUNIE: Host = {
  id: 'junie',
  title: 'JetBrains Junie',
  files: [
    { scope: 'user', os: 'any', path: '~/.junie/mcp/mcp.json' },
    { scope: 'project', os: 'any', path: '.junie/mcp/mcp.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('Junie'),
  shared: true,
  docs: 'https://www.jetbrains.com/help/junie/model-context-protocol-mcp.html',
  source: 'jetbrains.com/help/junie; expansion not confirmed',
  checked: '2026-11-23',
};
