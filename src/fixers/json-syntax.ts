import { editContainer } from './edit-container.ts';
import { lineIndent, type Style, styleOf } from './json-style.ts';
import { writeValue } from './json-write.ts';
import type { SyntaxOf } from './syntax.ts';

/** JSON, with comments and trailing commas or without. */
export const jsonSyntax: SyntaxOf = (source, root) => {
  let known: Style | undefined;
  const style = () => {
    known ??= styleOf(source, root);
    return known;
  };
  return {
    replaceText(holder, text, part) {
      const written = JSON.stringify(text);
      if (holder.type !== 'string') return { range: holder.range, text: written };
      const inside = { start: holder.range.start + 1, end: holder.range.end - 1 };
      return { range: part?.range ?? inside, text: written.slice(1, -1) };
    },
    replaceValue: ({ range }, value) => ({
      range,
      text: writeValue(value, style(), lineIndent(source, range.start)),
    }),
    editContainer: (change) => editContainer(source, style(), change),
  };
};
