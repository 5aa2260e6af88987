import type { Host } from '../../core/host.ts';

const REFERENCE = 'a reference that the host of this file expands, such as "${NAME}" or "${env:NAME}",';

/**
 * Every wrapper that an MCP host is known to use, for files whose host is not known by name and for servers under a key
 * that the host of the file does not read.
 */
export const GENERIC: Host = {
  id: 'generic',
  title: 'MCP config',
  files: [
    { scope: 'project', os: 'any', path: '*mcp*.json' },
    { scope: 'project', os: 'any', path: '*mcp*.jsonc' },
  ],
  servers: [
    'mcpServers',
    'mcpServers[]',
    '*.mcpServers', // powers (Kiro), settings, "augment.advanced"
    '*.*.mcpServers', // projects.<folder>, plugins[]
    'servers',
    '*.servers', // mcp (VS Code settings, opencode 2), "github.copilot.chat.mcpServers"
    'mcp',
    'mcp\\.servers',
    'settings.mcp.servers',
    'settings.mcp\\.servers',
    'customizations.vscode.mcp.servers',
    'customizations.vscode.settings.mcp.servers',
    'managedMcpServers',
    // Where people park servers that they do not want started.
    'mcpServers_disabled',
    'mcpServersDisabled',
    'disabledMcpServers',
    '_mcpServers',
    'mcp_servers',
    'mcp-servers',
    'context_servers',
    'amp\\.mcpServers',
    'augment\\.advanced\\.mcpServers',
    'augment.advanced.mcpServers',
    'github\\.copilot\\.chat\\.mcpServers',
    'experimental.modelContextProtocolServers',
    'server.mcp_config',
  ],
  environments: ['env'],
  inputs: ['inputs', 'mcp.inputs', 'settings.mcp.inputs', 'user_config', 'userConfig'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: {
    env: `Put ${REFERENCE} in place of the value and keep the value in a keychain or a secret manager.`,
    headers: `Put ${REFERENCE} in place of the value, or delete the header and sign in with OAuth where the server offers it.`,
    args: `Take the value out of the command line, which every process of the machine can see, and put ${REFERENCE} into "env" instead.`,
    url: `Take the credential out of the URL, which ends up in logs, and send a header with a reference that the host of this file expands, such as "\${NAME}".`,
    other: `Put ${REFERENCE} in place of the value and keep the value in a keychain or a secret manager.`,
  },
  shared: true,
  docs: 'https://modelcontextprotocol.io/docs/develop/connect-local-servers',
  source:
    'wrappers of the hosts that are known by name and of Kiro, opencode, Zed, Codex, Amp, Augment, Continue',
  checked: '2026-11-23',
};
