import type { Edit } from '../core/edit.ts';
import type { List } from '../parsers/toml/nodes.ts';
import { groupAdditions } from './group-additions.ts';
import { type Addition, type ContainerChange, Unwritable } from './syntax.ts';
import type { TomlLayout } from './toml-layout.ts';
import { writtenPath } from './toml-path.ts';
import { addBlock, addBlockAbove, cutLine } from './toml-place.ts';
import { linesOfItems, writeTable } from './toml-tables.ts';

/** Changes a list of `[[a]]` tables. Throws Unwritable where none would be left, or for an item that is no table. */
export function editItems(
  layout: TomlLayout,
  list: List,
  { removed, added }: ContainerChange,
): readonly Edit[] {
  const { source, statements, style } = layout;
  const items = linesOfItems(statements, list);
  const stays = [...items.keys()].filter((index) => !removed.has(index));
  const first = stays[0];
  if (first === undefined) throw new Unwritable();
  const path = writtenPath(source, items[0]![0]!, list);
  const blank = style.lineEnd + style.lineEnd;
  const write = ({ value }: Addition) => writeTable(`[[${path}]]`, value, layout);
  const additions = [...groupAdditions(added, stays)].map(([anchor, group]) => {
    const texts = group.map(write);
    if (anchor === undefined) {
      return addBlockAbove(layout, items[first]![0]!, texts.map((text) => text + blank).join(''));
    }
    const { end } = items[anchor]!.at(-1)!.range;
    return addBlock(source, end, texts.join(blank), style.lineEnd);
  });
  const lines = items.filter((_, index) => removed.has(index)).flat();
  return [...additions, ...lines.map(({ range }) => cutLine(source, range))];
}
