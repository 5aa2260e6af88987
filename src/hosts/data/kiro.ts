import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

/** Only names that the user approved are expanded. */
export const KIRO: Host = {
  id: 'kiro',
  title: 'Kiro',
  files: [
    { scope: 'user', os: 'any', path: '~/.kiro/settings/mcp.json' },
    { scope: 'project', os: 'any', path: '.kiro/settings/mcp.json' },
  ],
  servers: ['mcpServers', 'powers.mcpServers'],
  dedicated: true,
  interpolation: [{ syntax: '${NAME}', fields: FIELDS, unset: 'literal' }],
  advice: references(
    'Kiro',
    '${NAME}',
    'a variable that is approved in the setting kiroAgent.mcpApprovedEnvVars',
  ),
  shared: true,
  docs: 'https://kiro.dev/docs/mcp/configuration/',
  source: 'Kiro extension bundle; kiro.dev/docs/mcp/configuration',
  checked: '2026-11-23',
};
