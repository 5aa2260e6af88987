import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers'];

/** Only secrets and variables whose names begin with COPILOT_MCP_ reach the agent. */
export const COPILOT_CLOUD_AGENT: Host = {
  id: 'copilot-cloud-agent',
  title: 'GitHub Copilot cloud agent',
  files: [],
  also: 'JSON in the settings of a repository (Copilot, Cloud agent); --host copilot-cloud-agent reads a copy',
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'unknown' },
    { syntax: '$NAME', fields: FIELDS, unset: 'unknown' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
  ],
  isolated: true,
  advice: references(
    'the agent',
    '${NAME}',
    'an Agents secret of the repository whose name begins with COPILOT_MCP_',
  ),
  shared: true,
  docs: 'https://docs.github.com/en/copilot/how-tos/use-copilot-agents/cloud-agent/extend-cloud-agent-with-mcp',
  source: 'github/docs extend-coding-agent-with-mcp.md',
  checked: '2026-11-23',
};
