import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'url', 'headers'];

export const AMP: Host = {
  id: 'amp',
  title: 'Amp',
  files: [
    { scope: 'user', os: 'any', path: '~/.config/amp/settings.json' },
    { scope: 'user', os: 'any', path: '~/.config/amp/settings.jsonc' },
    { scope: 'project', os: 'any', path: '.amp/settings.json' },
    { scope: 'project', os: 'any', path: '.amp/settings.jsonc' },
  ],
  also: '"amp.mcpServers" in the settings of VS Code',
  servers: ['amp\\.mcpServers'],
  interpolation: [{ syntax: '${NAME}', fields: FIELDS, unset: 'unknown' }],
  unknownExpansion: 'all',
  advice: references('Amp', '${NAME}'),
  shared: true,
  docs: 'https://ampcode.com/manual',
  source: 'ampcode.com/manual; fields not confirmed',
  checked: '2026-11-23',
};
