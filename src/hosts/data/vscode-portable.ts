import type { Field, Host } from '../../core/host.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'headers'];
const REACH = 'export NAME in the environment that starts VS Code or Copilot';

/** The format that VS Code shares with Claude Code and Copilot CLI, whose files these are. */
export const VSCODE_PORTABLE: Host = {
  id: 'vscode-portable',
  title: 'VS Code (portable format)',
  files: [],
  also: '.mcp.json of Claude Code and mcp-config.json of Copilot CLI; --host vscode-portable reads them by its rules',
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
    // Copilot CLI has it, VS Code does not say.
    { syntax: '$NAME', fields: FIELDS, unset: 'unknown' },
  ],
  unknownExpansion: { fields: ['url', 'cwd', 'oauth', 'envFile'] },
  advice: {
    env: `Write "\${NAME}" here and ${REACH}.`,
    headers: `Write "\${NAME}" here (as in "Bearer \${NAME}") and ${REACH}, or delete the header and sign in with OAuth.`,
    bareHeaders: `Write "\${NAME}" here and ${REACH}, or delete the header and sign in with OAuth.`,
    args: `Write "\${NAME}" in place of the value and ${REACH}; where the server also reads a variable use "env", because arguments are visible in process lists.`,
    url: 'References are not known to work in "url" here: take the credential out of it and send it as a header, "Bearer ${NAME}".',
    other: `Write "\${NAME}" without a default and ${REACH}.`,
  },
  shared: true,
  docs: 'https://code.visualstudio.com/docs/agents/reference/mcp-configuration',
  source:
    'code.visualstudio.com/docs/agents/reference/mcp-configuration; microsoft.github.io/apm mcp-variable-compatibility',
  checked: '2026-11-23',
};
