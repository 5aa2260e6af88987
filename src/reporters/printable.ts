// Controls, format characters (bidirectional overrides, zero-width, tags), line and paragraph separators and whatever
// else Unicode says may be drawn as nothing: it moves a cursor or hides text in a terminal, a log or a review page.
const unprintable = () => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Any text as one line without characters that are not seen. Lossy: for people, not for machines. */
export function printable(text: string): string {
  // Most texts are plain, and the expressions for the others are slow to make.
  if (/^[ -~\u2026]*$/.test(text)) return text;
  return wellFormed(text.replace(unprintable(), '\u00b7'));
}

/** Any text as valid Unicode. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Cuts to a number of UTF-16 units, never through a character. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}\u2026`;
}

/**
 * JSON with two spaces of indentation and a newline at the end. Characters that are not seen are written as escapes:
 * nothing is lost for a parser, and nothing acts on a terminal.
 */
export function formatJson(value: unknown): string {
  return writeJson(value, 2);
}

/** The same as one line. */
export function formatJsonLine(value: unknown): string {
  return writeJson(value, 0);
}

function writeJson(value: unknown, indentation: number): string {
  const text = JSON.stringify(
    value,
    (_key, member) => (typeof member === 'string' ? wellFormed(member) : member),
    indentation,
  );
  return `${text.replace(unprintable(), (found) => (found === '\n' ? found : escapeUnits(found)))}\n`;
}

function escapeUnits(text: string): string {
  let escaped = '';
  for (let index = 0; index < text.length; index++) {
    escaped += `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
