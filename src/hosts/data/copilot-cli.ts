import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'headers'];

/** Servers inherit PATH only; what else they need stands in `env`, where a bare name was a reference until late 2025. */
export const COPILOT_CLI: Host = {
  id: 'copilot-cli',
  title: 'GitHub Copilot CLI',
  files: [
    { scope: 'user', os: 'any', path: '~/.copilot/mcp-config.json' },
    { scope: 'user', os: 'any', path: '$COPILOT_HOME/mcp-config.json' },
    { scope: 'project', os: 'any', path: '.github/mcp.json' },
  ],
  also: '.mcp.json of Claude Code in each folder up to the root of the repository, with or without "mcpServers"',
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'unknown' },
    { syntax: '$NAME', fields: FIELDS, unset: 'unknown' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
  ],
  unknownExpansion: { fields: ['url', 'oauth', 'envFile'] },
  advice: {
    ...references('Copilot CLI', '${NAME}'),
    url: 'References are not known to work in "url" here: take the credential out of it and send it as a header, "Bearer ${NAME}".',
  },
  // `.github/mcp.json` is there to be committed.
  shared: true,
  docs: 'https://docs.github.com/en/copilot/how-tos/copilot-cli/customize-copilot/add-mcp-servers',
  source:
    'github/copilot-cli changelog @9532bda; github/docs; microsoft.github.io/apm mcp-variable-compatibility',
  checked: '2026-11-23',
};
