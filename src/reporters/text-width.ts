// Characters that terminals draw two cells wide, by Unicode scripts and ranges (a close reading of UAX #11).
const isWide = (character: string) =>
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u.test(
    character,
  );

/** How many terminal cells a printable text takes. */
export function widthOf(text: string): number {
  if (/^[ -~\u2026]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += /\p{Mark}/u.test(character) ? 0 : isWide(character) ? 2 : 1;
  return width;
}

/**
 * Breaks a text at spaces into lines of at most `width` cells; a longer word keeps a line of its own. `taken` cells of
 * the first line are used already.
 */
export function wrapText(text: string, width: number, taken = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let used = taken;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const needed = widthOf(word);
    if (line !== '' && used + 1 + needed > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += needed + (line === '' ? 0 : 1);
    line += line === '' ? word : ` ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}
