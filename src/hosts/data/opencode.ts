import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

export const OPENCODE: Host = {
  id: 'opencode',
  title: 'opencode',
  files: [
    { scope: 'user', os: 'any', path: '~/.config/opencode/opencode.json' },
    { scope: 'user', os: 'any', path: '~/.config/opencode/opencode.jsonc' },
    { scope: 'project', os: 'any', path: 'opencode.json' },
    { scope: 'project', os: 'any', path: 'opencode.jsonc' },
    { scope: 'project', os: 'any', path: '.opencode/opencode.json' },
    { scope: 'project', os: 'any', path: '.opencode/opencode.jsonc' },
  ],
  servers: ['mcp', 'mcp.servers'],
  environments: [],
  headers: [],
  inputs: [],
  interpolation: [
    { syntax: '{env:NAME}', fields: FIELDS, unset: 'empty' },
    { syntax: '{file:path}', fields: FIELDS, unset: 'error' },
  ],
  advice: references('opencode', '{env:NAME}'),
  shared: true,
  docs: 'https://opencode.ai/docs/mcp-servers/',
  source: 'opencode-linux-x64 1.18.34, read and run',
  checked: '2026-11-23',
};
