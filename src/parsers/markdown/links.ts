import type { LocatedText } from '../../core/located-text.ts';

/** In every link that adds a server, whatever host it is for. */
const MARK = /mcp|goose:\/\//gi;
const SCHEME = /[a-z][a-z0-9+.-]{0,30}:/i;
/** How far in front of its mark a link may start: `https://vscode.dev/redirect?url=vscode:mcp/install`. */
const MAX_BEFORE = 200;
const BOUNDARY = /[\s"<>()[\]{}|\\`^]/;

/** The addresses in a text that have a query and a mark of links that add a server to a host. */
export function findLinks(text: LocatedText): LocatedText[] {
  const source = text.reveal();
  const links: LocatedText[] = [];
  MARK.lastIndex = 0;
  for (let match = MARK.exec(source); match; match = MARK.exec(source)) {
    const from = startOf(source, match.index);
    const end = endOf(source, match.index);
    MARK.lastIndex = end;
    const scheme = SCHEME.exec(source.slice(from, Math.min(end, match.index + MAX_BEFORE)));
    if (!scheme || !source.slice(from, end).includes('?')) continue;
    links.push(text.slice(from + scheme.index, end));
  }
  return links;
}

function startOf(source: string, mark: number): number {
  let at = mark;
  while (at > 0 && mark - at < MAX_BEFORE && !BOUNDARY.test(source[at - 1]!)) at -= 1;
  return at;
}

/** Parentheses in pairs belong to the link, as in CommonMark. */
function endOf(source: string, mark: number): number {
  let depth = 0;
  for (let at = mark; at < source.length; at++) {
    const character = source[at]!;
    if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
    else if (character !== '{' && character !== '}' && BOUNDARY.test(character)) return at;
  }
  return source.length;
}
