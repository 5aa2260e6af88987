import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['env', 'headers'];

/** Only secrets and variables whose names begin with COPILOT_MCP_ reach the agent. VS Code ignores the servers. */
export const COPILOT_CUSTOM_AGENT: Host = {
  id: 'copilot-custom-agent',
  title: 'GitHub Copilot custom agent',
  files: [
    { scope: 'project', os: 'any', path: '.github/agents/*.md' },
    { scope: 'user', os: 'any', path: '~/.copilot/agents/*.md' },
  ],
  servers: ['mcp-servers'],
  dedicated: false,
  interpolation: [
    { syntax: '${{ secrets.NAME }}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${{ vars.NAME }}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${NAME}', fields: FIELDS, unset: 'unknown' },
    { syntax: '$NAME', fields: FIELDS, unset: 'unknown' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
  ],
  // The documentation names two fields; servers of a repository have references in the others as well.
  unknownExpansion: { fields: ['command', 'args', 'cwd', 'url', 'oauth', 'envFile'] },
  isolated: true,
  advice: references(
    'the agent',
    '${{ secrets.NAME }}',
    'an Agents secret of the repository or organisation whose name begins with COPILOT_MCP_',
  ),
  shared: true,
  docs: 'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
  source: 'github/docs content/copilot/reference/custom-agents-configuration.md',
  checked: '2026-11-23',
};
