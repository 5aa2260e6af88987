/** The quotes that a literal of a script stands in. */
export type Quote = "'" | '"' | '`';

/** A text as it is written between the quotes of a script's literal. */
export function writeScriptText(text: string, quote: Quote): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  if (quote === '`') return escaped.replaceAll('\\n', '\n').replace(/`|\$(?=\{)/g, '\\$&');
  // Ends of lines for scripts from before 2019.
  return escaped
    .replaceAll(quote, `\\${quote}`)
    .replace(/[\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16)}`);
}

/** An escape that strings have and templates have not: `\1`, and `\0` in front of a digit. */
const OCTAL = /^\\(?:[1-9]|0[0-9])/;

/**
 * Places in a text between the quotes of a string that need a backslash in front where it becomes a template. Nothing where
 * it cannot become one.
 */
export function escapesForTemplate(written: string): readonly number[] | undefined {
  const places: number[] = [];
  for (let index = 0; index < written.length; ) {
    if (OCTAL.test(written.slice(index, index + 3))) return undefined;
    if (written[index] === '`' || written.startsWith('${', index)) places.push(index);
    index += written[index] === '\\' ? 2 : 1;
  }
  return places;
}
