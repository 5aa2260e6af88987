/**
 * How sure a name makes us that what bears it is about MCP servers. `wrapper`: a member that hosts and SDKs read servers
 * from. `server`: one server or several by its name. `mention`: it speaks of MCP, or is what VS Code calls its servers.
 */
export type Hint = 'wrapper' | 'server' | 'mention';

/** Without case and separators. */
const WRAPPERS = new Set([
  'mcpservers',
  'contextservers',
  'managedmcpservers',
  'disabledmcpservers',
  'mcpserversdisabled',
  'ampmcpservers',
  'augmentadvancedmcpservers',
]);

/** What the name of a variable, a member, a function or a type says of a value. */
export function hintOf(name: string): Hint | undefined {
  if (!/mcp|servers$/i.test(name)) return undefined;
  const plain = name.replace(/[^A-Za-z]/g, '').toLowerCase();
  if (WRAPPERS.has(plain)) return 'wrapper';
  if (/mcpserver/.test(plain)) return 'server';
  return /mcp/.test(plain) || plain === 'servers' ? 'mention' : undefined;
}

/** The same of a type: `Record<string, McpServerConfig>`, `StdioServerParameters`. */
export function hintOfType(type: string): Hint | undefined {
  if (/StdioServerParameters/.test(type)) return 'server';
  return hintOf(type) && 'mention';
}
