import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const ZED: Host = {
  id: 'zed',
  title: 'Zed',
  files: [
    { scope: 'user', os: 'linux', path: '~/.config/zed/settings.json' },
    { scope: 'user', os: 'linux', path: '$XDG_CONFIG_HOME/zed/settings.json' },
    { scope: 'user', os: 'macos', path: '~/.config/zed/settings.json' },
    { scope: 'user', os: 'macos', path: '~/Library/Application Support/Zed/settings.json' },
    { scope: 'user', os: 'windows', path: '%APPDATA%/Zed/settings.json' },
    { scope: 'project', os: 'any', path: '.zed/settings.json' },
  ],
  servers: ['context_servers'],
  interpolation: [],
  advice: launcher('Zed'),
  shared: true,
  docs: 'https://zed.dev/docs/ai/mcp',
  source: 'zed-industries/zed project.rs; zed#60459',
  checked: '2026-11-23',
};
