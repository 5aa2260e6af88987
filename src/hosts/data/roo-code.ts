import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';
import { extensionFiles } from './extension-storage.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

export const ROO_CODE: Host = {
  id: 'roo-code',
  title: 'Roo Code',
  files: [
    { scope: 'project', os: 'any', path: '.roo/mcp.json' },
    ...extensionFiles('rooveterinaryinc.roo-cline/settings/mcp_settings.json'),
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${env:NAME}', fields: FIELDS, unset: 'literal' },
    { syntax: '${workspaceFolder}', fields: FIELDS, unset: 'literal' },
  ],
  advice: references('Roo Code', '${env:NAME}'),
  shared: true,
  docs: 'https://docs.roocode.com/features/mcp/using-mcp-in-roo',
  source: 'RooCodeInc/Roo-Code @cb83656 McpHub.ts',
  checked: '2026-11-23',
};
