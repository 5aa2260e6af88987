import type { Host } from '../../core/host.ts';
import { CODEX } from './codex.ts';

/** A plugin goes to everybody who installs it; the names of its members are those of config.toml. */
export const CODEX_PLUGIN: Host = {
  id: 'codex-plugin',
  title: 'Codex (plugin)',
  files: [{ scope: 'project', os: 'any', path: '.codex-plugin/plugin.json' }],
  // A mapping, a list of mappings, or the path of another file.
  servers: ['mcpServers', 'mcpServers[]'],
  // Seen in the program; what it does with other references in a plugin is not known.
  interpolation: ['${PLUGIN_ROOT}', '${PLUGIN_DATA}', '${CLAUDE_PLUGIN_ROOT}', '${CLAUDE_PLUGIN_DATA}'].map(
    (syntax) => ({
      syntax,
      fields: ['command', 'args', 'env', 'cwd'] as const,
      unset: 'unknown' as const,
    }),
  ),
  unknownExpansion: 'all',
  advice: {
    env: 'Delete the variable, which is shipped to everybody who installs the plugin, add "env_vars": ["NAME"] and have its users set NAME in the environment that starts Codex.',
    headers:
      'Delete the header, which is shipped to everybody who installs the plugin, and write "bearer_token_env_var": "NAME", or have its users sign in with "codex mcp login" where the server offers OAuth.',
    bareHeaders:
      'Delete the header, which is shipped to everybody who installs the plugin, and write "env_http_headers" with the name of a variable in place of the value.',
    args: 'Delete the value, which is shipped to everybody who installs the plugin; where the server reads a variable add "env_vars": ["NAME"].',
    url: 'Take the credential out of the address, which is shipped to everybody who installs the plugin, and write "bearer_token_env_var": "NAME".',
    other: 'Delete the value: it is shipped to everybody who installs the plugin.',
  },
  shared: true,
  distributed: true,
  docs: CODEX.docs,
  source: '@openai/codex 0.169.0 (text of the program)',
  checked: '2026-11-23',
};
