const MARKS = ['mcpServers', 'mcp_servers', 'mcp-servers', 'context_servers', 'modelcontextprotocol', 'mcp-remote', '"servers"', '"mcp"'];

/** Could these bytes be a config with MCP servers? A cheap look that says no for nearly every other JSON file. */
export function mayHoldServers(bytes: Buffer): boolean {
  if (MARKS.some((mark) => bytes.includes(mark))) return true;
  // A server, or a list or mapping of servers, without a wrapper.
  if (bytes.includes('"command"')) return bytes.includes('"args"') || bytes.includes('"env"');
  return bytes.includes('"url"') && (bytes.includes('"headers"') || /"(?:type|transport)"/.test(bytes.toString('latin1', 0, 1 << 16)));
}
