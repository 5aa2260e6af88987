import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers'];

export const GROK_BUILD: Host = {
  id: 'grok-build',
  title: 'Grok Build',
  files: [
    { scope: 'user', os: 'any', path: '~/.grok/config.toml' },
    { scope: 'user', os: 'any', path: '$GROK_HOME/config.toml' },
    { scope: 'project', os: 'any', path: '.grok/config.toml' },
    { scope: 'user', os: 'any', path: '~/.grok/managed_config.toml' },
    { scope: 'system', os: 'macos', path: '/etc/grok/managed_config.toml' },
    { scope: 'system', os: 'linux', path: '/etc/grok/managed_config.toml' },
  ],
  servers: ['mcp_servers'],
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'literal' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
    { syntax: '$NAME', fields: FIELDS, unset: 'literal' },
    // Put in by Grok for every session.
    { syntax: '{{session_id}}', fields: ['headers'], unset: 'unknown' },
  ],
  unknownExpansion: { fields: ['oauth', 'envFile'] },
  advice: references('Grok Build', '${NAME}'),
  shared: true,
  docs: 'https://docs.x.ai/build/features/mcp-servers',
  source: '@xai-official/grok 1.0.41, run: mcp list --json, for a user and for a project',
  checked: '2026-11-23',
};
