import { CLIENT_REQUIREMENTS } from './client-requirements.ts';
import {
  hasNoEmptyLists,
  hasNoEntry,
  hasTypes,
  holdsNoPrivateKeys,
  holdsNoSecrets,
  IS_OBJECT,
  isPresent,
  type MemberType,
  UNIQUE_MEMBERS,
  when,
} from './common.ts';
import type { OAuthDocument } from './document.ts';
import { ISSUER_REQUIREMENTS, issuerOf } from './issuer-requirements.ts';
import { isTrue, memberOf, type Text, textOf, textsOf, wordsOf } from './members.ts';
import { atMember, atMissing, atText, type Requirement } from './requirement.ts';
import { SIGNED_METADATA_REQUIREMENTS } from './signed-metadata.ts';
import { findLoopbackHttp, findNotHttps, findParts } from './web-addresses.ts';

const METADATA = 'RFC 8414 section 2';
const PKCE = 'MCP 2026-07-28, authorization code protection';

/** Lists of RFC 8414 section 2, OpenID Connect Discovery section 3 and RFC 9449 section 5.1. */
const LISTS = [
  'scopes_supported',
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'revocation_endpoint_auth_methods_supported',
  'introspection_endpoint_auth_methods_supported',
  'code_challenge_methods_supported',
  'dpop_signing_alg_values_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
];

/** Addresses that requests with codes, tokens or credentials go to, or keys come from. */
const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'jwks_uri',
  'revocation_endpoint',
  'introspection_endpoint',
  'userinfo_endpoint',
  'device_authorization_endpoint',
  'pushed_authorization_request_endpoint',
  'end_session_endpoint',
  'backchannel_authentication_endpoint',
];

const TYPES: Readonly<Record<string, MemberType>> = {
  issuer: 'string',
  signed_metadata: 'string',
  ...Object.fromEntries(LISTS.map((name) => [name, 'strings' as const])),
  ...Object.fromEntries(ENDPOINTS.map((name) => [name, 'string' as const])),
  client_id_metadata_document_supported: 'boolean',
  authorization_response_iss_parameter_supported: 'boolean',
  require_pushed_authorization_requests: 'boolean',
  tls_client_certificate_bound_access_tokens: 'boolean',
};

// Kubernetes has `urn:kubernetes:programmatic_authorization` in place of an address that it does not have.
const endpointsOf = (document: OAuthDocument): Text[] =>
  ENDPOINTS.filter((name) => name !== 'authorization_endpoint' || servesClients(document)).flatMap(
    (name) => textOf(document.root, name) ?? [],
  );

/**
 * Issuers of tokens for workloads (GitHub Actions, Kubernetes) publish the same document for those who check the tokens.
 * No client signs in there, and they have no token endpoint.
 */
function servesClients({ root }: OAuthDocument): boolean {
  const types = wordsOf(root, 'response_types_supported') ?? [];
  return (
    memberOf(root, 'token_endpoint') !== undefined ||
    types.length === 0 ||
    types.some((type) => type !== 'id_token')
  );
}

/** The default of `grant_types_supported` holds the code grant. */
function usesCodes(document: OAuthDocument): boolean {
  const grants = wordsOf(document.root, 'grant_types_supported');
  return servesClients(document) && (grants?.includes('authorization_code') ?? true);
}

/** Authorization server metadata (RFC 8414, and OpenID Connect Discovery) as MCP 2026-07-28 uses it. */
export const AUTHORIZATION_SERVER: readonly Requirement[] = [
  IS_OBJECT,
  UNIQUE_MEMBERS,
  hasTypes(METADATA, TYPES),
  hasNoEmptyLists('RFC 8414 section 3.2', LISTS),
  holdsNoSecrets('RFC 8414 section 3: the document is public'),
  holdsNoPrivateKeys('RFC 8414 section 3: the document is public'),
  ...ISSUER_REQUIREMENTS,
  {
    id: 'issuer-user-info',
    level: 'should',
    source: 'RFC 3986 section 7.5',
    why: 'The document is public, and so is a password in it.',
    advice: 'Take the user name and the password out of the URL.',
    check: (document) =>
      findParts(
        [...issuerOf(document), ...endpointsOf(document)],
        'userInfo',
        'has a user name or a password',
      ),
  },
  {
    id: 'response-types-present',
    level: 'must',
    source: METADATA,
    why: 'Clients that check the document refuse it.',
    advice: 'Add "response_types_supported": ["code"].',
    ...isPresent('response_types_supported'),
  },
  when(usesCodes, {
    id: 'code-response',
    level: 'should',
    source: 'MCP 2026-07-28, overview; OAuth 2.1',
    why: 'MCP clients sign users in with authorization codes, and this server says that it answers with none.',
    advice: 'List "code", or leave "authorization_code" out of "grant_types_supported".',
    check: ({ root }) => {
      const member = memberOf(root, 'response_types_supported');
      const types = wordsOf(root, 'response_types_supported') ?? [];
      return member && types.length > 0 && !types.some((type) => type.split(' ').includes('code'))
        ? [atMember(member, 'does not list "code"')]
        : [];
    },
  }),
  when(usesCodes, {
    id: 'authorization-endpoint-present',
    level: 'must',
    source: METADATA,
    why: 'Clients do not know where to send users.',
    advice: 'Add "authorization_endpoint".',
    ...isPresent('authorization_endpoint'),
  }),
  when(servesClients, {
    id: 'token-endpoint-present',
    level: 'must',
    source: METADATA,
    why: 'Clients do not know where to get tokens.',
    advice: 'Add "token_endpoint".',
    ...isPresent('token_endpoint'),
  }),
  {
    id: 'endpoints-https',
    level: 'must',
    source: 'MCP 2026-07-28, communication security; RFC 8414 section 2',
    why: 'Codes, tokens and keys travel here, and over http everybody on the way can take or change them.',
    advice: 'Serve it over https and write that URL.',
    check: (document) => findNotHttps(endpointsOf(document)),
  },
  {
    id: 'endpoint-fragment',
    level: 'must',
    source: 'RFC 6749 sections 3.1 and 3.2',
    why: 'A fragment is never sent to a server.',
    advice: 'Take the fragment off.',
    check: (document) => findParts(endpointsOf(document), 'fragment', 'has a fragment'),
  },
  {
    id: 'loopback-http',
    level: 'note',
    source: METADATA,
    why: 'Fine while developing. Nobody else can use such an address, and the specification wants https.',
    advice: 'Write the https URL before others use it.',
    check: (document) => findLoopbackHttp([...issuerOf(document), ...endpointsOf(document)]),
  },
  when(usesCodes, {
    id: 'pkce-stated',
    level: 'must',
    source: PKCE,
    why: 'Its absence means that the server does not do PKCE, and MCP clients have to refuse such a server.',
    advice: 'Support PKCE and add "code_challenge_methods_supported": ["S256"].',
    ...isPresent('code_challenge_methods_supported'),
  }),
  when(usesCodes, {
    id: 'pkce-s256',
    level: 'must',
    source: PKCE,
    why: 'MCP clients use S256 and find that this server does not take it.',
    advice: 'Support S256 and list it.',
    check: ({ root }) => {
      const member = memberOf(root, 'code_challenge_methods_supported');
      const methods = wordsOf(root, 'code_challenge_methods_supported') ?? [];
      return member?.value.kind === 'sequence' && methods.length > 0 && !methods.includes('S256')
        ? [atMember(member, 'does not list "S256"')]
        : [];
    },
  }),
  {
    id: 'pkce-plain',
    level: 'note',
    source: 'RFC 7636 section 7.2',
    why: 'With "plain" whoever reads the request can redeem the code.',
    advice: 'Offer "S256" alone.',
    check: hasNoEntry(['code_challenge_methods_supported'], 'plain', 'protects nothing'),
  },
  ...CLIENT_REQUIREMENTS,
  {
    id: 'assertion-algorithms',
    level: 'must',
    source: METADATA,
    why: 'Clients that sign their requests cannot know how.',
    advice: 'Add "token_endpoint_auth_signing_alg_values_supported", for example ["ES256"].',
    check: (document) => {
      const signed = textsOf(document.root, 'token_endpoint_auth_methods_supported').find(({ text }) =>
        /^(?:private_key_jwt|client_secret_jwt)$/.test(text.reveal()),
      );
      return signed && !memberOf(document.root, 'token_endpoint_auth_signing_alg_values_supported')
        ? [atText(signed, 'needs "token_endpoint_auth_signing_alg_values_supported"')]
        : [];
    },
  },
  {
    id: 'signing-none',
    level: 'must',
    source: METADATA,
    why: 'With "none" there is no signature, and anybody can sign in as any client.',
    advice: 'Take "none" out of the list.',
    check: hasNoEntry(
      ['token_endpoint_auth_signing_alg_values_supported'],
      'none',
      'stands for no signature',
    ),
  },
  {
    id: 'password-grant',
    level: 'should',
    source: 'RFC 9700 section 2.4; OAuth 2.1',
    why: 'With this grant users give their passwords to clients. It must not be used any more, and OAuth 2.1 does not have it.',
    advice: 'Take "password" out of the list, and the grant out of the server.',
    check: hasNoEntry(['grant_types_supported'], 'password', 'is the password grant'),
  },
  {
    id: 'implicit-grant',
    level: 'note',
    source: 'RFC 9700 section 2.1.2; OAuth 2.1',
    why: 'Access tokens in the address of a page leak through histories and logs. OAuth 2.1 does not have this flow, and MCP clients do not use it.',
    advice: 'Switch the implicit flow off unless old clients need it.',
    check: ({ root }) => {
      const found = [
        ...textsOf(root, 'grant_types_supported').filter(({ text }) => text.reveal() === 'implicit'),
        ...textsOf(root, 'response_types_supported').filter(({ text }) =>
          text.reveal().split(' ').includes('token'),
        ),
      ];
      return found.slice(0, 1).map((text) => atText(text, 'offers the implicit flow'));
    },
  },
  when(usesCodes, {
    id: 'issuer-in-answers',
    level: 'should',
    source: 'MCP 2026-07-28, authorization response validation; RFC 9207 section 2.3',
    why: 'Servers should name themselves in their answers, so that clients that use several cannot be sent the code of another; those that do have to say so here.',
    advice:
      'Send "iss" with every authorization response and add "authorization_response_iss_parameter_supported": true.',
    check: (document) => {
      const name = 'authorization_response_iss_parameter_supported';
      const member = memberOf(document.root, name);
      if (!member) return atMissing(document, name);
      const isFalse =
        member.value.kind === 'scalar' && member.value.type === 'boolean' && !isTrue(document.root, name);
      return isFalse ? [atMember(member, 'is false')] : [];
    },
  }),
  ...SIGNED_METADATA_REQUIREMENTS,
];
