import type { LocatedText } from '../core/located-text.ts';

/** Decodes `%41` sequences (as UTF-8), each character keeping its place; what does not decode stays as it is. */
export function decodePercent(text: LocatedText): LocatedText {
  const source = text.reveal();
  if (!source.includes('%')) return text;
  let decoded = '';
  const sources: number[] = [];
  for (let index = 0; index < source.length; ) {
    const run = /^(?:%[0-9A-Fa-f]{2}){1,4}/.exec(source.slice(index, index + 12))?.[0];
    const character = run === undefined ? undefined : firstCharacter(run);
    const raw = character?.text ?? source[index]!;
    for (let unit = 0; unit < raw.length; unit++) sources.push(index);
    decoded += raw;
    index += character?.length ?? 1;
  }
  sources.push(source.length);
  return text.decoded(decoded, sources);
}

/** The first character that a run of percent escapes stands for, and the length of its escapes. */
function firstCharacter(run: string): { text: string; length: number } | undefined {
  for (let length = 3; length <= run.length; length += 3) {
    try {
      return { text: decodeURIComponent(run.slice(0, length)), length };
    } catch {
      // Not yet a whole UTF-8 sequence.
    }
  }
  return undefined;
}
