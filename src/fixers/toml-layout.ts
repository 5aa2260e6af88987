import { LocatedText } from '../core/located-text.ts';
import type { Value } from '../core/value.ts';
import type { Pair, Table, TomlNode } from '../parsers/toml/nodes.ts';
import { readDocument, type Statement } from '../parsers/toml/read-document.ts';
import { indentAt, lineIndent } from './json-style.ts';
import { LINE_END } from './json-tokens.ts';
import type { Container } from './syntax.ts';
import type { TomlStyle } from './toml-write.ts';

/** How the containers of a document are written. */
export interface TomlLayout {
  readonly source: string;
  readonly statements: readonly Statement[];
  readonly style: TomlStyle;
  /** New mappings get a header of their own where they can, as those of the file have. */
  readonly hasSubTables: boolean;
  readonly nodes: ReadonlyMap<Value, TomlNode>;
  /** The inline table, of the document's tree, that `a` of `{ a.b = 1 }` stands in. */
  readonly braces: ReadonlyMap<TomlNode, Container>;
}

/** Reads a text once more, with everything that its values do not tell. */
export function layoutOf(source: string, root: Value): TomlLayout {
  const document = readDocument(new LocatedText(source, 0));
  const nodes = new Map<Value, TomlNode>();
  const braces = new Map<TomlNode, Container>();
  const walk = (value: Value, node: TomlNode): void => {
    nodes.set(value, node);
    if (value.kind === 'mapping' && node.kind === 'table') {
      for (const { steps } of node.pairs) for (const step of steps.slice(0, -1)) braces.set(step.node, value);
      for (const [index, { value: member }] of value.entries.entries())
        walk(member, node.entries[index]!.value);
    } else if (value.kind === 'sequence' && node.kind === 'list')
      for (const [index, item] of value.items.entries()) walk(item, node.items[index]!);
  };
  walk(root, document.root);
  const { statements } = document;
  const tables = [...nodes.values()].filter((node): node is Table => node.kind === 'table');
  return {
    source,
    statements,
    style: styleOf(source, nodes, statements, tables),
    hasSubTables: hasSubTables(tables),
    nodes,
    braces,
  };
}

/** Whether tables have tables under headers in them, and none in braces. */
function hasSubTables(tables: readonly Table[]): boolean {
  const isSubTable = ({ value }: Table['entries'][number]) =>
    value.kind === 'table' && value.form === 'header';
  return (
    tables.some(({ form, entries }) => form === 'header' && entries.some(isSubTable)) &&
    tables.every(({ form }) => form !== 'inline')
  );
}

function styleOf(
  source: string,
  nodes: ReadonlyMap<Value, TomlNode>,
  statements: readonly Statement[],
  tables: readonly Table[],
): TomlStyle {
  const pair = statements.find(({ kind }) => kind === 'pair');
  const inline = tables.find(({ pairs }) => pairs.length > 0);
  const colon = [pair, inline?.pairs[0]].map((one) => one && colonOf(source, one)).find(Boolean) ?? ' = ';
  const values = [...nodes.keys()];
  const string = values.find((value) => value.kind === 'scalar' && value.type === 'string');
  const list = values.find((value) => value.kind === 'sequence' && source[value.range.start + 1] !== '[');
  const first = list?.kind === 'sequence' ? list.items[0] : undefined;
  const indent = first && indentAt(source, first.range.start);
  const unit = list && indent?.slice(lineIndent(source, list.range.start).length);
  return {
    lineEnd: LINE_END.exec(source)?.[0] ?? '\n',
    unit: unit || '  ',
    colon,
    space: ' ',
    padding: inline?.own && !/\s/.test(source[inline.own.start + 1]!) ? '' : ' ',
    // TOML 1.0 does not allow inline tables to have a line for each item.
    spreads: { mapping: false, sequence: indent !== undefined },
    literal: string !== undefined && source[string.range.start] === "'",
  };
}

/** Between the key and the value of a line or of a pair in braces, unless it aligns values. */
export function colonOf(source: string, { steps }: Pair): string | undefined {
  const { part } = steps.at(-1)!;
  const colon = /^["']?([ \t]?=[ \t]?)(?=[^ \t])/.exec(source.slice(part.range.end, part.range.end + 8));
  return colon?.[1];
}
