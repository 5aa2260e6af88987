import type { Range } from '../core/range.ts';
import type { Entry, Value } from '../core/value.ts';
import type { Container } from './syntax.ts';

/** A piece of a container's text; between two of them is white space only. */
export interface Token {
  readonly kind: 'open' | 'item' | 'comma' | 'comment' | 'close';
  readonly start: number;
  readonly end: number;
  /** Of an item: its place in the container, and so of the comma behind it. */
  readonly index: number;
}

export const LINE_END = /\r\n|\n|\r/;

/** Members or items of a container, the commas and comments between them, and its brackets. */
export function tokensOf(source: string, container: Container): Token[] {
  const { start, end } = container.range;
  const tokens: Token[] = [{ kind: 'open', start, end: start + 1, index: -1 }];
  let at = start + 1;
  itemsOf(container).forEach((item, index) => {
    const range = rangeOfItem(source, item);
    readGap(source, at, range.start, index - 1, tokens);
    tokens.push({ kind: 'item', ...range, index });
    at = range.end;
  });
  readGap(source, at, end - 1, itemsOf(container).length - 1, tokens);
  tokens.push({ kind: 'close', start: end - 1, end, index: -1 });
  return tokens;
}

export function itemsOf(container: Container): readonly (Entry | Value)[] {
  return container.kind === 'mapping' ? container.entries : container.items;
}

export function valueOfItem(item: Entry | Value): Value {
  return 'key' in item ? item.value : item;
}

/** Of a member with its key and the quote before it, or of an item of a list. */
export function rangeOfItem(source: string, item: Entry | Value): Range {
  if (!('key' in item)) return item.range;
  const { start } = item.key.range;
  return { start: isQuote(source[start - 1]) ? start - 1 : start, end: item.value.range.end };
}

/** Behind a key and the quote that ends it: JSON5 has keys without quotes. */
export function endOfKey(source: string, { key }: Pick<Entry, 'key'>): number {
  const { end } = key.range;
  return isQuote(source[end]) ? end + 1 : end;
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

function readGap(source: string, start: number, end: number, index: number, tokens: Token[]): void {
  for (let at = start; at < end; ) {
    const pair = source.slice(at, at + 2);
    if (pair === '//' || pair === '/*') {
      const stop = Math.min(endOfComment(source, at, pair), end);
      tokens.push({ kind: 'comment', start: at, end: stop, index });
      at = stop;
    } else {
      if (source[at] === ',') tokens.push({ kind: 'comma', start: at, end: at + 1, index });
      at += 1;
    }
  }
}

function endOfComment(source: string, start: number, opening: string): number {
  if (opening === '/*') {
    const close = source.indexOf('*/', start + 2);
    return close === -1 ? source.length : close + 2;
  }
  let end = start;
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return end;
}
