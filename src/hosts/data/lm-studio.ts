import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const LM_STUDIO: Host = {
  id: 'lm-studio',
  title: 'LM Studio',
  files: [
    { scope: 'user', os: 'any', path: '~/.lmstudio/mcp.json' },
    { scope: 'user', os: 'any', path: '~/.lmstudio/extensions/plugins/mcp/*/mcp-bridge-config.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('LM Studio'),
  shared: false,
  docs: 'https://lmstudio.ai/docs/app/plugins/mcp',
  source: 'lmstudio-ai/docs 0_app/2_plugins/mcp; expansion not confirmed',
  checked: '2026-11-23',
};
