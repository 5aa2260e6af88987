import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'url', 'headers'];

export const WINDSURF: Host = {
  id: 'windsurf',
  title: 'Windsurf',
  files: [
    { scope: 'user', os: 'any', path: '~/.codeium/windsurf/mcp_config.json' },
    { scope: 'user', os: 'any', path: '~/.codeium/windsurf-next/mcp_config.json' },
    { scope: 'user', os: 'any', path: '~/.codeium/mcp_config.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${env:NAME}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${file:path}', fields: FIELDS, unset: 'unknown' },
  ],
  advice: references('Windsurf', '${env:NAME}'),
  shared: false,
  docs: 'https://docs.windsurf.com/windsurf/cascade/mcp',
  source: 'docs.windsurf.com, localized pages; OpenScribbler/syllago',
  checked: '2026-11-23',
};
