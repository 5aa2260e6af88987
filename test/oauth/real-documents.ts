/** A published document, its facts rewritten, and what is to be said of it. */
export interface RealDocument {
  readonly what: string;
  readonly path: string;
  readonly content: unknown;
  readonly expected: readonly string[];
}

const CODES = ['authorization_code', 'refresh_token'];

/** Documents of clients, MCP servers and authorization servers as they were seen between 2026-07 and 2026-11. */
export const REAL_DOCUMENTS: readonly RealDocument[] = [
  {
    what: 'an editor with a loopback port and a page of its own',
    path: '/site/oauth/client-metadata.json',
    content: {
      client_name: 'Visual Studio Code',
      client_id: 'https://vscode.dev/oauth/client-metadata.json',
      client_uri: 'https://vscode.dev/product',
      logo_uri: 'https://vscode.dev/static/stable/code-192.png',
      application_type: 'native',
      grant_types: [...CODES, 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
      redirect_uris: ['http://127.0.0.1:33418/', 'https://vscode.dev/redirect'],
      token_endpoint_auth_method: 'none',
    },
    expected: [],
  },
  {
    what: 'a command line client with loopback addresses alone',
    path: '/site/oauth/claude-code-client-metadata',
    content: {
      client_id: 'https://claude.ai/oauth/claude-code-client-metadata',
      client_name: 'Claude Code',
      client_uri: 'https://claude.ai',
      redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback'],
      grant_types: CODES,
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    expected: ['info redirect-uris-loopback-only'],
  },
  {
    what: 'a hosted client that signs its requests',
    path: '/site/oauth/client.json',
    content: {
      client_id: 'https://chatgpt.com/oauth/client.json',
      client_name: 'ChatGPT',
      client_uri: 'https://chatgpt.com/',
      redirect_uris: ['https://chatgpt.com/connector_platform_oauth_redirect'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
      token_endpoint_auth_signing_alg: 'RS256',
      jwks_uri: 'https://chatgpt.com/oauth/jwks.json',
      grant_types: CODES,
      response_types: ['code'],
    },
    expected: [],
  },
  {
    what: 'a web client without authentication',
    path: '/site/public/oauth/client-metadata.json',
    content: {
      client_id: 'https://mcptest.io/oauth/client-metadata.json',
      client_name: 'mcptest-io',
      client_uri: 'https://mcptest.io/',
      redirect_uris: ['https://mcptest.io/oauth/callback'],
      grant_types: CODES,
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'web',
    },
    expected: ['info web-client-authentication'],
  },
  {
    what: 'a client with a scheme of its own',
    path: '/site/.well-known/client-metadata.json',
    content: {
      client_id: 'https://cursor.com/.well-known/client-metadata.json',
      client_name: 'Cursor IDE',
      redirect_uris: [
        'http://127.0.0.1:54321/callback',
        'http://localhost:54321/callback',
        'cursor://anysphere.cursor-mcp/oauth/callback',
      ],
      token_endpoint_auth_method: 'none',
    },
    expected: ['error redirect-uri-https'],
  },
  {
    what: 'an application of AT Protocol, which MCP asks nothing of',
    path: '/site/public/client-metadata.json',
    content: {
      client_id: 'https://feed-moderator.netlify.app/client-metadata.json',
      redirect_uris: ['https://feed-moderator.netlify.app/callback', 'app.netlify.feed-moderator:/callback'],
      scope: 'atproto',
      grant_types: CODES,
      token_endpoint_auth_method: 'none',
      application_type: 'native',
      dpop_bound_access_tokens: true,
    },
    expected: [],
  },
  {
    what: 'a resource at the place of its path',
    path: '/site/public/.well-known/oauth-protected-resource/mcp',
    content: {
      resource: 'https://casuar-jet.vercel.app/mcp',
      authorization_servers: ['https://casuar-jet.vercel.app'],
      scopes_supported: ['casuar:read', 'casuar:write'],
      bearer_methods_supported: ['header'],
    },
    expected: [],
  },
  {
    what: 'a resource that lists the metadata of its server instead of the issuer',
    path: '/site/public/.well-known/oauth-protected-resource',
    content: {
      resource: 'https://mcp.eveoy.com/mcp',
      authorization_servers: ['https://www.eveoy.com/.well-known/oauth-authorization-server'],
      bearer_methods_supported: ['header'],
      resource_documentation: 'https://www.eveoy.com/auth.md',
    },
    expected: ['info resource-root-place', 'error authorization-server-metadata-url'],
  },
  {
    what: 'a note that there is nothing to sign in to, at the place of a document',
    path: '/site/public/.well-known/oauth-protected-resource/mcp',
    content: { error: 'oauth_discovery_not_configured', message: 'Configure a static header.' },
    expected: ['error resource-present', 'error authorization-servers'],
  },
  {
    what: 'an authorization server that MCP clients can use',
    path: '/site/public/.well-known/oauth-authorization-server',
    content: {
      issuer: 'https://auth.trypackai.com',
      authorization_endpoint: 'https://auth.trypackai.com/oauth2/authorize',
      token_endpoint: 'https://auth.trypackai.com/oauth2/token',
      jwks_uri: 'https://cognito-idp.us-east-1.amazonaws.com/pool/.well-known/jwks.json',
      response_types_supported: ['code'],
      grant_types_supported: CODES,
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
    },
    expected: ['warning issuer-in-answers'],
  },
  {
    what: 'a server for new clients through registration alone',
    path: '/site/public/.well-known/oauth-authorization-server',
    content: {
      issuer: 'https://raindrop-mcp.anuragd.me',
      authorization_endpoint: 'https://raindrop-mcp.anuragd.me/authorize',
      token_endpoint: 'https://raindrop-mcp.anuragd.me/token',
      registration_endpoint: 'https://raindrop-mcp.anuragd.me/register',
      response_types_supported: ['code'],
      grant_types_supported: CODES,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
      code_challenge_methods_supported: ['S256'],
    },
    expected: ['warning client-metadata-support', 'warning issuer-in-answers'],
  },
  {
    what: 'the metadata of another issuer, copied to a site of its own',
    path: '/site/public/.well-known/oauth-authorization-server',
    content: {
      issuer: 'https://securetoken.google.com/some-gateway-prod',
      authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      token_endpoint: 'https://oauth2.googleapis.com/token',
      response_types_supported: ['id_token', 'code', 'token'],
      grant_types_supported: [...CODES, 'implicit'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      code_challenge_methods_supported: ['plain', 'S256'],
    },
    expected: [
      'warning issuer-root-place',
      'info pkce-plain',
      'info implicit-grant',
      'warning issuer-in-answers',
    ],
  },
  {
    what: 'a site that only lets machines in',
    path: '/site/public/.well-known/oauth-authorization-server',
    content: {
      issuer: 'https://ant.design',
      authorization_endpoint: 'https://ant.design/authorize',
      token_endpoint: 'https://ant.design/token',
      grant_types_supported: ['client_credentials'],
      response_types_supported: ['none'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
    },
    expected: [],
  },
  {
    what: 'a site with reserved endpoints and no PKCE',
    path: '/site/public/.well-known/oauth-authorization-server',
    content: {
      issuer: 'https://deepworkplan.com',
      authorization_endpoint: 'https://deepworkplan.com/oauth/authorize',
      token_endpoint: 'https://deepworkplan.com/oauth/token',
      grant_types_supported: ['authorization_code'],
      response_types_supported: ['code'],
      scopes_supported: [],
      token_endpoint_auth_methods_supported: ['none'],
    },
    expected: ['error empty-lists', 'error pkce-stated', 'warning issuer-in-answers'],
  },
];
