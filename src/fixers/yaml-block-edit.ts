import type { Edit } from '../core/edit.ts';
import { groupAdditions } from './group-additions.ts';
import { itemsOf, LINE_END, valueOfItem } from './json-tokens.ts';
import { type ContainerChange, Unwritable } from './syntax.ts';
import type { Spot } from './yaml-index.ts';
import { columnOf, lineEndOf, lineStartOf, type YamlStyle } from './yaml-style.ts';
import { writeItem } from './yaml-write.ts';

interface Item {
  readonly start: number;
  /** Behind its value, in front of the line end. */
  readonly end: number;
}

/** Changes of a mapping or a list that has a line for each item. Comments between items all stay. */
export function editYamlBlock(source: string, style: YamlStyle, spot: Spot, change: ContainerChange): Edit[] {
  return new BlockEdit(source, style, spot, change).edits();
}

class BlockEdit {
  readonly #source: string;
  readonly #style: YamlStyle;
  readonly #spot: Spot;
  readonly #change: ContainerChange;
  /** By the places of the items of the tree; absent for what `<<` brings in. */
  readonly #items: readonly (Item | undefined)[];
  /** Places of the items that stay. */
  readonly #survivors: readonly number[];
  readonly #column: number;
  readonly #edits: Edit[] = [];

  constructor(source: string, style: YamlStyle, spot: Spot, change: ContainerChange) {
    const { container, removed } = change;
    this.#source = source;
    this.#style = styleIn(source, style, change);
    this.#spot = spot;
    this.#change = change;
    const starts = new Map(spot.items.map(({ start, value }) => [value, start]));
    this.#items = itemsOf(container).map((item) => {
      const { range } = valueOfItem(item);
      const start = starts.get(range.start);
      const end = endOfLines(source, range.end);
      return start === undefined ? undefined : { start, end: Math.max(end, start) };
    });
    if ([...removed].some((index) => !this.#items[index])) throw new Unwritable();
    this.#survivors = this.#items.flatMap((item, index) => (item && !removed.has(index) ? [index] : []));
    this.#column = columnOf(source, spot.items[0]!.start);
  }

  edits(): Edit[] {
    const groups = groupAdditions(this.#change.added, this.#survivors);
    const line = this.#style.lineEnd + ' '.repeat(this.#column);
    for (const [anchor, group] of groups) {
      const lines = group.map(({ key, value }) => writeItem(key, value, this.#style, this.#column));
      const [first] = this.#survivors;
      if (anchor !== undefined)
        this.#insert(lineEndOf(this.#source, this.#items[anchor]!.end), line + lines.join(line));
      else if (first !== undefined) this.#insert(this.#items[first]!.start, lines.join(line) + line);
      else this.#replaceAll(lines.join(line));
    }
    if (this.#survivors.length > 0) this.#remove();
    else if (groups.size === 0) this.#empty();
    return this.#edits;
  }

  /** Nothing stays: what is new begins where the first item began. */
  #replaceAll(text: string): void {
    const [first, ...rest] = this.#written();
    this.#edits.push({ range: first!, text });
    for (const item of rest) this.#removeLines(item);
  }

  #empty(): void {
    const brackets = this.#change.container.kind === 'mapping' ? '{}' : '[]';
    const { indicator, empty } = this.#spot.properties;
    const [first, ...rest] = this.#written();
    // Without a key in front, or on the line of a `-`.
    if (!indicator || indicator.type === 'doc-start' || !this.#beginsLine(first!.start)) {
      this.#edits.push({ range: first!, text: brackets });
    } else {
      this.#insert(empty, ` ${brackets}`);
      this.#removeLines(first!);
    }
    for (const item of rest) this.#removeLines(item);
  }

  #remove(): void {
    const { removed } = this.#change;
    for (let index = 0; index < this.#items.length; index++) {
      const item = this.#items[index];
      if (!item || !removed.has(index)) continue;
      if (this.#beginsLine(item.start)) this.#removeLines(item, removed.has(index + 1));
      else {
        const next = this.#survivors.find((survivor) => survivor > index)!;
        const gaps = this.#gaps(index, next);
        if (gaps.every((gap) => gap.trim() === '')) {
          this.#edits.push({ range: { start: item.start, end: this.#items[next]!.start }, text: '' });
          index = next - 1;
        } else this.#cut(item);
      }
    }
  }

  /** What stands between items, from one place to another. */
  #gaps(from: number, to: number): string[] {
    const gaps: string[] = [];
    for (let index = from; index < to; index++)
      gaps.push(this.#source.slice(this.#items[index]!.end, this.#items[index + 1]!.start));
    return gaps;
  }

  /** Takes an item out with the line end in front of it, or without one where a comment is behind it. */
  #removeLines(item: Item, withNext = true): void {
    const end = lineEndOf(this.#source, item.end);
    if (this.#source.slice(item.end, end).trim() !== '') {
      this.#cut(item);
      return;
    }
    const line = lineStartOf(this.#source, item.start);
    const before = line === 0 ? 0 : this.#source[line - 2] === '\r' ? line - 2 : line - 1;
    // The line end in front of the next item goes with that.
    const behind =
      line === 0 && !withNext ? (LINE_END.exec(this.#source.slice(end, end + 2))?.[0].length ?? 0) : 0;
    this.#edits.push({ range: { start: before, end: end + behind }, text: '' });
  }

  /** Leaves what is behind an item on its line. */
  #cut({ start, end }: Item): void {
    const blank = /^[ \t]*/.exec(this.#source.slice(end, lineEndOf(this.#source, end)))![0].length;
    this.#edits.push({ range: { start, end: end + blank }, text: '' });
  }

  #beginsLine(offset: number): boolean {
    return this.#source.slice(lineStartOf(this.#source, offset), offset).trim() === '';
  }

  #written(): Item[] {
    return this.#items.filter((item) => item !== undefined);
  }

  #insert(at: number, text: string): void {
    this.#edits.push({ range: { start: at, end: at }, text });
  }
}

function endOfLines(source: string, end: number): number {
  if (source[end - 1] !== '\n') return end;
  return source[end - 2] === '\r' ? end - 2 : end - 1;
}

/** What the container itself shows goes before what the document shows. */
function styleIn(source: string, style: YamlStyle, { container }: ContainerChange): YamlStyle {
  const lineEnd = LINE_END.exec(source.slice(container.range.start, container.range.end))?.[0];
  return { ...style, lineEnd: lineEnd ?? style.lineEnd };
}
