import type { LocatedText } from '../../core/located-text.ts';

/** Undoes percent encoding; each character keeps its place. What is no valid encoding of a character stands for itself. */
export function decodePercent(text: LocatedText): LocatedText {
  const source = text.reveal();
  if (!source.includes('%')) return text;
  let decoded = '';
  const sources: number[] = [];
  for (let at = 0; at < source.length; ) {
    const character = source[at] === '%' ? readEncoded(source, at) : undefined;
    const piece = character ?? source[at]!;
    for (let unit = 0; unit < piece.length; unit++) sources.push(at);
    decoded += piece;
    at += character === undefined ? 1 : lengthOf(character) * 3;
  }
  sources.push(source.length);
  return text.decoded(decoded, sources);
}

/** The character whose bytes are written at an index. */
function readEncoded(source: string, at: number): string | undefined {
  const first = Number.parseInt(
    /^%[\dA-Fa-f]{2}/.test(source.slice(at, at + 3)) ? source.slice(at + 1, at + 3) : '',
    16,
  );
  if (Number.isNaN(first)) return undefined;
  const bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    return decodeURIComponent(source.slice(at, at + bytes * 3));
  } catch {
    return undefined;
  }
}

/** Number of bytes of a character. */
function lengthOf(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
