import { memberOf, textOf } from './members.ts';
import { atMember, atMissing, atText, type Requirement } from './requirement.ts';

/** Methods that need a secret that both sides know (RFC 7591 section 2, OpenID Connect Core section 9). */
const SHARED_SECRET = new Set(['client_secret_basic', 'client_secret_post', 'client_secret_jwt']);

/** What is asked of how the client proves who it is. */
export const CLIENT_AUTHENTICATION_REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'shared-secret-method',
    level: 'must',
    source: 'CIMD draft-00 section 3.1, draft-02 section 4.1',
    why: 'Nobody gave this client a secret, so there is nothing that it could authenticate with.',
    advice: 'Use "none" for a client on the user\'s machine, or "private_key_jwt" with "jwks_uri".',
    check({ root }) {
      const text = textOf(root, 'token_endpoint_auth_method');
      return text && SHARED_SECRET.has(text.text.reveal())
        ? [atText(text, 'is a method with a shared secret')]
        : [];
    },
  },
  {
    id: 'method-stated',
    level: 'note',
    source: 'RFC 7591 section 2',
    why: 'Without it the default is "client_secret_basic", which such a client cannot use; servers that apply defaults refuse the document.',
    advice: 'Add "token_endpoint_auth_method": "none", or "private_key_jwt" with "jwks_uri".',
    check: (document) =>
      memberOf(document.root, 'token_endpoint_auth_method')
        ? []
        : atMissing(document, 'token_endpoint_auth_method'),
  },
  {
    id: 'key-for-assertion',
    level: 'must',
    source: 'CIMD draft-00 section 6.2; MCP 2026-07-28, client registration',
    why: "The authorization server finds no key to check the client's signature with, so no token request succeeds.",
    advice: 'Add "jwks_uri" with the https URL of the public keys.',
    check({ root }) {
      const text = textOf(root, 'token_endpoint_auth_method');
      const hasKeys = memberOf(root, 'jwks') ?? memberOf(root, 'jwks_uri');
      return text?.text.reveal() === 'private_key_jwt' && !hasKeys
        ? [atText(text, 'needs keys, and there is neither "jwks" nor "jwks_uri"')]
        : [];
    },
  },
  {
    id: 'one-key-source',
    level: 'must',
    source: 'RFC 7591 section 2',
    why: 'Servers differ in which of the two they take, and registration forbids both.',
    advice: 'Keep "jwks_uri", under which keys can be replaced.',
    check({ root }) {
      const keys = memberOf(root, 'jwks');
      return keys && memberOf(root, 'jwks_uri') ? [atMember(keys, 'stands beside "jwks_uri"')] : [];
    },
  },
];
