import { prefixesOf } from './known-issuers.ts';
import { findPlaceholder } from './placeholder.ts';

/** Shorter than any token that begins so: `SG.test`, `tvly-XXX`. */
const SHORTEST_BODY = 12;

/** Beginnings of tokens that are no prefix of a format, since nothing but structure tells what follows. */
const STRUCTURED = ['eyJ', 'AC', 'SK', 'AIzaSy'];

/** Why a text is no value, itself or behind a beginning that tokens have. */
export function findStandIn(text: string): string | undefined {
  return findPlaceholder(text) ?? findShortenedSample(text);
}

function findShortenedSample(text: string): string | undefined {
  for (const prefix of [...prefixesOf(text), ...STRUCTURED.filter((start) => text.startsWith(start))]) {
    const body = text.slice(prefix.length);
    if (prefix.length >= 3 && body.length < SHORTEST_BODY) return 'the beginning of a token, cut short';
    const placeholder = findPlaceholder(body);
    if (placeholder !== undefined) return placeholder;
  }
  return undefined;
}

/** The same of a token of a known format, which begins as one of its prefixes says. */
export function findStandInBehind(token: string, prefixes: readonly string[]): string | undefined {
  // All that such tokens have in common, which may be more than what tells them.
  const [prefix = ''] = [...prefixes, ...STRUCTURED]
    .filter((start) => token.startsWith(start))
    .sort((a, b) => b.length - a.length);
  return findPlaceholder(token.slice(prefix.length));
}
