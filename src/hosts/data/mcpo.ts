import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const MCPO: Host = {
  id: 'mcpo',
  title: 'mcpo',
  files: [{ scope: 'project', os: 'any', path: 'mcpo*.json' }],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  inContainers: true,
  advice: launcher('Mcpo'),
  shared: true,
  docs: 'https://github.com/open-webui/mcpo',
  source: 'open-webui/mcpo @788ff92 src/mcpo/main.py',
  checked: '2026-11-23',
};
