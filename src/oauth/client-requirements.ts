import type { OAuthDocument } from './document.ts';
import { isTrue, memberOf, wordsOf } from './members.ts';
import { atMember, type Requirement } from './requirement.ts';

/** How new clients get to know an authorization server: metadata documents in place of registration. */
export const CLIENT_REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'client-metadata-support',
    level: 'should',
    source: 'MCP 2026-07-28, client registration',
    why: 'Dynamic registration is deprecated in MCP since 2026-07-28 and may be removed from revisions of 2027-07-28 on; client ID metadata documents take its place.',
    advice: 'Support client ID metadata documents and add "client_id_metadata_document_supported": true.',
    check: ({ root }) => {
      const registration = memberOf(root, 'registration_endpoint');
      return registration && !isTrue(root, 'client_id_metadata_document_supported')
        ? [atMember(registration, 'is the only way for new clients')]
        : [];
    },
  },
  {
    id: 'client-metadata-methods',
    level: 'should',
    source: 'CIMD draft-00 section 3.1; RFC 8414 section 2',
    why: 'Clients with a metadata document have no secret, and this server offers them no way to go without one.',
    advice: 'Add "none", or "private_key_jwt", to "token_endpoint_auth_methods_supported".',
    check: (document) => {
      const methods = methodsOf(document);
      const support = memberOf(document.root, 'client_id_metadata_document_supported');
      return support && isTrue(document.root, support.name) && methods.every((method) => isSecret(method))
        ? [atMember(support, 'is true, but every authentication method needs a secret')]
        : [];
    },
  },
  {
    id: 'client-metadata-public',
    level: 'note',
    source: 'CIMD draft-00 section 3.1; RFC 8414 section 2',
    why: "Clients on a user's machine cannot keep a key, so most clients with a metadata document find no method here.",
    advice: 'Add "none" to "token_endpoint_auth_methods_supported" if such clients are wanted.',
    check: (document) => {
      const methods = methodsOf(document);
      const support = memberOf(document.root, 'client_id_metadata_document_supported');
      const isForKeysOnly = !methods.includes('none') && !methods.every((method) => isSecret(method));
      return support && isTrue(document.root, support.name) && isForKeysOnly
        ? [atMember(support, 'is true, but clients without a key cannot sign in')]
        : [];
    },
  },
];

/** The authentication methods of the token endpoint, with the default of RFC 8414. */
function methodsOf({ root }: OAuthDocument): readonly string[] {
  return wordsOf(root, 'token_endpoint_auth_methods_supported') ?? ['client_secret_basic'];
}

function isSecret(method: string): boolean {
  return method.startsWith('client_secret_');
}
