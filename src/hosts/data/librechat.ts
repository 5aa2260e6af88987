import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['args', 'env', 'url', 'headers', 'oauth'];

export const LIBRECHAT: Host = {
  id: 'librechat',
  title: 'LibreChat',
  files: [
    { scope: 'project', os: 'any', path: 'librechat*.yaml' },
    { scope: 'project', os: 'any', path: 'librechat*.yml' },
  ],
  servers: ['mcpServers'],
  credentials: [
    'endpoints.custom[].apiKey',
    'endpoints.custom[].headers',
    'endpoints.azureOpenAI.groups[].apiKey',
    'endpoints.azureOpenAI.groups[].additionalHeaders',
  ],
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'literal' },
    { syntax: '{{NAME}}', fields: FIELDS, unset: 'literal' },
  ],
  inContainers: true,
  advice: references('LibreChat', '${NAME}', 'the .env file of the server, which git ignores'),
  shared: true,
  docs: 'https://www.librechat.ai/docs/configuration/librechat_yaml/object_structure/mcp_servers',
  source: 'danny-avila/LibreChat @042c46c packages/data-provider/src/mcp.ts; packages/api/src/utils/env.ts',
  checked: '2026-11-23',
};
