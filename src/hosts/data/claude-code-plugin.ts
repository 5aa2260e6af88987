import type { Field, Host } from '../../core/host.ts';
import { CLAUDE_CODE_BLANKED, CLAUDE_CODE_EXPANSION } from './claude-code-expansion.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'url', 'headers'];

export const CLAUDE_CODE_PLUGIN: Host = {
  id: 'claude-code-plugin',
  title: 'Claude Code (plugin)',
  files: [
    { scope: 'project', os: 'any', path: '.claude-plugin/plugin.json' },
    { scope: 'project', os: 'any', path: '.claude-plugin/marketplace.json' },
  ],
  // A mapping, or a list of mappings and of paths to other files.
  servers: ['mcpServers', 'mcpServers[]', 'plugins[].mcpServers', 'plugins[].mcpServers[]'],
  headers: ['plugins[].source.headers', 'plugins[].headers'],
  inputs: ['userConfig', 'plugins[].userConfig'],
  interpolation: [
    ...CLAUDE_CODE_EXPANSION,
    { syntax: '${user_config.KEY}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${CLAUDE_PLUGIN_ROOT}', fields: FIELDS, unset: 'error' },
    { syntax: '${CLAUDE_PLUGIN_DATA}', fields: FIELDS, unset: 'error' },
    { syntax: '${CLAUDE_PROJECT_DIR}', fields: FIELDS, unset: 'error' },
  ],
  blanked: CLAUDE_CODE_BLANKED,
  advice: {
    env: 'Write "${user_config.KEY}" here and declare KEY under "userConfig" with "sensitive": true, so that each user types the value and Claude Code keeps it in the keychain.',
    headers:
      'Write "Bearer ${user_config.KEY}" here and declare KEY under "userConfig" with "sensitive": true, so that each user types the value and Claude Code keeps it in the keychain.',
    bareHeaders:
      'Write "${user_config.KEY}" here and declare KEY under "userConfig" with "sensitive": true, so that each user types the value and Claude Code keeps it in the keychain.',
    args: 'Pass the value as a variable instead, "env": {"NAME": "${user_config.KEY}"}, and declare KEY under "userConfig" with "sensitive": true: arguments are visible in process lists.',
    url: 'Write "${user_config.KEY}" in place of the credential and declare KEY under "userConfig" with "sensitive": true.',
    other:
      'Delete the value, a "default" of "userConfig" included: it is shipped to everybody who installs the plugin; declare the key with "sensitive": true and write "${user_config.KEY}" where it is needed.',
  },
  shared: true,
  distributed: true,
  docs: 'https://code.claude.com/docs/en/plugins-reference',
  source: '@anthropic-ai/claude-code 2.1.330',
  checked: '2026-11-23',
};
