import type { Rule } from './rule.ts';

const REST =
  '"authorization_response_iss_parameter_supported": true,\n  "token_endpoint_auth_methods_supported": ["none"]\n}\n';
const ENDPOINTS =
  '"issuer": "https://auth.example.com",\n  "authorization_endpoint": "https://auth.example.com/authorize",\n  "token_endpoint": "https://auth.example.com/token",\n  ';

/** Authorization server metadata (RFC 8414, OpenID Connect Discovery) as MCP uses it. */
export const authorizationServerMetadata: Rule = {
  meta: {
    id: 'authorization-server-metadata',
    title: 'Authorization server metadata that MCP clients cannot or must not use',
    category: 'oauth',
    severity: 'error',
    tags: ['security', 'oauth'],
    since: '0.1.0',
    docs: {
      what:
        'A document under /.well-known/oauth-authorization-server or /.well-known/openid-configuration breaks RFC 8414 or what MCP ' +
        '2026-07-28 adds to it: "issuer" is missing, is not https, has a query or a fragment, or has another path than the place of the ' +
        'file stands for; an endpoint is missing or not https; PKCE with S256 is not listed; new clients can only register dynamically, which is ' +
        'deprecated; grants that OAuth 2.1 has removed are offered; the server does not name itself in its answers. For a server without the ' +
        'code grant, what is about codes is left out.',
      why:
        'The document is public by design, and MCP clients refuse a server by it: without PKCE they must not go on, with a foreign issuer they ' +
        'must not use it. Users who cannot sign in put a static key into their host config instead. MCP asks this of authorization servers ' +
        'and clients, not of those who write configs; a server that no MCP client uses need not follow it.',
      fix: 'Change the member that the finding points at, where the server supports it, and the server where it does not: the document only says what is so.',
    },
  },
  bad: [
    {
      file: '.well-known/oauth-authorization-server',
      text: `{\n  ${ENDPOINTS}"response_types_supported": ["code"],\n  ${REST}`,
    },
    {
      file: '.well-known/oauth-authorization-server/tenant1',
      text: `{\n  ${ENDPOINTS}"response_types_supported": ["code"],\n  "code_challenge_methods_supported": ["S256"],\n  ${REST}`,
    },
    {
      file: 'public/.well-known/openid-configuration',
      text: `{\n  ${ENDPOINTS}"registration_endpoint": "https://auth.example.com/register",\n  "response_types_supported": ["code"],\n  "code_challenge_methods_supported": ["S256"],\n  ${REST}`,
    },
    {
      file: 'as-metadata.json',
      text: `{\n  ${ENDPOINTS}"jwks_uri": "http://auth.example.com/jwks.json",\n  "response_types_supported": ["code"],\n  "code_challenge_methods_supported": ["S256"],\n  ${REST}`,
    },
  ],
  good: [
    {
      file: '.well-known/oauth-authorization-server',
      text: `{\n  ${ENDPOINTS}"jwks_uri": "https://auth.example.com/jwks.json",\n  "response_types_supported": ["code"],\n  "code_challenge_methods_supported": ["S256"],\n  "client_id_metadata_document_supported": true,\n  ${REST}`,
    },
    {
      file: '.well-known/openid-configuration/tenant1',
      text: '{\n  "issuer": "https://auth.example.com/tenant1",\n  "token_endpoint": "https://auth.example.com/tenant1/token",\n  "response_types_supported": ["none"],\n  "grant_types_supported": ["client_credentials"]\n}\n',
    },
  ],
  checkDocument: ({ oauth }) => oauth?.defects['authorization-server'] ?? [],
};
