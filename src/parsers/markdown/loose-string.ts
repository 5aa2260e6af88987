import type { LocatedText } from '../../core/located-text.ts';
import { unescapeJson } from '../json-string.ts';
import { unescapeScript } from '../script/literal.ts';

/** Index behind the string that starts with a quote at `start`: behind its end, or where its line ends. */
export function endOfString(source: string, start: number): number {
  const quote = source[start]!;
  for (let at = start + 1; at < source.length; at++) {
    const character = source[at]!;
    if (character === quote) return at + 1;
    if (quote !== '`' && (character === '\n' || character === '\r')) return at;
    if (character === '\\') at += 1;
  }
  return source.length;
}

/** Decodes a string as written in JSON, JSON5 or JavaScript, quotes included; the closing one may be missing. */
export function decodeString(written: LocatedText): LocatedText {
  const source = written.reveal();
  const quote = source[0]!;
  if (quote === '"') return unescapeJson(written);
  const end = source.length > 1 && source.endsWith(quote) ? source.length - 1 : source.length;
  return unescapeScript(written.slice(1, end), quote === '`');
}
