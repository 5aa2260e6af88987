import type { LocatedText } from '../core/located-text.ts';

/** A line `NAME=value`, quotes and comment taken off. Names are raw text: print them through `label`. */
export interface DotenvVariable {
  readonly name: string;
  readonly value: LocatedText;
}

const BEGINNING = /^[^\S\n]*(?:export[^\S\n]+)?([A-Za-z_][A-Za-z0-9_.-]{0,127})[^\S\n]*(?:=|:(?=\s))[^\S\n]*/;
const QUOTES = '"\'`';

/**
 * The variables of an `.env` file, as the package dotenv reads them: a value in quotes may run over several lines, and
 * outside quotes ` #` begins a comment. Lines that are no assignment are passed over.
 */
export function parseDotenv(text: LocatedText): DotenvVariable[] {
  const source = text.reveal();
  const variables: DotenvVariable[] = [];
  /** Quotes of which no other one follows: looked for once, so that many open ones cost no more. */
  const open = new Set<string>();
  const newline = /[\r\n]/g;
  for (let at = 0; at < source.length; ) {
    newline.lastIndex = at;
    const lineEnd = newline.exec(source)?.index ?? source.length;
    const match = BEGINNING.exec(source.slice(at, lineEnd));
    if (!match) {
      at = lineEnd + 1;
      continue;
    }
    const start = at + match[0].length;
    const quote = source[start] ?? '';
    const isQuoted = quote !== '' && QUOTES.includes(quote) && start < lineEnd && !open.has(quote);
    const close = isQuoted ? findClosing(source, quote, start + 1) : -1;
    if (isQuoted && close === -1) open.add(quote);
    const value =
      close === -1 ? text.slice(start, endOfPlain(source, start, lineEnd)) : text.slice(start + 1, close);
    variables.push({ name: match[1]!, value: close === -1 ? value.trim() : value });
    at = (close === -1 ? lineEnd : close) + 1;
  }
  return variables;
}

function findClosing(source: string, quote: string, from: number): number {
  for (let at = source.indexOf(quote, from); at !== -1; at = source.indexOf(quote, at + 1)) {
    if (quote !== '"' || source[at - 1] !== '\\') return at;
  }
  return -1;
}

function endOfPlain(source: string, start: number, lineEnd: number): number {
  const comment = source.slice(start, lineEnd).search(/(?:^|\s)#/);
  return comment === -1 ? lineEnd : start + comment;
}
