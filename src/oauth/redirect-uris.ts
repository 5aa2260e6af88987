import type { OAuthDocument } from './document.ts';
import { reachOf } from './host-reach.ts';
import { memberOf, type Text, textsOf } from './members.ts';
import { atMember, atMissing, atText, type Requirement } from './requirement.ts';
import { isTemplate, isWebUrl, takeUrlApart } from './url.ts';
import { findParts } from './web-addresses.ts';

const MCP_HTTPS = 'MCP 2026-07-28, security considerations, communication security';

function redirectUris({ root }: OAuthDocument): Text[] {
  return textsOf(root, 'redirect_uris');
}

function isLoopback(text: string): boolean {
  const parts = takeUrlApart(text);
  return parts !== undefined && isWebUrl(parts) && reachOf(parts) === 'loopback';
}

/**
 * Documents of AT Protocol and Solid clients have the same form and other rules: no name is asked for, and AT Protocol
 * knows private-use schemes. What only MCP asks for says nothing about them.
 */
export function isOfMcp({ root }: OAuthDocument): boolean {
  const scope = memberOf(root, 'scope')?.value;
  const isAtProtocol = scope?.kind === 'scalar' && scope.text.reveal().split(' ').includes('atproto');
  return !isAtProtocol && memberOf(root, '@context') === undefined;
}

/** What is asked of the addresses that codes are sent to. */
export const REDIRECT_REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'redirect-uris',
    level: 'must',
    source: 'MCP 2026-07-28, client registration',
    why: 'The authorization server compares the redirect URI of a request with this list, so no request can be answered.',
    advice: 'List every redirect URI of the client in "redirect_uris".',
    check(document) {
      if (!isOfMcp(document)) return [];
      const member = memberOf(document.root, 'redirect_uris');
      if (!member) return atMissing(document, 'redirect_uris');
      return member.value.kind === 'sequence' && member.value.items.length === 0
        ? [{ ...atMember(member, 'is empty'), range: member.value.range }]
        : [];
    },
  },
  {
    id: 'redirect-uri-https',
    level: 'must',
    source: MCP_HTTPS,
    why: 'The authorization code travels to this address, and everybody on the way, or every program that claims the scheme, can take it.',
    advice: "Use an https URL, or http to 127.0.0.1, [::1] or localhost for a client on the user's machine.",
    check: (document) =>
      !isOfMcp(document)
        ? []
        : redirectUris(document).flatMap((text) => {
            const source = text.text.reveal();
            if (isTemplate(source)) return [];
            const parts = takeUrlApart(source.replaceAll('*', '1'));
            const isSafe =
              parts && isWebUrl(parts) && (parts.scheme === 'https' || reachOf(parts) === 'loopback');
            return isSafe ? [] : [atText(text, 'is neither an https URL nor a loopback address')];
          }),
  },
  {
    id: 'redirect-uri-fragment',
    level: 'must',
    source: 'RFC 6749 section 3.1.2',
    why: 'The answer is appended to the address, and a fragment is never sent to a server.',
    advice: 'Take the fragment off.',
    check: (document) => findParts(redirectUris(document), 'fragment', 'has a fragment'),
  },
  {
    id: 'redirect-uri-user-info',
    level: 'should',
    source: 'RFC 3986 section 7.5',
    why: 'It makes another host look like the one that is meant, and a password in it is public.',
    advice: 'Take the user name and the password out of the URL.',
    check: (document) => findParts(redirectUris(document), 'userInfo', 'has a user name or a password'),
  },
  {
    id: 'redirect-uri-exact',
    level: 'should',
    source: 'RFC 9700 section 2.1; MCP 2026-07-28, security considerations, open redirection',
    why: 'Redirect URIs are compared as strings, so a wildcard fits nothing; where a server does expand it, codes go to hosts that nobody listed.',
    advice: 'List each redirect URI in full. Ports of loopback addresses may differ without a wildcard.',
    check: (document) =>
      redirectUris(document).flatMap((text) => {
        const at = text.text.reveal().indexOf('*');
        return at < 0 || isTemplate(text.text.reveal())
          ? []
          : [atText(text, 'has a wildcard', { start: at, end: at + 1 })];
      }),
  },
  {
    id: 'redirect-uris-loopback-only',
    level: 'note',
    source: 'MCP 2026-07-28, security considerations, localhost redirect URI risks',
    why: "Any program on a user's machine can listen there and use this client's name, so authorization servers should show a warning.",
    advice: 'Nothing to do for a client without a server of its own; else add an https redirect URI.',
    check(document) {
      const texts = redirectUris(document).map(({ text }) => text.reveal());
      const member = memberOf(document.root, 'redirect_uris');
      return member && texts.length > 0 && texts.every(isLoopback)
        ? [atMember(member, 'lists loopback addresses only')]
        : [];
    },
  },
];
