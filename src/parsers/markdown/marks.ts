/**
 * What the bytes of a Markdown file say when it may show a config: of each group one mark, case as given. Nearly every other
 * has none of the first.
 */
export const MARKDOWN_MARKS: readonly (readonly string[])[] = [
  ['mcp', 'MCP', 'Mcp', 'modelcontextprotocol', 'context_servers', 'goose://'],
  [
    'ommand',
    'cmd',
    'url',
    'Url',
    'uri',
    'mcp add',
    'add-mcp',
    'add-json',
    'install',
    'headers',
    'promptString',
    'config=',
  ],
];

/** Every text about MCP has one of these words; of a config for Goose, nothing else may say so. */
const MENTION = /mcp|modelcontextprotocol|context_servers|goose:\/\//i;

/** Does a text have to do with MCP at all? One scan: most Markdown does not. */
export function mentionsMcp(source: string): boolean {
  return MENTION.test(source);
}

/** Every config has one of these: something to start, to call, or to ask for, or a command that adds a server. */
const ENTRY = /command|cmd|url|uri|mcp|headers|env|promptString/i;

/** Could a block show servers? Far cheaper than to parse it. */
export function mayShowServers(source: string): boolean {
  return ENTRY.test(source);
}

/** A larger block is no example for readers. */
export const MAX_BLOCK = 1 << 20;
