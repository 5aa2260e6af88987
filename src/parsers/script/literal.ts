import type { LocatedText } from '../../core/located-text.ts';

const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

// ECMA-262 12.9.4, with the octal escapes of its Annex B.
const ESCAPE =
  /\\(?:u\{([0-9A-Fa-f]{1,32})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\n\r\u2028\u2029])|([\s\S]))/y;

/**
 * Decodes what stands between the quotes of a string, or is one text of a template. Every character of the result keeps
 * its place; one that is written as an escape of a pair of units has both at the start of the escape.
 */
export function unescapeScript(written: LocatedText, isTemplate: boolean): LocatedText {
  const source = written.reveal();
  if (!source.includes('\\') && !(isTemplate && source.includes('\r'))) return written;
  let decoded = '';
  const sources: number[] = [];
  // The end of a line that goes on is no part of the characters around it.
  const ends = new Map<number, number>();
  for (let index = 0; index < source.length; ) {
    const { text, length } = characterAt(source, index, isTemplate);
    const last = sources.length - 1;
    if (text === '' && !ends.has(last)) ends.set(last, index);
    for (let unit = 0; unit < text.length; unit++) sources.push(index);
    decoded += text;
    index += length;
  }
  sources.push(source.length);
  return written.decoded(decoded, sources, ends);
}

/** What the characters from `index` on stand for, and how many they are. */
function characterAt(source: string, index: number, isTemplate: boolean): { text: string; length: number } {
  const character = source[index]!;
  // In templates every end of a line is a line feed (ECMA-262 12.9.6.2).
  if (isTemplate && character === '\r') return { text: '\n', length: source[index + 1] === '\n' ? 2 : 1 };
  ESCAPE.lastIndex = index;
  const match = character === '\\' ? ESCAPE.exec(source) : null;
  if (!match) return { text: character, length: 1 };
  const [whole, braced, unicode, hex, octal, lineEnd, other] = match;
  const { length } = whole;
  if (lineEnd !== undefined) return { text: '', length };
  if (other !== undefined) return { text: SIMPLE[other] ?? other, length };
  const code =
    octal === undefined ? Number.parseInt(braced ?? unicode ?? hex!, 16) : Number.parseInt(octal, 8);
  return { text: code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code), length };
}
