import type { LocatedText } from '../core/located-text.ts';

const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Decodes a JSON string as written, quotes included (the closing one may be missing in broken text). Every
 * character of the result keeps its place. An invalid escape stands for its own characters.
 */
export function unescapeJson(written: LocatedText): LocatedText {
  const source = written.reveal();
  const end = source.length > 1 && source.endsWith('"') ? source.length - 1 : source.length;
  if (!source.includes('\\')) return written.slice(1, end);
  let decoded = '';
  const sources: number[] = [];
  for (let index = 1; index < end; ) {
    sources.push(index);
    const escaped = source[index] === '\\' ? source[index + 1] : undefined;
    if (escaped === undefined) {
      decoded += source[index];
      index += 1;
    } else if (escaped === 'u' && /^[0-9A-Fa-f]{4}$/.test(source.slice(index + 2, index + 6))) {
      decoded += String.fromCharCode(Number.parseInt(source.slice(index + 2, index + 6), 16));
      index += 6;
    } else {
      decoded += SIMPLE[escaped] ?? escaped;
      index += 2;
    }
  }
  sources.push(end);
  return written.decoded(decoded, sources);
}
