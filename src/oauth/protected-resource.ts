import {
  hasNoEmptyLists,
  hasNoEntry,
  hasTypes,
  holdsNoPrivateKeys,
  holdsNoSecrets,
  IS_OBJECT,
  type MemberType,
  UNIQUE_MEMBERS,
} from './common.ts';
import type { OAuthDocument } from './document.ts';
import { memberOf, type Text, textOf, textsOf } from './members.ts';
import { findAnyPath, findOtherPath } from './place.ts';
import { atMember, atMissing, atText, type Requirement } from './requirement.ts';
import { SIGNED_METADATA_REQUIREMENTS } from './signed-metadata.ts';
import { pathOf } from './url.ts';
import { findLoopbackHttp, findNotHttps, findParts, webUrlOf } from './web-addresses.ts';

/** RFC 9728 section 2. */
const TYPES: Readonly<Record<string, MemberType>> = {
  resource: 'string',
  authorization_servers: 'strings',
  jwks_uri: 'string',
  scopes_supported: 'strings',
  bearer_methods_supported: 'strings',
  resource_signing_alg_values_supported: 'strings',
  resource_name: 'string',
  resource_documentation: 'string',
  resource_policy_uri: 'string',
  resource_tos_uri: 'string',
  tls_client_certificate_bound_access_tokens: 'boolean',
  authorization_details_types_supported: 'strings',
  dpop_signing_alg_values_supported: 'strings',
  dpop_bound_access_tokens_required: 'boolean',
  signed_metadata: 'string',
};

const IDENTIFIER = 'RFC 9728 section 1.2';
const HEADER_ONLY = 'MCP 2026-07-28, access token usage';
const MCP_LOCATION = 'MCP 2026-07-28, authorization server discovery';
const DEVELOPMENT =
  'Fine while developing. Nobody else can use such an address, and the specification wants https.';

const resourceOf = ({ root }: OAuthDocument): Text[] => [textOf(root, 'resource') ?? []].flat();
const serversOf = ({ root }: OAuthDocument): Text[] => textsOf(root, 'authorization_servers');
const keysOf = ({ root }: OAuthDocument): Text[] => [textOf(root, 'jwks_uri') ?? []].flat();

/** Protected resource metadata (RFC 9728) as MCP 2026-07-28 uses it. */
export const PROTECTED_RESOURCE: readonly Requirement[] = [
  IS_OBJECT,
  UNIQUE_MEMBERS,
  hasTypes('RFC 9728 section 2', TYPES),
  hasNoEmptyLists('RFC 9728 section 3.2', [
    'scopes_supported',
    'resource_signing_alg_values_supported',
    'authorization_details_types_supported',
    'dpop_signing_alg_values_supported',
  ]),
  holdsNoSecrets('RFC 9728 section 3: the document is public'),
  holdsNoPrivateKeys('RFC 9728 section 3: the document is public'),
  {
    id: 'resource-present',
    level: 'must',
    source: 'RFC 9728 section 2',
    why: 'Clients compare it with the URL that they call, and must not use a document without it.',
    advice: 'Add "resource" with the URL of the MCP server.',
    check: (document) => (memberOf(document.root, 'resource') ? [] : atMissing(document, 'resource')),
  },
  {
    id: 'resource-https',
    level: 'must',
    source: IDENTIFIER,
    why: 'Tokens are made for this address, and over http everybody on the way can take them.',
    advice: 'Serve the MCP server over https and write that URL.',
    check: (document) => findNotHttps(resourceOf(document)),
  },
  {
    id: 'resource-fragment',
    level: 'must',
    source: IDENTIFIER,
    why: 'Clients must not use a resource identifier with a fragment.',
    advice: 'Take the fragment off.',
    check: (document) => findParts(resourceOf(document), 'fragment', 'has a fragment'),
  },
  {
    id: 'resource-query',
    level: 'should',
    source: IDENTIFIER,
    why: 'Clients that compare URLs, and those that build the place of this document from it, treat a query differently.',
    advice: 'Tell resources apart by path.',
    check: (document) => findParts(resourceOf(document), 'query', 'has a query'),
  },
  {
    id: 'resource-user-info',
    level: 'should',
    source: 'RFC 3986 section 7.5',
    why: 'The document is public, and so is a password in it.',
    advice: 'Take the user name and the password out of the URL.',
    check: (document) => findParts(resourceOf(document), 'userInfo', 'has a user name or a password'),
  },
  {
    id: 'resource-slash',
    level: 'note',
    source: 'MCP 2026-07-28, canonical server URI',
    why: 'Clients compare it as a string, and most write the address without the slash.',
    advice: 'Leave the slash off unless clients are told to call the server with it.',
    check: (document) =>
      resourceOf(document)
        .filter((text) => {
          const parts = webUrlOf(text);
          return parts && pathOf(parts) === '/' && !parts.query && !parts.fragment;
        })
        .map((text) => atText(text, 'ends in a slash')),
  },
  {
    id: 'resource-place',
    level: 'must',
    source: 'RFC 9728 sections 3.1 and 3.3',
    why: 'Clients find this document by putting the well-known name before the path of the resource, and must not use it when "resource" has another path.',
    advice: 'Rename the file after the path of "resource", or correct "resource".',
    check: (document) => {
      const { suffix } = document.place ?? {};
      return suffix ? findOtherPath(resourceOf(document), suffix) : [];
    },
  },
  {
    id: 'resource-root-place',
    level: 'note',
    source: 'RFC 9728 section 3.1; MCP 2026-07-28, protected resource metadata discovery',
    why: 'This place stands for the host without a path. MCP clients look here last, and clients that follow RFC 9728 alone refuse the document.',
    advice: 'Serve it at /.well-known/oauth-protected-resource followed by the path of "resource" as well.',
    check: (document) => (document.place?.suffix === '' ? findAnyPath(resourceOf(document)) : []),
  },
  {
    id: 'authorization-servers',
    level: 'must',
    source: MCP_LOCATION,
    why: 'MCP clients find out here where to sign in, and give up when there is nothing.',
    advice: 'List the issuer of at least one authorization server.',
    check: (document) => {
      const member = memberOf(document.root, 'authorization_servers');
      if (!member) return atMissing(document, 'authorization_servers');
      return member.value.kind === 'sequence' && member.value.items.length === 0
        ? [{ ...atMember(member, 'is empty'), range: member.value.range }]
        : [];
    },
  },
  {
    id: 'authorization-server-metadata-url',
    level: 'must',
    source: 'RFC 9728 section 2; RFC 8414 section 3.1',
    why: 'Issuers are listed here. Clients put the well-known name into the issuer themselves, and find nothing when it is already there.',
    advice: 'Write the issuer: the URL without /.well-known/….',
    check: (document) =>
      serversOf(document).flatMap((text) => {
        const parts = webUrlOf(text);
        return parts && /\/\.well-known\//.test(pathOf(parts))
          ? [atText(text, 'is the address of a metadata document, not an issuer', parts.path)]
          : [];
      }),
  },
  {
    id: 'authorization-server-https',
    level: 'must',
    source: 'RFC 8414 section 2; MCP 2026-07-28, communication security',
    why: 'Whoever changes what comes over http sends users to another place to sign in.',
    advice: 'Write the https URL of the issuer.',
    check: (document) => findNotHttps(serversOf(document)),
  },
  {
    id: 'authorization-server-parts',
    level: 'must',
    source: 'RFC 8414 section 2',
    why: 'An issuer has neither a query nor a fragment.',
    advice: 'Write the issuer exactly as the authorization server gives it in "issuer".',
    check: (document) => [
      ...findParts(serversOf(document), 'query', 'has a query'),
      ...findParts(serversOf(document), 'fragment', 'has a fragment'),
    ],
  },
  {
    id: 'loopback-http',
    level: 'note',
    source: `${IDENTIFIER}; RFC 8414 section 2`,
    why: DEVELOPMENT,
    advice: 'Write the https URL before others use it.',
    check: (document) =>
      findLoopbackHttp([...resourceOf(document), ...serversOf(document), ...keysOf(document)]),
  },
  {
    id: 'bearer-query',
    level: 'must',
    source: HEADER_ONLY,
    why: 'MCP forbids access tokens in the query, because URLs end up in logs and histories.',
    advice: 'Accept tokens in the Authorization header only.',
    check: hasNoEntry(['bearer_methods_supported'], 'query', 'invites tokens in the query'),
  },
  {
    id: 'bearer-header',
    level: 'must',
    source: HEADER_ONLY,
    why: 'MCP clients send tokens in the Authorization header and nowhere else.',
    advice: 'List "header", or leave the member out.',
    check: ({ root }) => {
      const member = memberOf(root, 'bearer_methods_supported');
      const methods = textsOf(root, 'bearer_methods_supported').map(({ text }) => text.reveal());
      return member?.value.kind === 'sequence' && !methods.includes('header')
        ? [atMember(member, 'does not list "header"')]
        : [];
    },
  },
  {
    id: 'bearer-other',
    level: 'should',
    source: `RFC 9728 section 2; ${HEADER_ONLY}`,
    why: 'No MCP client sends a token this way.',
    advice: 'List "header" alone.',
    check: ({ root }) =>
      textsOf(root, 'bearer_methods_supported')
        .filter(({ text }) => !/^(?:header|query)$/.test(text.reveal()))
        .map((text) => atText(text, 'is a method that MCP does not use')),
  },
  {
    id: 'keys-https',
    level: 'must',
    source: 'RFC 9728 section 2',
    why: 'Whoever changes what comes over http signs as this server.',
    advice: 'Serve the keys over https.',
    check: (document) => findNotHttps(keysOf(document)),
  },
  {
    id: 'signing-none',
    level: 'must',
    source: 'RFC 9728 section 2',
    why: 'With "none" there is no signature.',
    advice: 'Take "none" out of the list.',
    check: hasNoEntry(
      ['resource_signing_alg_values_supported', 'dpop_signing_alg_values_supported'],
      'none',
      'stands for no signature',
    ),
  },
  {
    id: 'offline-access',
    level: 'should',
    source: 'MCP 2026-07-28, refresh tokens',
    why: 'Whether a client stays signed in is no matter of the resource, and clients ask for every scope that is listed here.',
    advice: 'Take "offline_access" out of the list.',
    check: hasNoEntry(['scopes_supported'], 'offline_access', 'asks for refresh tokens'),
  },
  {
    id: 'broad-scope',
    level: 'note',
    source: 'MCP 2026-07-28, scope selection strategy',
    why: 'Clients that are told nothing else ask for every scope in this list, so it should be the least that is needed.',
    advice: 'List the narrow scopes, and ask for more when an operation needs it.',
    check: ({ root }) =>
      textsOf(root, 'scopes_supported')
        .filter(({ text }) => /^(?:\*|all|full|full[-_]?access|root|admin)$/i.test(text.reveal()))
        .map((text) => atText(text, 'is a scope for everything')),
  },
  {
    id: 'shown-addresses',
    level: 'must',
    source: 'RFC 9728 sections 2 and 7.9',
    why: 'Clients show these as links.',
    advice: 'Write the https URL of a page.',
    check: ({ root }) =>
      ['resource_documentation', 'resource_policy_uri', 'resource_tos_uri'].flatMap((name) => {
        const text = textOf(root, name);
        return text && /^\s*(?!https?:)[a-z][a-z0-9+.-]{0,30}:/i.test(text.text.reveal())
          ? [atText(text, 'is no address of the web')]
          : [];
      }),
  },
  ...SIGNED_METADATA_REQUIREMENTS,
];
