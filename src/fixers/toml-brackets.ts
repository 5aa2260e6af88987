import type { Edit } from '../core/edit.ts';
import type { Range } from '../core/range.ts';
import type { Pair, Table, TomlNode } from '../parsers/toml/nodes.ts';
import { editContainer, type Notation } from './edit-container.ts';
import type { Token } from './json-tokens.ts';
import type { Addition, ContainerChange } from './syntax.ts';
import { colonOf, type TomlLayout } from './toml-layout.ts';
import { writtenPart } from './toml-path.ts';
import { writeKey, writeToml } from './toml-write.ts';

/** Changes a list in brackets. */
export function editList(layout: TomlLayout, change: ContainerChange): readonly Edit[] {
  const items = change.container.kind === 'sequence' ? change.container.items : [];
  return editBrackets(
    layout,
    change,
    items.map(({ range }) => range),
    () => undefined,
    '',
  );
}

/** Changes an inline table, or a table that keys with dots make in one. */
export function editInlineTable(
  layout: TomlLayout,
  node: Table,
  { container, removed, added }: ContainerChange,
): readonly Edit[] {
  const braces = layout.braces.get(node) ?? container;
  const owner = layout.nodes.get(braces) as Table;
  const { pairs } = owner;
  const members = pairs.map((pair) => memberIn(node, owner, pair));
  const own = [...pairs.keys()].filter((index) => members[index] !== -1);
  const gone = own.filter((index) => removed.has(members[index]!));
  const path = node === owner ? '' : pathTo(layout.source, pairs[own[0]!]!, node);
  const edit = (leaving: readonly number[], coming: readonly Addition[]) => {
    const change = { container: braces, removed: new Set(leaving), added: coming };
    return editPairs(layout, change, pairs, path === '' ? '' : `${path}.`);
  };
  if (node !== owner && added.length === 0 && gone.length === own.length) {
    // The keys that made it are gone; it is empty now.
    const text = `${path}${layout.style.colon}{}`;
    return [{ range: pairs[own[0]!]!.range, text }, ...edit(gone.slice(1), [])];
  }
  const moved = added.map((addition): Addition => {
    const before = own.findLast((index) => members[index]! < addition.index) ?? (own[0] ?? 0) - 1;
    return { ...addition, index: before + 1 };
  });
  return edit(gone, moved);
}

/** Place in a table of what a pair sets in it; -1 for what does not. */
function memberIn(node: Table, owner: Table, { steps }: Pair): number {
  const at = node === owner ? 0 : steps.findIndex((step) => step.node === node) + 1;
  const step = at === 0 && node !== owner ? undefined : steps[at];
  return step ? node.entries.indexOf(step.member) : -1;
}

/** The key of a pair up to a table, as it is written. */
function pathTo(source: string, { range, steps }: Pair, node: TomlNode): string {
  const step = steps.find((one) => one.node === node)!;
  return source.slice(range.start, writtenPart(source, step.part).end);
}

function editPairs(
  layout: TomlLayout,
  change: ContainerChange,
  pairs: readonly Pair[],
  prefix: string,
): readonly Edit[] {
  const ranges = pairs.map(({ range }) => range);
  return editBrackets(layout, change, ranges, (index) => colonOf(layout.source, pairs[index]!), prefix);
}

function editBrackets(
  { source, style }: TomlLayout,
  change: ContainerChange,
  items: readonly Range[],
  colonAt: Notation['colonAt'],
  prefix: string,
): readonly Edit[] {
  return editContainer(source, style, change, {
    tokens: tokensOf(source, change.container.range, items),
    colonAt,
    write: ({ key, value }, written, indent, colon) => {
      const text = writeToml(value, { ...style, ...written }, indent);
      return key === undefined ? text : prefix + writeKey(key) + colon + text;
    },
  });
}

/** Brackets, items, and the commas and comments between them. */
function tokensOf(source: string, { start, end }: Range, items: readonly Range[]): Token[] {
  const tokens: Token[] = [{ kind: 'open', start, end: start + 1, index: -1 }];
  const readGap = (from: number, to: number, index: number) => {
    for (let at = from; at < to; at++) {
      if (source[at] === ',') tokens.push({ kind: 'comma', start: at, end: at + 1, index });
      else if (source[at] === '#') {
        const length = source.slice(at, to).search(/[\r\n]/);
        const stop = length === -1 ? to : at + length;
        tokens.push({ kind: 'comment', start: at, end: stop, index });
        at = stop - 1;
      }
    }
  };
  let at = start + 1;
  for (const [index, item] of items.entries()) {
    readGap(at, item.start, index - 1);
    tokens.push({ kind: 'item', ...item, index });
    at = item.end;
  }
  readGap(at, end - 1, items.length - 1);
  tokens.push({ kind: 'close', start: end - 1, end, index: -1 });
  return tokens;
}
