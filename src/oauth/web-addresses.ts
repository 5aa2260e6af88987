import { reachOf } from './host-reach.ts';
import type { Text } from './members.ts';
import { atText, type Breach } from './requirement.ts';
import { isTemplate, isWebUrl, takeUrlApart, type UrlParts } from './url.ts';

/** A string with its parts as a URL; nothing when it is filled in later or no URL of the web. */
export function webUrlOf(text: Text): UrlParts | undefined {
  const source = text.text.reveal();
  const parts = isTemplate(source) ? undefined : takeUrlApart(source);
  return parts && isWebUrl(parts) ? parts : undefined;
}

/** No address of the web at all: another scheme, a missing host, characters that no URL has. */
function findNoWebUrls(texts: readonly Text[]): Breach[] {
  return texts
    .filter((text) => !isTemplate(text.text.reveal()) && !webUrlOf(text))
    .map((text) => atText(text, 'is not an https URL'));
}

/** Neither https nor an address of the web; `http` to this machine is another matter. */
export function findNotHttps(texts: readonly Text[]): Breach[] {
  return texts.flatMap((text) => {
    const parts = webUrlOf(text);
    if (!parts) return findNoWebUrls([text]);
    return parts.scheme === 'https' || reachOf(parts) === 'loopback'
      ? []
      : [atText(text, 'is not an https URL')];
  });
}

/** `http` to this machine, as while developing. */
export function findLoopbackHttp(texts: readonly Text[]): Breach[] {
  return texts.flatMap((text) => {
    const parts = webUrlOf(text);
    return parts?.scheme === 'http' && reachOf(parts) === 'loopback'
      ? [atText(text, 'is http to this machine')]
      : [];
  });
}

/** Parts of URLs that must not be there, each told at its own characters. */
export function findParts(
  texts: readonly Text[],
  part: 'query' | 'fragment' | 'userInfo',
  what: string,
): Breach[] {
  return texts.flatMap((text) => {
    const source = text.text.reveal();
    const parts = isTemplate(source) ? undefined : takeUrlApart(source);
    const range = parts?.[part];
    return range ? [atText(text, what, range)] : [];
  });
}
