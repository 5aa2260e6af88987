import type { Host } from '../../core/host.ts';
import { CLAUDE_CODE_ADVICE, CLAUDE_CODE_BLANKED, CLAUDE_CODE_EXPANSION } from './claude-code-expansion.ts';

export const CLAUDE_CODE_MANAGED_MCP: Host = {
  id: 'claude-code-managed-mcp',
  title: 'Claude Code (managed-mcp.json)',
  files: [
    { scope: 'system', os: 'macos', path: '/Library/Application Support/ClaudeCode/managed-mcp.json' },
    { scope: 'system', os: 'linux', path: '/etc/claude-code/managed-mcp.json' },
    { scope: 'system', os: 'windows', path: 'C:/Program Files/ClaudeCode/managed-mcp.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: CLAUDE_CODE_EXPANSION,
  blanked: CLAUDE_CODE_BLANKED,
  advice: CLAUDE_CODE_ADVICE,
  // Rolled out to every machine of an organisation.
  shared: true,
  distributed: true,
  docs: 'https://code.claude.com/docs/en/managed-mcp',
  source: '@anthropic-ai/claude-code 2.1.330',
  checked: '2026-11-23',
};
