import type { Host } from '../../core/host.ts';
import { references } from './advice.ts';

const NO_HEADERS =
  'Continue expands nothing in headers of such a file: move the server to a YAML block and write "${{ secrets.NAME }}" there.';

export const CONTINUE_JSON: Host = {
  id: 'continue-json',
  title: 'Continue (JSON folder)',
  files: [
    { scope: 'user', os: 'any', path: '~/.continue/mcpServers/*.json' },
    { scope: 'project', os: 'any', path: '.continue/mcpServers/*.json' },
  ],
  servers: ['mcpServers', 'projects.*.mcpServers'],
  dedicated: true,
  interpolation: [{ syntax: '${NAME}', fields: ['env'], unset: 'literal' }],
  advice: {
    ...references('Continue', '${NAME}'),
    headers: NO_HEADERS,
    bareHeaders: NO_HEADERS,
    args: 'Continue expands nothing in arguments of such a file: write "${NAME}" into "env" and let the server read the variable.',
    url: 'Continue expands nothing in addresses of such a file: move the server to a YAML block and send the credential as a header with "${{ secrets.NAME }}".',
  },
  shared: true,
  docs: 'https://docs.continue.dev/customize/deep-dives/mcp',
  source: 'continuedev/continue @d0a3c0b loadJsonMcpConfigs.ts, convertJson.ts',
  checked: '2026-11-23',
};
