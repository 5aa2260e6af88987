import { MAX_DEPTH } from '../jsonc.ts';

/** A `/` behind one of these starts a regular expression; behind anything else it divides. */
const BEFORE_EXPRESSION =
  /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|do|else|in|of|void|delete|throw|await|yield))\s*$/;

/** Longer ones are not looked for: text without an end would be read again and again. */
const LONGEST_EXPRESSION = 2000;

/**
 * Offset of the first bracket that goes too deep for parsers that recurse. Strings, comments, regular expressions and the
 * texts of templates are stepped over.
 */
export function findTooDeep(source: string): number | undefined {
  const token = /['"`/()[\]{}]/g;
  /** Depths at which a `}` goes back into the text of a template. */
  const templates: number[] = [];
  let depth = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const at = match.index;
    const character = match[0];
    if (character === "'" || character === '"') {
      token.lastIndex = endOfString(source, at);
    } else if (character === '/') {
      token.lastIndex = endOfSlash(source, at);
    } else if (character === '`' || (character === '}' && templates.at(-1) === depth)) {
      if (character === '}') {
        templates.pop();
        depth -= 1;
      }
      const { end, opens } = endOfTemplateText(source, at + 1);
      if (opens) templates.push(++depth);
      token.lastIndex = end;
    } else if ('([{'.includes(character)) {
      depth += 1;
    } else {
      depth = Math.max(templates.at(-1) ?? 0, depth - 1);
    }
    if (depth > MAX_DEPTH) return at;
  }
  return undefined;
}

/** Behind the closing quote, or the end of the line of a text that has none. */
function endOfString(source: string, start: number): number {
  const quote = source.charCodeAt(start);
  for (let at = start + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === quote || code === 0x0a) return at + 1;
  }
  return source.length;
}

function endOfSlash(source: string, start: number): number {
  const next = source[start + 1];
  if (next === '/') return endOf(source, '\n', start);
  if (next === '*') return endOf(source, '*/', start + 2);
  if (!BEFORE_EXPRESSION.test(source.slice(Math.max(0, start - 40), start))) return start + 1;
  let inClass = false;
  const farthest = Math.min(source.length, start + LONGEST_EXPRESSION);
  for (let at = start + 1; at < farthest; at++) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '\n') return start + 1;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) return at + 1;
  }
  return start + 1;
}

function endOf(source: string, closing: string, from: number): number {
  const at = source.indexOf(closing, from);
  return at === -1 ? source.length : at + closing.length;
}

/** Where a text of a template ends, and whether an expression follows. */
function endOfTemplateText(source: string, start: number): { end: number; opens: boolean } {
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x60) return { end: at + 1, opens: false };
    else if (code === 0x24 && source.charCodeAt(at + 1) === 0x7b) return { end: at + 2, opens: true };
  }
  return { end: source.length, opens: false };
}
