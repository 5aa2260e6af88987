import type { Range } from '../../core/range.ts';
import type { Comment } from './comment.ts';

/** What else than comments is in a text. */
export interface SlashSyntax {
  /** Quotes that begin a string; those of templates go over lines. */
  readonly quotes: string;
  /** Strings and the like that were found in another way, in their order. */
  readonly texts?: readonly Range[];
  /** Ends a `//`. */
  readonly lineEnd: RegExp;
}

export const JSONC_SYNTAX: SlashSyntax = { quotes: '"', lineEnd: /[\r\n]/g };
/** As of scripts (JSON5 1.0.0, section 8). */
export const JSON5_SYNTAX: SlashSyntax = { quotes: `"'`, lineEnd: /[\r\n\u2028\u2029]/g };
/** Examples of code: no parser reads them in full. */
export const LOOSE_SYNTAX: SlashSyntax = { quotes: '"\'`', lineEnd: /[\r\n\u2028\u2029]/g };

/** Comments that begin with `//` or stand between `/*` and its mirror image, in one pass. */
export function findSlashComments(source: string, syntax: SlashSyntax): Comment[] {
  const comments: Comment[] = [];
  const { texts = [] } = syntax;
  const token = /["'`]|\/[/*]/g;
  let passed = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const at = match.index;
    while (passed < texts.length && texts[passed]!.end <= at) passed += 1;
    const around = texts[passed];
    if (around && around.start <= at) token.lastIndex = around.end;
    else if (match[0] === '//' || match[0] === '/*') {
      const comment = commentAt(source, at, syntax);
      comments.push(comment);
      token.lastIndex = comment.end;
    } else if (syntax.quotes.includes(match[0])) token.lastIndex = endOfString(source, at);
  }
  return comments;
}

function commentAt(source: string, start: number, { lineEnd }: SlashSyntax): Comment {
  if (source[start + 1] === '/') {
    lineEnd.lastIndex = start;
    const end = lineEnd.exec(source)?.index ?? source.length;
    return { start, end, content: { start: start + 2, end } };
  }
  const close = source.indexOf('*/', start + 2);
  if (close === -1) return { start, end: source.length, content: { start: start + 2, end: source.length } };
  return { start, end: close + 2, content: { start: start + 2, end: close } };
}

/** Behind the closing quote. A line end goes on behind a backslash, and in a template. */
function endOfString(source: string, start: number): number {
  const quote = source[start]!;
  for (let at = start + 1; at < source.length; at++) {
    const character = source[at]!;
    if (character === '\\') at += source.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (character === quote) return at + 1;
    else if (quote !== '`' && (character === '\n' || character === '\r')) return at;
  }
  return source.length;
}
