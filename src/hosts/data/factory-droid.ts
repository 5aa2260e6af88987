import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const FACTORY_DROID: Host = {
  id: 'factory-droid',
  title: 'Factory droid',
  files: [
    { scope: 'user', os: 'any', path: '~/.factory/mcp.json' },
    { scope: 'project', os: 'any', path: '.factory/mcp.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('Factory droid'),
  shared: true,
  docs: 'https://docs.factory.ai/cli/configuration/mcp',
  source: 'Factory-AI/factory docs/cli/configuration/mcp.mdx; expansion not confirmed',
  checked: '2026-11-23',
};
