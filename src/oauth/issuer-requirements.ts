import { isPresent } from './common.ts';
import type { OAuthDocument } from './document.ts';
import { type Text, textOf } from './members.ts';
import { findAnyPath, findOtherPath } from './place.ts';
import type { Requirement } from './requirement.ts';
import { findNotHttps, findParts } from './web-addresses.ts';

const METADATA = 'RFC 8414 section 2';

/** The name of the server, if the document has one. */
export const issuerOf = ({ root }: OAuthDocument): Text[] => [textOf(root, 'issuer') ?? []].flat();

/** What RFC 8414 asks of the name of an authorization server. */
export const ISSUER_REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'issuer-present',
    level: 'must',
    source: METADATA,
    why: 'Clients compare it with the issuer that they asked, and must not use a document without it.',
    advice: 'Add "issuer" with the https URL that the well-known path was built from.',
    ...isPresent('issuer'),
  },
  {
    id: 'issuer-https',
    level: 'must',
    source: METADATA,
    why: 'Whoever changes what comes over http becomes the place where users sign in.',
    advice: 'Serve the authorization server over https and write that URL.',
    check: (document) => findNotHttps(issuerOf(document)),
  },
  {
    id: 'issuer-parts',
    level: 'must',
    source: METADATA,
    why: 'An issuer has neither a query nor a fragment, and clients refuse one that has.',
    advice: 'Take it off.',
    check: (document) => [
      ...findParts(issuerOf(document), 'query', 'has a query'),
      ...findParts(issuerOf(document), 'fragment', 'has a fragment'),
    ],
  },
  {
    id: 'issuer-place',
    level: 'must',
    source: 'RFC 8414 sections 3.1 and 3.3',
    why: 'Clients find this document by putting the well-known name before the path of the issuer, and must not use it when "issuer" has another path.',
    advice: 'Rename the file after the path of "issuer", or correct "issuer".',
    check: (document) => {
      const { suffix } = document.place ?? {};
      return suffix ? findOtherPath(issuerOf(document), suffix) : [];
    },
  },
  {
    id: 'issuer-root-place',
    level: 'should',
    source: 'RFC 8414 sections 3.1 and 3.3',
    why: 'This place stands for an issuer without a path, so clients that fetch it from here must not use it.',
    advice:
      'Serve it at /.well-known/oauth-authorization-server followed by the path of "issuer", or correct "issuer".',
    check: (document) => {
      const { suffix, appended = false } = document.place ?? {};
      return suffix !== '' || appended ? [] : findAnyPath(issuerOf(document));
    },
  },
];
