import type { Host } from '../../core/host.ts';
import { OAUTH_HOST_IDS, type OAuthKind } from '../../core/oauth-path.ts';

const TITLES: Readonly<Record<OAuthKind, readonly [title: string, docs: string]>> = {
  'client-metadata': [
    'OAuth client ID metadata document',
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization/client-registration',
  ],
  'protected-resource': ['OAuth protected resource metadata', 'https://www.rfc-editor.org/rfc/rfc9728'],
  'authorization-server': ['OAuth authorization server metadata', 'https://www.rfc-editor.org/rfc/rfc8414'],
};

const PUBLIC = 'Take it out and revoke it: this document is public.';

/** What stands for the host of a file that is no host's config but an OAuth document. */
export function hostOfOAuthDocument(kind: OAuthKind): Host {
  const [title, docs] = TITLES[kind];
  return {
    id: OAUTH_HOST_IDS[kind],
    title,
    files: [],
    servers: [],
    interpolation: [],
    advice: { env: PUBLIC, headers: PUBLIC, args: PUBLIC, url: PUBLIC, other: PUBLIC },
    shared: true,
    docs,
    source: 'CIMD draft-00 and draft-02, RFC 9728, RFC 8414, MCP 2026-07-28',
    checked: '2026-11-23',
  };
}
