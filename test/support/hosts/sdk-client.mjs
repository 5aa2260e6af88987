// An MCP client as the SDK makes it, without anything of its own: starts every server of a config with the environment
// that the SDK gives by default and the entry's own, and lists its tools. Usage: node sdk-client.mjs CONFIG
import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const { mcpServers } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const { command, args, env } of Object.values(mcpServers)) {
  const client = new Client({ name: 'bare', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ command, args, env, stderr: 'inherit' }));
  await client.listTools();
  await client.close();
}
