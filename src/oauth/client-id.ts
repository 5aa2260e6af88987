import type { OAuthDocument } from './document.ts';
import { reachOf } from './host-reach.ts';
import { memberOf, type Text, textOf } from './members.ts';
import { atMissing, atText, type Breach, type Requirement } from './requirement.ts';
import {
  findDotSegment,
  isNormal,
  isTemplate,
  isWebUrl,
  pathOf,
  takeUrlApart,
  type UrlParts,
} from './url.ts';
import { findParts } from './web-addresses.ts';

const URL_RULES = 'CIMD draft-00 section 2, draft-02 section 3';
const DOCUMENT_RULES = 'CIMD draft-00 section 3.1; MCP 2026-07-28, client registration';
const REFUSED = 'Authorization servers have to refuse such a client identifier.';

function clientIdOf({ root }: OAuthDocument): Text[] {
  const text = textOf(root, 'client_id');
  return text ? [text] : [];
}

/** Looks at the parts of `client_id` when it is a URL whose parts are known. */
export function checkClientId(
  document: OAuthDocument,
  look: (parts: UrlParts, text: Text) => Breach | undefined,
): Breach[] {
  return clientIdOf(document).flatMap((text) => {
    const source = text.text.reveal();
    const parts = isTemplate(source) ? undefined : takeUrlApart(source);
    const breach = parts && look(parts, text);
    return breach ? [breach] : [];
  });
}

/** What is asked of the URL that names a client. No rule normalises: it is compared as a string. */
export const CLIENT_ID_REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'client-id-present',
    level: 'must',
    source: DOCUMENT_RULES,
    why: 'The authorization server compares it with the URL that it fetched, and refuses a document without it.',
    advice: 'Add "client_id" with exactly the URL that this document is served under.',
    check: (document) => (memberOf(document.root, 'client_id') ? [] : atMissing(document, 'client_id')),
  },
  {
    id: 'client-id-https',
    level: 'must',
    source: URL_RULES,
    why: REFUSED,
    advice: 'Serve the document over https and write that URL here.',
    check: (document) =>
      clientIdOf(document).flatMap((text) => {
        const source = text.text.reveal();
        if (isTemplate(source)) return [];
        const parts = takeUrlApart(source);
        return parts && isWebUrl(parts) && parts.scheme === 'https'
          ? []
          : [atText(text, 'is not an https URL')];
      }),
  },
  {
    id: 'client-id-path',
    level: 'must',
    source: URL_RULES,
    why: REFUSED,
    advice: 'Serve the document under a path of its own, such as /oauth/client-metadata.json.',
    check: (document) =>
      checkClientId(document, (parts, text) =>
        isWebUrl(parts) && pathOf(parts) === '' ? atText(text, 'has no path') : undefined,
      ),
  },
  {
    id: 'client-id-dot-segments',
    level: 'must',
    source: URL_RULES,
    why: 'Readers that normalise fetch another URL than the one that is compared.',
    advice: 'Write the path without "." and ".." segments, escaped ones included.',
    check: (document) =>
      checkClientId(document, (parts, text) => {
        const segment = findDotSegment(parts);
        return segment && atText(text, 'has a dot segment in its path', segment);
      }),
  },
  {
    id: 'client-id-user-info',
    level: 'must',
    source: URL_RULES,
    why: `${REFUSED} A password in it would be shown to everybody who signs in.`,
    advice: 'Take the user name and the password out of the URL.',
    check: (document) => findParts(clientIdOf(document), 'userInfo', 'has a user name or a password'),
  },
  {
    id: 'client-id-fragment',
    level: 'must',
    source: URL_RULES,
    why: REFUSED,
    advice: 'Take the fragment off.',
    check: (document) => findParts(clientIdOf(document), 'fragment', 'has a fragment'),
  },
  {
    id: 'client-id-query',
    level: 'should',
    source: URL_RULES,
    why: 'Some authorization servers refuse it, and caches and proxies may treat it as another document.',
    advice: 'Use a path instead of a query.',
    check: (document) => findParts(clientIdOf(document), 'query', 'has a query'),
  },
  {
    id: 'client-id-reachable',
    level: 'should',
    source: 'CIMD draft-00 section 6 on request forgery, draft-02 section 8.6',
    why: 'Authorization servers do not fetch from special-use addresses; one on the same machine is the only exception.',
    advice: 'Serve the document under a name that the authorization server reaches over the internet.',
    check: (document) =>
      checkClientId(document, (parts, text) =>
        isWebUrl(parts) && parts.scheme === 'https' && reachOf(parts) !== 'public'
          ? atText(text, 'leads to a local, private or reserved host', parts.authority)
          : undefined,
      ),
  },
  {
    id: 'client-id-normal',
    level: 'note',
    source: 'RFC 3986 section 6.2.1, to which CIMD draft-00 section 3.1 refers',
    why: 'It is compared as a string: ":443", capitals in the host and needless escapes name another client than the same URL without them, and programs that tidy URLs send the other one.',
    advice: 'Write scheme and host in lower case, leave the default port out, and escape only what needs it.',
    check: (document) =>
      checkClientId(document, (parts, text) =>
        isWebUrl(parts) && !isNormal(parts) ? atText(text, 'is not in normal form') : undefined,
      ),
  },
  {
    id: 'client-id-file',
    level: 'note',
    source: 'CIMD draft-00 section 3.1',
    why: '"client_id" has to be the URL that serves this document, character by character. A file cannot show its URL, only that the names differ.',
    advice: 'Check that the URL in "client_id" answers with this very file, without a redirect.',
    check: (document) =>
      checkClientId(document, (parts, text) => {
        const last = pathOf(parts).split('/').at(-1)!;
        const isOther = /\.json$/.test(last) && last !== document.fileName && document.place !== undefined;
        return isOther ? atText(text, 'ends in another name than this file has', parts.path) : undefined;
      }),
  },
];
