import type { Host, HostFile } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const ANTIGRAVITY: Host = {
  id: 'antigravity',
  title: 'Google Antigravity',
  files: [
    { scope: 'user', os: 'any', path: '~/.gemini/config/mcp_config.json' },
    { scope: 'user', os: 'any', path: '~/.gemini/antigravity/mcp_config.json' },
    { scope: 'user', os: 'any', path: '~/.gemini/antigravity-cli/mcp_config.json' },
    ...['.agents', '.agent', '_agents', '_agent'].map(
      (folder): HostFile => ({ scope: 'project', os: 'any', path: `${folder}/mcp_config.json` }),
    ),
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('Antigravity'),
  shared: true,
  docs: 'https://antigravity.google/docs/mcp',
  source:
    'microsoft/apm antigravity.py; stbenjam/skillsaw (agy 1.1.26); agent-config 0.2.0; expansion not confirmed',
  checked: '2026-11-23',
};
