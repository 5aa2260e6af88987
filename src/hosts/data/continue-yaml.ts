import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

/** References are replaced in the text of the file before it is parsed. */
const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers'];

export const CONTINUE_YAML: Host = {
  id: 'continue-yaml',
  title: 'Continue',
  files: [
    { scope: 'user', os: 'any', path: '~/.continue/config.yaml' },
    { scope: 'user', os: 'any', path: '~/.continue/config.yml' },
    ...['mcpServers', 'agents', 'assistants', 'configs', 'models', 'blocks'].flatMap((folder) =>
      ['yaml', 'yml'].flatMap((ending) => [
        { scope: 'user' as const, os: 'any' as const, path: `~/.continue/${folder}/*.${ending}` },
        { scope: 'project' as const, os: 'any' as const, path: `.continue/${folder}/*.${ending}` },
      ]),
    ),
    { scope: 'project', os: 'any', path: '.continue/config.yaml' },
  ],
  servers: ['mcpServers'],
  headers: ['models[].requestOptions.headers', 'data[].requestOptions.headers'],
  credentials: [
    'models[].apiKey',
    'models[].env',
    'models[].with',
    'models[].override.apiKey',
    'data[].apiKey',
    'context[].params',
    'context[].with',
    'mcpServers[].with',
  ],
  interpolation: [
    { syntax: '${{ secrets.NAME }}', fields: FIELDS, unset: 'literal' },
    { syntax: '${{ inputs.NAME }}', fields: FIELDS, unset: 'literal' },
  ],
  advice: references('Continue', '${{ secrets.NAME }}', '~/.continue/.env'),
  shared: true,
  docs: 'https://docs.continue.dev/customize/deep-dives/mcp',
  source: 'continuedev/continue @d0a3c0b config-yaml schemas/mcp, load/unroll.ts, core MCPConnection.ts',
  checked: '2026-11-23',
};
