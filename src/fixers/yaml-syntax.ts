import type { Edit } from '../core/edit.ts';
import type { Value } from '../core/value.ts';
import type { NewValue, SyntaxOf } from './syntax.ts';
import { Unwritable } from './syntax.ts';
import { editYamlBlock } from './yaml-block-edit.ts';
import { editYamlFlow } from './yaml-flow-edit.ts';
import { type Spot, YamlIndex } from './yaml-index.ts';
import { replaceYamlText } from './yaml-replace.ts';
import { columnOf, lineEndOf, type YamlStyle, yamlStyleOf } from './yaml-style.ts';
import { writeBehind, writeFlow } from './yaml-write.ts';

/** YAML. What aliases stand for is not changed: an edit would change all that they stand in. */
export const yamlSyntax: SyntaxOf = (source, root) => {
  let known: { readonly index: YamlIndex; readonly style: YamlStyle } | undefined;
  const read = () => {
    known ??= { index: new YamlIndex(source), style: yamlStyleOf(source, root) };
    return known;
  };
  return {
    replaceText: (holder, text, part) =>
      replaceYamlText(source, read().index.spotOf(holder), holder, text, part),
    replaceValue: (old, value) => replaceValue(source, read().style, old, read().index.spotOf(old), value),
    editContainer(change) {
      const { index, style } = read();
      const spot = index.spotOf(change.container);
      return spot.token?.type === 'flow-collection'
        ? editYamlFlow(source, style, spot, change)
        : editYamlBlock(source, style, spot, change);
    },
  };
};

function replaceValue(source: string, style: YamlStyle, old: Value, spot: Spot, value: NewValue): Edit {
  const { inFlow, properties, token } = spot;
  const { indicator, tag, anchor } = properties;
  if (tag || anchor) throw new Unwritable();
  const { start, end } = withoutLineEnd(source, old);
  if (inFlow) {
    if (token) return { range: { start, end }, text: writeFlow(value) };
    const before = source[start - 1] ?? ' ';
    return {
      range: { start, end },
      text: `${/\s/.test(before) ? '' : before === ':' ? ' ' : ': '}${writeFlow(value)}`,
    };
  }
  // A document as a whole, and a key without a `:`.
  if (!indicator || indicator.type === 'doc-start') throw new Unwritable();
  const behind = indicator.offset + 1;
  const between = source.slice(behind, start);
  if (between.trim() !== '') throw new Unwritable();
  const rest = source.slice(end, lineEndOf(source, end));
  const column = indicator.type === 'seq-item-ind' ? columnOf(source, indicator.offset) : spot.indent;
  const sign = indicator.type === 'seq-item-ind' ? '-' : ':';
  // A comment behind it stays on its line.
  const text = rest.trim() === '' ? writeBehind(value, style, column, sign) : ` ${writeFlow(value)}`;
  return { range: { start: behind, end }, text };
}

/** A block text ends with its last line; what comes next begins on a line of its own. */
function withoutLineEnd(source: string, { range }: Value): { start: number; end: number } {
  const lineEnd = /\r?\n$/.exec(source.slice(range.start, range.end))?.[0] ?? '';
  return { start: range.start, end: range.end - lineEnd.length };
}
