import type { Host } from '../../core/host.ts';
import { CLAUDE_CODE_ADVICE, CLAUDE_CODE_BLANKED, CLAUDE_CODE_EXPANSION } from './claude-code-expansion.ts';

/**
 * `.mcp.json` of a repository or a plugin. VS Code and Copilot CLI read the same file with the same references
 * (code.visualstudio.com/docs/agents/reference/mcp-configuration), so it is one host.
 */
export const CLAUDE_CODE_PROJECT: Host = {
  id: 'claude-code-project',
  title: 'Claude Code (project scope)',
  files: [{ scope: 'project', os: 'any', path: '.mcp.json' }],
  also: '.mcp.json in every folder above the current one',
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    ...CLAUDE_CODE_EXPANSION,
    // Where the file lies in a plugin.
    { syntax: '${user_config.KEY}', fields: ['command', 'args', 'env', 'url', 'headers'], unset: 'unknown' },
  ],
  blanked: CLAUDE_CODE_BLANKED,
  advice: CLAUDE_CODE_ADVICE,
  shared: true,
  docs: 'https://code.claude.com/docs/en/mcp',
  source: '@anthropic-ai/claude-code 2.1.330, read and run',
  checked: '2026-11-23',
};
