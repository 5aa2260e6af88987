import { lineIndent } from './json-style.ts';
import { type SyntaxOf, Unwritable } from './syntax.ts';
import { editInlineTable, editList } from './toml-brackets.ts';
import { editItems } from './toml-items.ts';
import { layoutOf, type TomlLayout } from './toml-layout.ts';
import { editTable } from './toml-tables.ts';
import { replaceTomlText } from './toml-text.ts';
import { writeToml } from './toml-write.ts';

/** TOML: lines, inline tables and lists. */
export const tomlSyntax: SyntaxOf = (source, root) => {
  let known: TomlLayout | undefined;
  const layout = () => {
    known ??= layoutOf(source, root);
    return known;
  };
  return {
    replaceText: (holder, text, part) => replaceTomlText(source, holder, text, part),
    replaceValue(old, value) {
      const node = layout().nodes.get(old);
      const isLines =
        node?.kind === 'table' ? node.form !== 'inline' : node?.kind === 'list' && node.ofTables;
      if (isLines) throw new Unwritable();
      const { range } = old;
      return { range, text: writeToml(value, layout().style, lineIndent(source, range.start)) };
    },
    editContainer(change) {
      const node = layout().nodes.get(change.container);
      if (node?.kind === 'list')
        return node.ofTables ? editItems(layout(), node, change) : editList(layout(), change);
      if (node?.kind !== 'table') throw new Unwritable();
      const isInBraces = node.form === 'inline' || layout().braces.has(node);
      return isInBraces ? editInlineTable(layout(), node, change) : editTable(layout(), node, change);
    },
  };
};
