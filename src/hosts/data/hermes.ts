import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

/** Every string of an entry. */
const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

export const HERMES: Host = {
  id: 'hermes',
  title: 'Hermes Agent',
  files: [{ scope: 'user', os: 'any', path: '~/.hermes/config.yaml' }],
  servers: ['mcp_servers'],
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'literal' },
    { syntax: '${env:NAME}', fields: FIELDS, unset: 'literal' },
  ],
  advice: references('Hermes Agent', '${NAME}', 'the file ~/.hermes/.env'),
  shared: false,
  docs: 'https://hermes-agent.nousresearch.com/docs/user-guide/features/mcp',
  source: 'NousResearch/hermes-agent @0006718 tools/mcp_tool_config.py',
  checked: '2026-11-23',
};
