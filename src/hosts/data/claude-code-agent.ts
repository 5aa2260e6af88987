import type { Host } from '../../core/host.ts';
import { CLAUDE_CODE_ADVICE, CLAUDE_CODE_BLANKED, CLAUDE_CODE_EXPANSION } from './claude-code-expansion.ts';

/** The mapping in front of a subagent: names of servers that are configured elsewhere, and servers of its own. */
export const CLAUDE_CODE_AGENT: Host = {
  id: 'claude-code-agent',
  title: 'Claude Code (subagent)',
  files: [
    { scope: 'user', os: 'any', path: '~/.claude/agents/*.md' },
    { scope: 'project', os: 'any', path: '.claude/agents/*.md' },
    // Folders below are searched as well, however deep.
    { scope: 'project', os: 'any', path: '.claude/agents/*/*.md' },
    { scope: 'project', os: 'any', path: '.claude/agents/*/*/*.md' },
  ],
  servers: ['mcpServers[]'],
  dedicated: false,
  interpolation: CLAUDE_CODE_EXPANSION,
  blanked: CLAUDE_CODE_BLANKED,
  advice: CLAUDE_CODE_ADVICE,
  shared: true,
  docs: 'https://code.claude.com/docs/en/sub-agents',
  source:
    '@anthropic-ai/claude-code 2.1.330, schema of mcpServers of an agent read in the bundle: a list, each item a name or a mapping of one name to a config',
  checked: '2026-11-23',
};
