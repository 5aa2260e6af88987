import { label } from '../core/label.ts';
import type { Launch } from '../core/launch.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { type SseRequest, sseRequest } from '../servers/sse-request.ts';
import type { Rule } from './rule.ts';

/** HTTP+SSE to a remote server. */
export const deprecatedTransport: Rule = {
  meta: {
    id: 'deprecated-transport',
    title: 'A remote server is called over the deprecated HTTP+SSE transport',
    category: 'catalogue',
    severity: 'info',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'An entry asks for the HTTP+SSE transport ("type": "sse", mcp-remote --transport sse-only, supergateway --sse), or its ' +
        'address is one that the vendor has replaced by a Streamable HTTP one. Servers of this machine are left alone.',
      why:
        'The MCP specification replaced HTTP+SSE by Streamable HTTP in 2025 and now lists it as deprecated. Vendors ' +
        'switch their /sse addresses off one by one, and newer protection, such as checks of the origin and of the protocol version, is only in the new one.',
      fix: 'Use "type": "http" and the Streamable HTTP address of the vendor.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "docs": { "type": "sse", "url": "https://mcp.example.com/sse" }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "sentry": { "command": "npx", "args": ["-y", "mcp-remote@0.1.29", "https://mcp.sentry.dev/sse"] }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "docs": { "command": "npx", "args": ["-y", "mcp-remote@0.1.29", "https://mcp.example.com/mcp", "--transport", "sse-only"] }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "docs": { "type": "http", "url": "https://mcp.example.com/mcp" }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "sentry": { "command": "npx", "args": ["-y", "mcp-remote@0.1.29", "https://mcp.sentry.dev/mcp"] }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "local": { "type": "sse", "url": "http://localhost:8000/sse" }\n  }\n}\n',
    },
  ],
  checkServer(facts) {
    const { launch, known, server } = facts;
    const { endpoint } = launch;
    if (!endpoint || endpoint.reach === 'loopback') return [];
    const request = sseRequest(facts);
    const replaced = isReplacedAddress(facts);
    if (!request && !replaced) return [];
    const name = label(server.name);
    const current = known?.by === 'url' ? known.server.remote?.url : undefined;
    return [
      {
        range: replaced ? endpoint.url.range : request!.range,
        path: replaced ? endpoint.path : request!.path,
        severity: 'info',
        message: replaced
          ? `Server "${name}" is called at an SSE address that ${known!.server.provider} has replaced`
          : `Server "${name}" is called over HTTP+SSE, which the MCP specification lists as deprecated`,
        why: replaced
          ? 'Vendors switch their SSE addresses off; the transport is deprecated by the MCP specification.'
          : 'Streamable HTTP replaced it; hosts and vendors may drop it any time.',
        advice: adviceFor(request, launch, current),
        server,
      },
    ];
  },
};

/** An `/sse` address that the catalogue lists as given up. Other given-up addresses are no matter of the transport. */
function isReplacedAddress({ launch, known }: ServerFacts): boolean {
  return known?.deprecatedUrl === true && endsInSse(launch.endpoint!.pathname);
}

function endsInSse(pathname: string): boolean {
  return /\/sse\/?$/.test(pathname);
}

function adviceFor(
  request: SseRequest | undefined,
  { endpoint }: Launch,
  current: string | undefined,
): string {
  const { pathname, bridge } = endpoint!;
  const hint = endsInSse(pathname) ? ' (often /mcp in place of /sse)' : '';
  const address =
    current === undefined || endsInSse(current)
      ? `Look for a Streamable HTTP address of this server${hint}`
      : `Use ${current}`;
  if (!request) return `${address}.`;
  return request.by === 'declaration'
    ? `${address} and set the type to Streamable HTTP ("http" in most hosts).`
    : `${address} and let ${bridge} use Streamable HTTP.`;
}
