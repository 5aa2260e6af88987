import type { Issuer } from '../format.ts';

export const mcpPlatforms = [
  {
    id: 'context7',
    name: 'Context7 (Upstash)',
    rotateUrl: 'https://context7.com/dashboard',
    envNames: ['CONTEXT7_API_KEY'],
    headers: ['CONTEXT7_API_KEY'],
    hosts: ['mcp.context7.com', 'context7.com'],
    formats: [
      {
        id: 'context7-key',
        kind: 'API key',
        prefixes: ['ctx7sk-'],
        pattern: 'ctx7sk-(?=[A-Za-z-]{0,59}[0-9])[A-Za-z0-9-]{20,60}',
        lengths: [43],
      },
    ],
  },
  {
    id: 'composio',
    name: 'Composio',
    rotateUrl: 'https://platform.composio.dev',
    envNames: ['COMPOSIO_API_KEY', 'COMPOSIO_CONSUMER_API_KEY'],
    headers: ['x-consumer-api-key'],
    hosts: ['backend.composio.dev', 'mcp.composio.dev', 'connect.composio.dev'],
    formats: [
      {
        id: 'composio-key',
        kind: 'API key',
        prefixes: ['ak_'],
        pattern: 'ak_(?=[a-z_-]{0,19}[A-Z0-9])[A-Za-z0-9_-]{20}',
      },
      {
        id: 'composio-consumer-key',
        kind: 'API key',
        prefixes: ['ck_'],
        pattern: 'ck_(?=[a-z_-]{0,19}[A-Z0-9])[A-Za-z0-9_-]{20}',
      },
    ],
  },
  {
    id: 'smithery',
    name: 'Smithery',
    rotateUrl: 'https://smithery.ai/account/api-keys',
    envNames: ['SMITHERY_API_KEY', 'SMITHERY_BEARER_AUTH'],
    hosts: ['server.smithery.ai', 'registry.smithery.ai', 'api.smithery.ai'],
    formats: [
      {
        id: 'smithery-key',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: 'zapier',
    name: 'Zapier',
    rotateUrl: 'https://mcp.zapier.com',
    envNames: ['ZAPIER_MCP_API_KEY', 'ZAPIER_API_KEY', 'ZAPIER_WEBHOOK_URL'],
    hosts: ['mcp.zapier.com', 'actions.zapier.com', 'hooks.zapier.com'],
    formats: [
      {
        id: 'zapier-mcp-connection',
        kind: 'access token / secret URL',
        prefixes: ['https://mcp.zapier.com/', 'https://actions.zapier.com/'],
        pattern:
          'https://(?:mcp|actions)\\.zapier\\.com/(?:api/)?mcp/(?:s/)?([A-Za-z0-9+=_-]{20,500})(?:/mcp|/sse)',
        secretGroup: 1,
      },
      {
        id: 'zapier-webhook',
        kind: 'webhook URL',
        prefixes: ['https://hooks.zapier.com/hooks/catch/'],
        pattern: 'https://hooks\\.zapier\\.com/hooks/catch/[0-9]{4,12}/([A-Za-z0-9]{5,12})',
        secretGroup: 1,
        rotateUrl: 'https://zapier.com',
      },
    ],
  },
  {
    id: 'make',
    name: 'Make',
    rotateUrl: 'https://www.make.com/en/help',
    envNames: ['MAKE_API_KEY', 'MAKE_API_TOKEN'],
    hosts: ['make.com'],
    formats: [
      {
        id: 'make-token',
        kind: 'API key / MCP URL',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: 'n8n',
    name: 'n8n',
    envNames: ['N8N_API_KEY', 'N8N_MCP_TOKEN'],
    headers: ['X-N8N-API-KEY'],
    hosts: [],
    formats: [
      {
        id: 'n8n-api-key',
        kind: 'JWT',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        claims: ['"iss":"n8n"'],
      },
      {
        id: 'n8n-api-key-legacy',
        kind: 'API key (legacy)',
        prefixes: ['n8n_api_'],
        pattern: 'n8n_api_[0-9a-f]{40,160}',
      },
    ],
  },
  {
    id: 'pipedream',
    name: 'Pipedream',
    rotateUrl: 'https://pipedream.com/settings/account',
    envNames: ['PIPEDREAM_CLIENT_SECRET', 'PIPEDREAM_API_KEY'],
    hosts: ['api.pipedream.com', 'remote.mcp.pipedream.net'],
    formats: [{ id: 'pipedream-key', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{32}' }],
  },
  {
    id: 'workato',
    name: 'Workato',
    rotateUrl: 'https://app.workato.com',
    envNames: ['WORKATO_API_TOKEN'],
    hosts: ['www.workato.com'],
    formats: [
      {
        id: 'workato-token',
        kind: 'JWT',
        prefixes: ['wrka'],
        pattern: 'wrka[a-z]{0,4}-eyJ[A-Za-z0-9_-]{10,400}\\.[A-Za-z0-9_-]{10,1200}\\.[A-Za-z0-9_-]{10,600}',
      },
    ],
  },
] satisfies readonly Issuer[];
