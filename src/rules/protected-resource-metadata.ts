import type { Rule } from './rule.ts';

/** Protected resource metadata (RFC 9728) as MCP uses it. */
export const protectedResourceMetadata: Rule = {
  meta: {
    id: 'protected-resource-metadata',
    title: 'Protected resource metadata that MCP clients cannot or must not use',
    category: 'oauth',
    severity: 'error',
    tags: ['security', 'oauth'],
    since: '0.1.0',
    docs: {
      what:
        'A document that an MCP server serves under /.well-known/oauth-protected-resource breaks RFC 9728 or what MCP 2026-07-28 adds to ' +
        'it: "resource" is missing, is not https, has a fragment, or has another path than the place of the file stands for; no ' +
        'authorization server is listed, or the address of its metadata instead of its issuer; tokens are invited in the query; ' +
        '"offline_access" is among the scopes; a secret stands in it.',
      why:
        'The document is public by design, and it is how a client with nothing but the URL of a server finds out where to sign in. When it is wrong, ' +
        'users fall back to what this linter otherwise complains about: a static key in the host config. A wrong "resource" or issuer also ' +
        'decides whom the token is made for.',
      fix: 'Change the member that the finding points at. Compare "resource" with the URL in the host configs of the users, character by character: clients do.',
    },
  },
  bad: [
    {
      file: 'public/.well-known/oauth-protected-resource',
      text: '{\n  "resource": "https://mcp.example.com",\n  "authorization_servers": ["https://auth.example.com/.well-known/oauth-authorization-server"]\n}\n',
    },
    {
      file: '.well-known/oauth-protected-resource/mcp',
      text: '{\n  "resource": "https://mcp.example.com/api",\n  "authorization_servers": ["https://auth.example.com"]\n}\n',
    },
    {
      file: '.well-known/oauth-protected-resource.json',
      text: '{\n  "resource": "https://mcp.example.com",\n  "authorization_servers": ["https://auth.example.com"],\n  "bearer_methods_supported": ["header", "query"]\n}\n',
    },
    {
      file: 'metadata/resource.json',
      text: '{\n  "resource": "https://mcp.example.com/mcp",\n  "authorization_servers": [],\n  "scopes_supported": ["files:read"]\n}\n',
    },
    {
      file: '.well-known/oauth-protected-resource/mcp.json',
      text: '{\n  "resource": "https://mcp.example.com/mcp",\n  "authorization_servers": ["https://auth.example.com"],\n  "scopes_supported": ["files:read", "offline_access"]\n}\n',
    },
  ],
  good: [
    {
      file: 'public/.well-known/oauth-protected-resource',
      text: '{\n  "resource": "https://mcp.example.com",\n  "authorization_servers": ["https://auth.example.com"],\n  "bearer_methods_supported": ["header"],\n  "scopes_supported": ["files:read"]\n}\n',
    },
    {
      file: '.well-known/oauth-protected-resource/mcp',
      text: '{\n  "resource": "https://mcp.example.com/mcp",\n  "authorization_servers": ["https://auth.example.com/tenant1"],\n  "resource_documentation": "https://mcp.example.com/docs"\n}\n',
    },
  ],
  checkDocument: ({ oauth }) => oauth?.defects['protected-resource'] ?? [],
};
