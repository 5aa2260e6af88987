/**
 * What the bytes of a YAML file say when it may hold MCP servers, itself or in the commands of a workflow or a compose file:
 * of each group one mark, case as given.
 */
export const YAML_MARKS: readonly (readonly string[])[] = [
  // It speaks of MCP, or is Goose's own, …
  [
    'mcp',
    'MCP',
    'Mcp',
    'modelcontextprotocol',
    'context_servers',
    'extensions:',
    'supergateway',
    'TOOL_SERVER_CONNECTIONS',
  ],
  // … and has something to start or to call.
  ['ommand', 'cmd', 'url', 'Url', 'uri', 'image:', 'build:', 'run:', 'with:', 'args:', 'secrets:'],
];
