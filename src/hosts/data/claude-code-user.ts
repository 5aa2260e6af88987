import type { Host } from '../../core/host.ts';
import { CLAUDE_CODE_ADVICE, CLAUDE_CODE_BLANKED, CLAUDE_CODE_EXPANSION } from './claude-code-expansion.ts';

/** Servers of the user, and under `projects` those of one folder (scope `local`, where `claude mcp add` puts them). */
export const CLAUDE_CODE_USER: Host = {
  id: 'claude-code-user',
  title: 'Claude Code (user and local scope)',
  files: [
    { scope: 'user', os: 'any', path: '~/.claude.json' },
    { scope: 'user', os: 'any', path: '$CLAUDE_CONFIG_DIR/.claude.json' },
  ],
  servers: ['mcpServers', 'projects.*.mcpServers'],
  // Key of a console login (nanocoai/nanoclaw#1217).
  credentials: ['primaryApiKey'],
  interpolation: CLAUDE_CODE_EXPANSION,
  blanked: CLAUDE_CODE_BLANKED,
  advice: CLAUDE_CODE_ADVICE,
  shared: false,
  docs: 'https://code.claude.com/docs/en/mcp',
  source: '@anthropic-ai/claude-code 2.1.330, read and run',
  checked: '2026-11-23',
};
