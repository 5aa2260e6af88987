/**
 * What the bytes of a shell text say when it may write or hand over an MCP config: of each group one mark, case as given.
 * Nearly every other script has none of the first.
 */
export const SHELL_MARKS: readonly (readonly string[])[] = [
  // It speaks of MCP …
  [
    'mcp',
    'MCP',
    'Mcp',
    'modelcontextprotocol',
    'context_servers',
    '--with-',
    'supergateway',
    'smithery',
    'TOOL_SERVER_CONNECTIONS',
  ],
  // … and adds a server, starts one, or writes a config.
  [
    ' add',
    'add-',
    'ervers',
    '-config',
    '--with-',
    'install',
    'secret',
    'npx',
    'uvx',
    'bunx',
    'dlx',
    'pipx',
    'docker',
    'podman',
    'mcpo',
    'mcp-',
    '-mcp',
    'supergateway',
    'TOOL_SERVER_CONNECTIONS',
  ],
];

const MENTION =
  /mcp|modelcontextprotocol|context_servers|--with-|supergateway|smithery|TOOL_SERVER_CONNECTIONS/i;

/** Does a text have to do with MCP at all? One scan. */
export function mentionsMcp(source: string): boolean {
  return MENTION.test(source);
}
