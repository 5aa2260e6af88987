import { checkClientId } from './client-id.ts';
import { SHOWN_ADDRESSES } from './client-metadata.ts';
import type { OAuthDocument } from './document.ts';
import { reachOf } from './host-reach.ts';
import { type Text, textOf, textsOf } from './members.ts';
import { atText, type Requirement } from './requirement.ts';
import { isWebUrl, pathOf, takeUrlApart } from './url.ts';
import { webUrlOf } from './web-addresses.ts';

/** Services that answer with a redirect to another URL. */
const SHORTENERS =
  /^(?:bit\.ly|bitly\.com|buff\.ly|cutt\.ly|dub\.sh|goo\.gl|is\.gd|lnkd\.in|ow\.ly|rb\.gy|rebrand\.ly|s\.id|short\.io|shorturl\.at|t\.co|t\.ly|tiny\.cc|tinyurl\.com|v\.gd)$/;

/** Addresses that the document leads to. */
function addressesOf({ root }: OAuthDocument): Text[] {
  return [...SHOWN_ADDRESSES, 'jwks_uri'].flatMap((name) => textOf(root, name) ?? []);
}

/** What draft-02 adds to what MCP 2026-07-28 asks for. MCP refers to draft-00, so nothing here is an error. */
export const CLIENT_METADATA_DRAFT_02: readonly Requirement[] = [
  {
    id: 'client-id-root',
    level: 'should',
    source: 'CIMD draft-02 section 3',
    why: 'The root of a host is its home page: it changes, and anybody who can put a page there becomes this client.',
    advice: 'Serve the document under a path of its own, such as /oauth/client-metadata.json.',
    check: (document) =>
      checkClientId(document, (parts, text) =>
        isWebUrl(parts) && pathOf(parts) === '/' ? atText(text, 'is the root of its host') : undefined,
      ),
  },
  {
    id: 'client-id-shortener',
    level: 'should',
    source: 'CIMD draft-02 section 3',
    why: 'Such services answer with a redirect, which authorization servers must not follow, and their owner can point the name elsewhere.',
    advice: 'Use the URL under which the document itself is served.',
    check: (document) =>
      checkClientId(document, (parts, text) =>
        SHORTENERS.test(parts.host.toLowerCase().replace(/^www\./, ''))
          ? atText(text, 'is a short link', parts.authority)
          : undefined,
      ),
  },
  {
    id: 'addresses-https',
    level: 'should',
    source: 'CIMD draft-02 section 8.6',
    why: 'What comes over http can be replaced on the way: a logo by another, a key by the key of an attacker.',
    advice: 'Serve it over https and write that URL.',
    check: (document) =>
      addressesOf(document)
        .filter((text) => webUrlOf(text)?.scheme === 'http')
        .map((text) => atText(text, 'is not an https URL')),
  },
  {
    id: 'addresses-reachable',
    level: 'should',
    source: 'CIMD draft-02 section 8.6',
    why: 'Authorization servers must not fetch anything from special-use addresses.',
    advice: 'Serve it under a name that the authorization server reaches over the internet.',
    check: (document) =>
      addressesOf(document).flatMap((text) => {
        const parts = webUrlOf(text);
        return parts?.scheme === 'https' && reachOf(parts) !== 'public'
          ? [atText(text, 'leads to a local, private or reserved host', parts.authority)]
          : [];
      }),
  },
  {
    id: 'web-client-authentication',
    level: 'note',
    source: 'CIMD draft-02 section 8.2',
    why: 'A client that runs on a server can keep a key, and one that proves who it is cannot be impersonated by its name alone.',
    advice:
      'Use "private_key_jwt" with "jwks_uri" if the client has a server; nothing to do for one in a browser.',
    check: ({ root }) => {
      const method = textOf(root, 'token_endpoint_auth_method');
      const isWeb = textOf(root, 'application_type')?.text.reveal() === 'web';
      const redirects = textsOf(root, 'redirect_uris').map(({ text }) => takeUrlApart(text.reveal()));
      const isRemote =
        redirects.length > 0 &&
        redirects.every(
          (parts) => parts?.scheme === 'https' && isWebUrl(parts) && reachOf(parts) === 'public',
        );
      return method?.text.reveal() === 'none' && isWeb && isRemote
        ? [atText(method, 'lets a web client go without authentication')]
        : [];
    },
  },
];
