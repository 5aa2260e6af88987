import type { Host } from '../../core/host.ts';
import { references } from './advice.ts';

export const AUGMENT: Host = {
  id: 'augment',
  title: 'Augment',
  files: [
    { scope: 'user', os: 'any', path: '~/.augment/settings.json' },
    { scope: 'project', os: 'any', path: '.augment/settings.json' },
    { scope: 'project', os: 'any', path: '.augment/settings.local.json', personal: true },
  ],
  servers: ['mcpServers', 'augment\\.advanced\\.mcpServers', 'augment\\.advanced.mcpServers'],
  interpolation: [
    { syntax: '${NAME}', fields: ['command', 'args', 'env', 'cwd', 'url', 'headers'], unset: 'error' },
    {
      syntax: '${NAME:-default}',
      fields: ['command', 'args', 'env', 'cwd', 'url', 'headers'],
      unset: 'default',
    },
    { syntax: '$augment-NAME', fields: ['args', 'env'], unset: 'error' },
    { syntax: '${augmentToken}', fields: ['headers'], unset: 'literal' },
  ],
  advice: references('Augment', '${NAME}', 'its own secret store, as "$augment-NAME" in env and args'),
  shared: true,
  docs: 'https://docs.augmentcode.com/cli/integrations',
  source: '@augmentcode/auggie 0.36.0',
  checked: '2026-11-23',
};
