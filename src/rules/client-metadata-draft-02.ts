import type { Rule } from './rule.ts';

/** What the newer draft of client ID metadata documents adds. */
export const clientMetadataDraft02: Rule = {
  meta: {
    id: 'client-metadata-draft-02',
    title: 'A client ID metadata document that the newer draft advises against',
    category: 'oauth',
    severity: 'warning',
    tags: ['security', 'oauth'],
    since: '0.1.0',
    docs: {
      what:
        'A client ID metadata document does what draft-02 (July 2026) advises against and draft-00, which MCP 2026-07-28 cites, says ' +
        'nothing about: a "client_id" that is the root of its host or a short link, addresses for logos, pages and keys over http or on ' +
        'hosts that no authorization server may fetch from, a web client that authenticates with nothing.',
      why:
        'Authorization servers move to the newer draft one by one, and some refuse such documents today. The documents are public by design, so ' +
        'what they point at is fetched by strangers and shown to users; a host config that names this client id cannot make up for it. MCP ' +
        'does not ask for it yet, so nothing here is an error, and the rule can be switched off.',
      fix: 'Change the member that the finding points at, or switch the rule off with --rule client-metadata-draft-02:off.',
    },
  },
  bad: [
    {
      file: 'client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/",\n  "client_name": "Example",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
    {
      file: 'public/client.json',
      text: '{\n  "client_id": "https://app.example.com/client.json",\n  "client_name": "Example",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "private_key_jwt",\n  "jwks_uri": "http://app.example.com/jwks.json"\n}\n',
    },
    {
      file: 'oauth-client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/oauth-client-metadata.json",\n  "client_name": "Example",\n  "logo_uri": "https://10.0.0.7/logo.png",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "none"\n}\n',
    },
  ],
  good: [
    {
      file: 'client-metadata.json',
      text: '{\n  "client_id": "https://app.example.com/client-metadata.json",\n  "client_name": "Example",\n  "logo_uri": "https://app.example.com/logo.png",\n  "redirect_uris": ["https://app.example.com/callback"],\n  "token_endpoint_auth_method": "private_key_jwt",\n  "jwks_uri": "https://app.example.com/jwks.json"\n}\n',
    },
  ],
  checkDocument: ({ oauth }) => oauth?.defects['client-metadata-draft-02'] ?? [],
};
