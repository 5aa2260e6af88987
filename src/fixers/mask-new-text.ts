const SPACE = /\s+/y;
/** The dash of an item of YAML as well. */
const PUNCTUATION = /[{}[\],:=();]|-(?=\s)/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.|'')*)'|`((?:[^`\\]|\\.)*)`/sy;
/** Without quotes: up to where a value, or a key, ends in any dialect. */
const BARE = /(?:(?![,\]})]|:(?:\s|$)|\s+(?:=|#)|["'`]).)+/sy;

/** New text of one line, outside of the values of the old one. `show` gives what may be shown of a string or a word. */
export function maskNewText(text: string, show: (raw: string) => string): string {
  let masked = '';
  for (let at = 0; at < text.length; ) {
    const take = (pattern: RegExp) => {
      pattern.lastIndex = at;
      return pattern.exec(text);
    };
    const space = take(SPACE);
    const found = space ?? take(PUNCTUATION);
    if (found) {
      masked += space ? ' '.repeat(space[0].length) : found[0];
      at += found[0].length;
      continue;
    }
    const quoted = take(QUOTED);
    const raw = quoted?.[1] ?? quoted?.[2] ?? quoted?.[3];
    const bare = quoted ? undefined : take(BARE);
    const length = quoted?.[0].length ?? bare?.[0].length ?? 1;
    const quote = quoted?.[0][0] ?? '';
    masked += quote + show(raw ?? text.slice(at, at + length)) + quote;
    at += length;
  }
  return masked;
}
