import type { LocatedText } from '../../core/located-text.ts';
import { unescapeJson } from '../json-string.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
};

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
  if (!source.includes('\\')) return written.slice(1, end);
  let decoded = '';
  const sources: number[] = [];
  for (let at = 1; at < end; ) {
    sources.push(at);
    const escaped = source[at] === '\\' && at + 1 < end ? source[at + 1]! : undefined;
    decoded += escaped === undefined ? source[at]! : (SIMPLE[escaped] ?? escaped);
    at += escaped === undefined ? 1 : 2;
  }
  sources.push(end);
  return written.decoded(decoded, sources);
}
