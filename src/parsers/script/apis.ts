/** What an argument of a call is for the server that the call is about. */
export type Meaning =
  /** Its name. */
  | { readonly as: 'name' }
  /** Its address. */
  | { readonly as: 'url' }
  /** Members of its entry, such as `command`, `env` or `requestInit`; of the member `under` where that is there. */
  | { readonly as: 'entry'; readonly under?: string }
  /** A mapping of names to entries, or a list of entries: the first of the members `under` that is there, or all of it. */
  | { readonly as: 'servers'; readonly under: readonly string[] }
  /** What it signs in with. */
  | { readonly as: 'oauth' }
  /** Of no meaning here. */
  | { readonly as: 'other' };

/** A call or a constructor that is handed MCP servers. */
export interface Api {
  readonly id: string;
  /** The last words of what is called; imports under another name are followed. */
  readonly callees: readonly string[];
  /** By the place of the argument. */
  readonly arguments: readonly Meaning[];
}

const ENTRY: Meaning = { as: 'entry' };

/**
 * The calls that hand over servers in another form than a member named as in a config (`names.ts` has those: Claude Agent
 * SDK, `mcp_servers` of Anthropic, Cursor SDK). Where a callee was imported from is not asked: people re-export and wrap
 * these, and the names are not used for anything else. Read from @modelcontextprotocol/sdk 1.32.2 and /client 2.4.0,
 * @ai-sdk/mcp 1.0.102, @mastra/mcp 0.14.5, @openai/agents 0.20.0, @langchain/mcp-adapters 1.1.4, agents 0.32.0 on 2026-11-23.
 */
export const APIS: readonly Api[] = [
  { id: 'mcp-sdk-stdio', callees: ['StdioClientTransport'], arguments: [ENTRY] },
  {
    id: 'mcp-sdk-http',
    callees: ['StreamableHTTPClientTransport', 'SSEClientTransport', 'WebSocketClientTransport'],
    arguments: [{ as: 'url' }, ENTRY],
  },
  {
    id: 'mcp-sdk-auth',
    callees: ['ClientCredentialsProvider', 'PrivateKeyJwtProvider', 'StaticPrivateKeyJwtProvider'],
    arguments: [{ as: 'oauth' }],
  },
  {
    id: 'claude-agent-sdk',
    callees: ['setMcpServers'],
    arguments: [{ as: 'servers', under: [] }],
  },
  {
    id: 'ai-sdk',
    callees: ['createMCPClient', 'experimental_createMCPClient'],
    arguments: [{ as: 'entry', under: 'transport' }],
  },
  {
    id: 'ai-sdk-stdio',
    callees: ['Experimental_StdioMCPTransport', 'StdioMCPTransport'],
    arguments: [ENTRY],
  },
  {
    id: 'mastra',
    callees: ['MCPClient', 'MCPConfiguration'],
    arguments: [{ as: 'servers', under: ['servers'] }],
  },
  {
    id: 'openai-agents',
    callees: ['MCPServerStdio', 'MCPServerStreamableHttp', 'MCPServerSSE'],
    arguments: [ENTRY],
  },
  { id: 'openai-agents-hosted', callees: ['hostedMcpTool'], arguments: [ENTRY] },
  {
    id: 'langchain',
    callees: ['MultiServerMCPClient'],
    arguments: [{ as: 'servers', under: ['mcpServers'] }],
  },
  {
    // `(name, url, options)`, and before 0.3 `(name, url, callbackHost, agentsPrefix, options)`.
    id: 'cloudflare-agents',
    callees: ['addMcpServer'],
    arguments: [{ as: 'name' }, { as: 'url' }, ENTRY, { as: 'other' }, ENTRY],
  },
];

const BY_CALLEE = new Map(APIS.flatMap((api) => api.callees.map((callee) => [callee, api] as const)));

export function apiOf(callee: string): Api | undefined {
  return BY_CALLEE.get(callee);
}
