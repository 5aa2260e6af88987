/** A tag of a Go template, of Jinja or of a program like them. */
const TAG = /\{\{[^\n]{0,400}?\}\}|\{%[^\n]{0,400}?%\}|\{#[^\n]{0,400}?#\}/g;

/**
 * The text with plain words of the same length in the place of its template tags, and comments in that of lines with
 * nothing else in them; nothing when it has no tags. Every other character stays at its index.
 */
export function withoutTemplateTags(
  source: string,
): { readonly text: string; readonly first: number } | undefined {
  if (!/\{[{%#]/.test(source)) return undefined;
  let first = -1;
  const text = source.replace(/^.*$/gm, (line, start: number) => {
    if (!/\{[{%#]/.test(line)) return line;
    const masked = line.replace(TAG, (tag) => 'x'.repeat(tag.length));
    if (masked === line) return line;
    if (first === -1) first = start + line.search(TAG);
    const isAlone = line.replace(TAG, '').trim() === '';
    return isAlone ? masked.replace('x', '#') : masked;
  });
  return first === -1 ? undefined : { text, first };
}
