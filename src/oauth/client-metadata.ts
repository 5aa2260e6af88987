import { CLIENT_AUTHENTICATION_REQUIREMENTS } from './client-authentication.ts';
import { CLIENT_ID_REQUIREMENTS } from './client-id.ts';
import {
  hasTypes,
  holdsNoPrivateKeys,
  holdsNoSecrets,
  IS_OBJECT,
  type MemberType,
  UNIQUE_MEMBERS,
} from './common.ts';
import { memberOf, textOf, textsOf, wordsOf } from './members.ts';
import { isOfMcp, REDIRECT_REQUIREMENTS } from './redirect-uris.ts';
import { atMember, atMissing, atText, type Requirement } from './requirement.ts';
import { isTemplate, takeUrlApart } from './url.ts';

/** Members of RFC 7591 section 2, OpenID Connect Registration section 2 and RFC 9449 section 5.2. */
const TYPES: Readonly<Record<string, MemberType>> = {
  client_id: 'string',
  client_name: 'string',
  client_uri: 'string',
  logo_uri: 'string',
  policy_uri: 'string',
  tos_uri: 'string',
  jwks_uri: 'string',
  jwks: 'object',
  redirect_uris: 'strings',
  post_logout_redirect_uris: 'strings',
  grant_types: 'strings',
  response_types: 'strings',
  contacts: 'strings',
  scope: 'string',
  token_endpoint_auth_method: 'string',
  token_endpoint_auth_signing_alg: 'string',
  application_type: 'string',
  software_id: 'string',
  software_version: 'string',
  software_statement: 'string',
  dpop_bound_access_tokens: 'boolean',
  tls_client_certificate_bound_access_tokens: 'boolean',
};

/** Members that servers show to people as links or pictures. */
export const SHOWN_ADDRESSES = ['client_uri', 'logo_uri', 'policy_uri', 'tos_uri'];

/** The part of a document that servers are recommended to read. */
const SIZE_LIMIT = 5 * 1024;

/** Client ID metadata documents as MCP 2026-07-28 asks for them: draft-00 and MCP's own additions. */
export const CLIENT_METADATA: readonly Requirement[] = [
  IS_OBJECT,
  UNIQUE_MEMBERS,
  hasTypes('RFC 7591 section 2', TYPES),
  holdsNoSecrets('CIMD draft-00 section 3.1', ['client_secret_expires_at']),
  holdsNoPrivateKeys('CIMD draft-02 section 4.1, for what draft-00 section 6.2 calls the public key'),
  ...CLIENT_ID_REQUIREMENTS,
  {
    id: 'client-name',
    level: 'must',
    source: 'MCP 2026-07-28, client registration',
    why: 'Users see this name when they are asked for consent, and authorization servers of MCP refuse a document without it.',
    advice: 'Add "client_name" with the name that users know.',
    check(document) {
      if (!isOfMcp(document)) return [];
      const text = textOf(document.root, 'client_name');
      if (text) return text.text.trim().length > 0 ? [] : [atText(text, 'is empty')];
      return memberOf(document.root, 'client_name') ? [] : atMissing(document, 'client_name');
    },
  },
  ...REDIRECT_REQUIREMENTS,
  ...CLIENT_AUTHENTICATION_REQUIREMENTS,
  {
    id: 'shown-addresses',
    level: 'must',
    source: 'RFC 7591 section 2; CIMD draft-02 section 8.6',
    why: 'Authorization servers show these as links and pictures; a scheme such as "javascript:" or "data:" would run on their pages.',
    advice: 'Write the https URL of a page or a picture.',
    check: ({ root }) =>
      SHOWN_ADDRESSES.flatMap((name) => {
        const text = textOf(root, name);
        const source = text?.text.reveal() ?? '';
        if (!text || isTemplate(source)) return [];
        const scheme = takeUrlApart(source)?.scheme ?? /^\s*([a-z][a-z0-9+.-]{0,30})\s*:/i.exec(source)?.[1];
        return scheme === undefined || /^https?$/i.test(scheme)
          ? []
          : [atText(text, 'is no address of the web')];
      }),
  },
  {
    id: 'grant-types',
    level: 'should',
    source: 'RFC 9700 sections 2.1.2 and 2.4; OAuth 2.1',
    why: 'OAuth 2.1, which MCP builds on, has neither the implicit nor the password grant.',
    advice: 'Use "authorization_code", with "refresh_token" if the client wants to stay signed in.',
    check: ({ root }) =>
      textsOf(root, 'grant_types')
        .filter(({ text }) => /^(?:implicit|password)$/.test(text.reveal()))
        .map((text) => atText(text, 'is a grant that OAuth 2.1 has removed')),
  },
  {
    id: 'refresh-token',
    level: 'should',
    source: 'MCP 2026-07-28, refresh tokens',
    why: '"scope" asks for offline access, but the client does not list the grant that would use it.',
    advice: 'Add "refresh_token" to "grant_types", or take "offline_access" out of "scope".',
    check(document) {
      const scope = textOf(document.root, 'scope')?.text.reveal().split(' ') ?? [];
      if (!scope.includes('offline_access')) return [];
      const grants = wordsOf(document.root, 'grant_types');
      if (grants?.includes('refresh_token')) return [];
      const member = memberOf(document.root, 'grant_types');
      return member
        ? [atMember(member, 'does not list "refresh_token"')]
        : atMissing(document, 'grant_types', 'is missing, so that "refresh_token" is not listed');
    },
  },
  {
    id: 'size',
    level: 'should',
    source: 'CIMD draft-00 section 6 on response sizes, draft-02 section 8.7',
    why: 'Authorization servers are recommended to read 5 kilobytes and no more.',
    advice: 'Put keys behind "jwks_uri" and leave out what registration does not define.',
    check: ({ root, size }) =>
      size > SIZE_LIMIT
        ? [
            {
              range: { start: root.range.start, end: root.range.start + 1 },
              path: ['#size'],
              message: 'The document is larger than 5 kilobytes',
            },
          ]
        : [],
  },
];
