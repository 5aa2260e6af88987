/**
 * The last value of a setting in some files of git's own format (git-config(1)), the strongest file last; names in lower
 * case. For plain settings of plain sections only: no includes, and a value is read up to its first comment.
 */
export function gitSetting(texts: readonly string[], section: string, name: string): string | undefined {
  let value: string | undefined;
  for (const text of texts) {
    let current = '';
    for (const line of text.split('\n')) {
      const [, header, rest] = /^\s*\[([^\]]*)\](.*)$/.exec(line) ?? [];
      if (header !== undefined) current = header.trim().toLowerCase();
      if (current !== section) continue;
      const [, key, written] = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:=(.*))?$/.exec(rest ?? line) ?? [];
      if (key?.toLowerCase() === name) value = written === undefined ? 'true' : unquote(written);
    }
  }
  return value;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' };

/** Quotes and escapes taken off, white space at both ends and comments as well. */
function unquote(written: string): string {
  let text = '';
  let kept = 0;
  let quoted = false;
  for (let index = 0; index < written.length; index++) {
    const character = written[index]!;
    if (character === '"') quoted = !quoted;
    else if (character === '\\') {
      index++;
      const escaped = written[index] ?? '';
      text += ESCAPES[escaped] ?? escaped;
    } else if (!quoted && (character === '#' || character === ';')) break;
    else if (quoted || text !== '' || !/\s/.test(character)) text += character;
    if (quoted || !/\s/.test(character)) kept = text.length;
  }
  return text.slice(0, kept);
}
