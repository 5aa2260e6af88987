import { LocatedText } from '../core/located-text.ts';
import { parseJsonc } from '../parsers/jsonc.ts';
import { jsonSyntax } from './json-syntax.ts';
import { type SyntaxOf, Unwritable } from './syntax.ts';

/** JSON5: most files of this dialect are JSON; where one is not, texts are replaced, and nothing is added or removed. */
export const json5Syntax: SyntaxOf = (source, root) => {
  const json = jsonSyntax(source, root);
  if (!parseJsonc(new LocatedText(source, 0)).fault) return json;
  return {
    ...json,
    replaceText(holder, text, part) {
      const written = JSON.stringify(text);
      if (!part) return { range: holder.range, text: written };
      return { range: part.range, text: written.slice(1, -1).replaceAll("'", "\\'") };
    },
    editContainer() {
      throw new Unwritable();
    },
  };
};
