import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const WARP: Host = {
  id: 'warp',
  title: 'Warp',
  files: [
    { scope: 'user', os: 'any', path: '~/.warp/.mcp.json' },
    { scope: 'project', os: 'any', path: '.warp/.mcp.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [{ syntax: '{{NAME}}', fields: ['env'], unset: 'unknown' }],
  unknownExpansion: 'all',
  advice: launcher('Warp'),
  shared: true,
  docs: 'https://docs.warp.dev/agent-platform/capabilities/mcp',
  source: 'docs.warp.dev; warpdotdev/docs#121, #131; local expansion not confirmed',
  checked: '2026-11-23',
};
