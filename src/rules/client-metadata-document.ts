import type { Rule } from './rule.ts';

/** Client ID metadata documents as MCP 2026-07-28 asks for them. */
export const clientMetadataDocument: Rule = {
  meta: {
    id: 'client-metadata-document',
    title: 'A client ID metadata document that MCP authorization servers refuse or should not trust',
    category: 'oauth',
    severity: 'error',
    tags: ['security', 'oauth'],
    since: '0.1.0',
    docs: {
      what:
        'A file that a client serves under its "client_id" URL breaks what MCP 2026-07-28 asks for: the OAuth draft it cites ' +
        '(client ID metadata documents, draft-00) and its own additions. Checked are the URL (https, a path, no dot segments, user ' +
        'information or fragment), the members that have to be there, redirect URIs, how the client authenticates, and whether a secret or ' +
        'a private key stands in it. What the specification demands is an error, what it recommends a warning, the rest information. ' +
        'Documents of AT Protocol and Solid clients are not held to what only MCP asks for.',
      why:
        'These documents are public by design: whoever knows the URL reads them, so a secret in one is lost. And they are all that an ' +
        'authorization server knows of the client, so a wrong one keeps every user from signing in, or lets another program take codes. ' +
        'In a host config such a client is no more than this URL as its client id, and no secret belongs beside it. A file does not show which ' +
        'URL serves it and with what headers; that is not checked.',
      fix:
        'Change the member that the finding points at, and serve the file as JSON with status 200 and without a redirect under exactly the ' +
        'URL in "client_id". A secret or private key that stood in it has to be replaced.',
    },
  },
  bad: [
    {
      file: 'public/oauth/client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/oauth/../client-metadata.json",\n  "client_name": "Example",\n  "redirect_uris": ["https://app.example.com/callback", "http://127.0.0.1:3000/callback"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
    {
      file: 'oauth-client.json',
      text: '{\n  "client_id": "https://app.example.com/oauth-client.json",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
    {
      file: 'mcp-client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/mcp-client-metadata.json",\n  "client_name": "Example",\n  "client_secret": "{{opaque}}",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
    {
      file: 'client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/client-metadata.json",\n  "client_name": "Example",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "private_key_jwt",\n  "jwks": { "keys": [{ "kty": "EC", "crv": "P-256", "x": "{{opaque:x}}", "y": "{{opaque:y}}", "d": "{{opaque:d}}" }] }\n}\n',
    },
    {
      file: 'static/client.json',
      text: '{\n  "client_id": "https://app.example.com/client.json",\n  "client_name": "Example",\n  "redirect_uris": ["https://app.example.com/callback", "http://app.example.com/callback"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
    {
      file: 'cimd.json',
      text: '{\n  "client_id": "https://app.example.com/cimd.json",\n  "client_name": "Example",\n  "redirect_uris": ["http://localhost:3000/callback", "http://127.0.0.1:3000/callback"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
  ],
  good: [
    {
      file: 'public/oauth/client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/oauth/client-metadata.json",\n  "client_name": "Example",\n  "client_uri": "https://app.example.com",\n  "logo_uri": "https://app.example.com/logo.png",\n  "redirect_uris": ["https://app.example.com/callback", "http://127.0.0.1:3000/callback", "http://[::1]/callback"],\n  "grant_types": ["authorization_code", "refresh_token"],\n  "response_types": ["code"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
    {
      file: 'client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/client-metadata.json",\n  "client_name": "Example",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "private_key_jwt",\n  "jwks_uri": "https://app.example.com/jwks.json"\n}\n',
    },
  ],
  checkDocument: ({ oauth }) => oauth?.defects['client-metadata'] ?? [],
};
