import type { Comment } from './comment.ts';

const TOKEN = /"""|'''|["'#]/g;

/** The comments of a TOML text, in one pass: a `#` outside strings begins one, and keys have no other quotes than values. */
export function findTomlComments(source: string): Comment[] {
  const comments: Comment[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const start = match.index;
    if (match[0] === '#') {
      const end = endOfLine(source, start);
      comments.push({ start, end, content: { start: start + 1, end } });
      TOKEN.lastIndex = end;
    } else TOKEN.lastIndex = endOfString(source, start, match[0]);
  }
  return comments;
}

/** A string on one line that is not closed ends with its line: so does what the parser leaves out. */
function endOfString(source: string, start: number, quote: string): number {
  const escapes = quote[0] === '"';
  for (let at = start + quote.length; at < source.length; at++) {
    const character = source[at];
    if (character === '\\' && escapes) at += 1;
    else if (source.startsWith(quote, at)) return at + quote.length + furtherQuotes(source, at, quote);
    else if (quote.length === 1 && character === '\n') return at;
  }
  return source.length;
}

/** Up to two quotes in front of the closing three are part of the string (TOML 1.0.0, "String"). */
function furtherQuotes(source: string, at: number, quote: string): number {
  if (quote.length === 1) return 0;
  const behind = at + quote.length;
  return source[behind] !== quote[0] ? 0 : source[behind + 1] !== quote[0] ? 1 : 2;
}

function endOfLine(source: string, start: number): number {
  const end = source.indexOf('\n', start);
  return end === -1 ? source.length : end;
}
