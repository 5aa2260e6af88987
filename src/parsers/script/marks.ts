/**
 * What the bytes of a script say when it may hold MCP servers: of each group one mark, case as given. Cheap to look for, and
 * nearly every other script has none of the first.
 */
export const SCRIPT_MARKS: readonly (readonly string[])[] = [
  // It speaks of MCP: `mcpServers`, `@modelcontextprotocol/sdk`, `MCPClient`, `.mcp.json`, `addMcpServer` …
  ['mcp', 'MCP', 'Mcp', 'modelcontextprotocol', 'context_servers', 'ClientTransport'],
  // … has something to start, to call, or to sign in with …
  [
    'ommand',
    'url',
    'Url',
    'URL',
    'ClientTransport',
    'CredentialsProvider',
    'KeyJwtProvider',
    'connector',
    'addMcpServer',
  ],
  // … and hands it over: no other members and calls are read.
  [
    'Servers',
    'servers',
    'SERVERS',
    'server_url',
    'serverUrl',
    'connectorId',
    'connector_id',
    'MCPServer',
    'McpServer',
    'mcpServer',
    'MCP_SERVER',
    'ClientTransport',
    'MCPTransport',
    'MCPClient',
    'McpTool',
    'JwtProvider',
    'CredentialsProvider',
    'args',
    'headers',
    'transport',
  ],
];

/** Bytes of the largest script that is looked at when nobody named it: more are bundles, not sources. */
export const LARGEST_SCRIPT = 1 << 20;
