import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';
import { extensionFiles } from './extension-storage.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

export const KILO_CODE_LEGACY: Host = {
  id: 'kilo-code-legacy',
  title: 'Kilo Code (before version 7)',
  files: [
    { scope: 'project', os: 'any', path: '.kilocode/mcp.json' },
    { scope: 'project', os: 'any', path: '.kilo/mcp.json' },
    // kilo.ai/docs/automate/mcp/using-in-cli
    { scope: 'user', os: 'any', path: '~/.kilocode/cli/global/settings/mcp_settings.json' },
    ...extensionFiles('kilocode.kilo-code/settings/mcp_settings.json'),
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [{ syntax: '${env:NAME}', fields: FIELDS, unset: 'literal' }],
  advice: references('Kilo Code', '${env:NAME}'),
  shared: true,
  docs: 'https://kilo.ai/docs/automate/mcp/using-in-kilo-code',
  source: '@kilocode/cli-linux-x64 7.7.9; a fork of Roo Code, whose expansion it has',
  checked: '2026-11-23',
};
