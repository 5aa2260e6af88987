import { LocatedText } from '../core/located-text.ts';
import type { Value } from '../core/value.ts';
import { parseJsonc } from '../parsers/jsonc.ts';
import { editContainer, jsonNotation } from './edit-container.ts';
import { lineIndent, type Style, styleOf } from './json-style.ts';
import { jsonSyntax } from './json-syntax.ts';
import { itemsOf, valueOfItem } from './json-tokens.ts';
import { type Words, writeValue } from './json-write.ts';
import type { SyntaxOf } from './syntax.ts';

type Quote = '"' | "'";

/** JSON5: most files of this dialect are JSON. In others what is new has quotes where the file has them, of its kind. */
export const json5Syntax: SyntaxOf = (source, root) => {
  if (!parseJsonc(new LocatedText(source, 0)).fault) return jsonSyntax(source, root);
  let known: { readonly style: Style; readonly words: Words } | undefined;
  const own = () => {
    known ??= { style: styleOf(source, root), words: wordsOf(source, root) };
    return known;
  };
  return {
    replaceText(holder, text, part) {
      const { range } = holder;
      if (holder.type !== 'string') return { range, text: own().words.string(text) };
      const written = writeString(text, source[range.start] as Quote);
      return part ? { range: part.range, text: written.slice(1, -1) } : { range, text: written };
    },
    replaceValue: ({ range }, value) => ({
      range,
      text: writeValue(value, own().style, lineIndent(source, range.start), own().words),
    }),
    editContainer: (change) =>
      editContainer(source, own().style, change, jsonNotation(source, change.container, own().words)),
  };
};

/** As the first string and the first key of a file are written. */
function wordsOf(source: string, root: Value): Words {
  const quote = firstIn(root, (value) =>
    value.kind === 'scalar' && value.type === 'string' ? (source[value.range.start] as Quote) : undefined,
  );
  const isBare = firstIn(root, (value) => {
    const key = value.kind === 'mapping' ? value.entries[0]?.key : undefined;
    return key && !/["']/.test(source[key.range.start - 1] ?? '');
  });
  const string = (text: string) => writeString(text, quote ?? '"');
  return {
    string,
    key: (text) => (isBare && /^[A-Za-z_$][\w$]*$/.test(text) ? text : string(text)),
  };
}

/** What the first value tells that tells something; outer values come first. */
function firstIn<T>(root: Value, tell: (value: Value) => T | undefined): T | undefined {
  const queue: Value[] = [root];
  for (let at = 0; at < queue.length; at++) {
    const value = queue[at]!;
    const told = tell(value);
    if (told !== undefined) return told;
    if (value.kind !== 'scalar') for (const item of itemsOf(value)) queue.push(valueOfItem(item));
  }
  return undefined;
}

function writeString(text: string, quote: Quote): string {
  const written = JSON.stringify(text);
  if (quote === '"') return written;
  return `'${written.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
