import type { CST } from 'yaml';
import type { Edit } from '../core/edit.ts';
import { groupAdditions } from './group-additions.ts';
import { itemsOf, valueOfItem } from './json-tokens.ts';
import { type ContainerChange, Unwritable } from './syntax.ts';
import type { Spot } from './yaml-index.ts';
import { writeText } from './yaml-plain.ts';
import { columnOf, lineStartOf, type YamlStyle } from './yaml-style.ts';
import { writeFlow } from './yaml-write.ts';

interface Item {
  readonly start: number;
  readonly end: number;
  /** Of the comma behind it. */
  readonly comma?: number;
}

/** Changes of a mapping or a list in brackets. Comments between items all stay. */
export function editYamlFlow(source: string, style: YamlStyle, spot: Spot, change: ContainerChange): Edit[] {
  return new FlowEdit(source, style, spot, change).edits();
}

class FlowEdit {
  readonly #source: string;
  readonly #style: YamlStyle;
  readonly #change: ContainerChange;
  readonly #items: readonly Item[];
  readonly #survivors: readonly number[];
  readonly #edits: Edit[] = [];

  constructor(source: string, style: YamlStyle, spot: Spot, change: ContainerChange) {
    const { container, removed } = change;
    this.#source = source;
    this.#style = style;
    this.#change = change;
    const starts = new Map(spot.items.map(({ start, value }) => [value, start]));
    const commas = (spot.token as CST.FlowCollection).items.flatMap(({ start }) =>
      start.filter(({ type }) => type === 'comma').map(({ offset }) => offset),
    );
    let next = 0;
    this.#items = itemsOf(container).map((item) => {
      const { range } = valueOfItem(item);
      const start = starts.get(range.start);
      // What `<<` brings in is nowhere here.
      if (start === undefined) throw new Unwritable();
      while (commas[next] !== undefined && commas[next]! < range.end) next += 1;
      const comma = commas[next];
      return { start, end: range.end, ...(comma !== undefined && { comma }) };
    });
    this.#survivors = this.#items.map((_, index) => index).filter((index) => !removed.has(index));
  }

  edits(): Edit[] {
    const groups = groupAdditions(this.#change.added, this.#survivors);
    for (const [anchor, group] of groups) {
      const written = group.map(({ key, value }) =>
        key === undefined ? writeFlow(value) : `${writeText(key, true)}: ${writeFlow(value)}`,
      );
      const [first] = this.#survivors;
      if (anchor !== undefined) {
        const { end } = this.#items[anchor]!;
        const separator = this.#separator(anchor);
        // `{ a:, b: 1 }` is read in two ways.
        const space = this.#source[end - 1] === ':' ? ' ' : '';
        this.#insert(end, space + written.map((text) => separator + text).join(''));
      } else if (first !== undefined) {
        this.#addInFront(written, this.#separator(first));
      } else if (this.#items[0]) this.#insert(this.#items[0].start, written.join(this.#separator(0)));
      else this.#fill(written.join(', '));
    }
    this.#remove();
    return this.#edits;
  }

  /** With the bracket: where the first item begins, a change of that may begin, too. */
  #addInFront(written: readonly string[], separator: string): void {
    const { start } = this.#change.container.range;
    const gap = this.#source.slice(start + 1, this.#items[0]!.start);
    const text = written.join(separator);
    const added =
      separator !== ', ' ? `${separator.slice(1)}${text},` : gap === '' ? `${text}, ` : ` ${text},`;
    this.#edits.push({ range: { start, end: start + 1 }, text: this.#source[start] + added });
  }

  /** Between two items: a comma, and a line end where the item at a place has a line of its own. */
  #separator(index: number): string {
    const { start } = this.#items[index]!;
    const line = lineStartOf(this.#source, start);
    const beginsLine = this.#source.slice(line, start).trim() === '' && line > 0;
    return beginsLine ? `,${this.#style.lineEnd}${' '.repeat(columnOf(this.#source, start))}` : ', ';
  }

  #fill(text: string): void {
    const { kind, range } = this.#change.container;
    const inside = { start: range.start + 1, end: range.end - 1 };
    const padding = kind === 'mapping' ? ' ' : '';
    if (this.#source.slice(inside.start, inside.end).trim() === '')
      this.#edits.push({ range: inside, text: padding + text + padding });
    else this.#insert(inside.start, padding + text);
  }

  #remove(): void {
    const { removed } = this.#change;
    const last = this.#items.length - 1;
    for (let index = 0; index <= last; index++) {
      if (!removed.has(index)) continue;
      const first = index;
      while (removed.has(index + 1)) index += 1;
      const before = this.#items[first - 1];
      const behind = this.#items[index + 1];
      const start = before && !behind ? before.end : this.#items[first]!.start;
      const end =
        behind?.start ??
        (before ? this.#items[index]!.end : (this.#items[index]!.comma ?? this.#items[index]!.end));
      const stretch = {
        start,
        end: !behind && !before && this.#items[index]!.comma !== undefined ? end + 1 : end,
      };
      if (this.#isPlainGap(stretch, first, index)) this.#edits.push({ range: stretch, text: '' });
      else this.#removeSingly(first, index);
    }
  }

  /** Without a comment outside of the items. */
  #isPlainGap({ start, end }: { start: number; end: number }, first: number, last: number): boolean {
    let at = start;
    const gaps: string[] = [];
    for (const item of this.#items.slice(first, last + 1)) {
      gaps.push(this.#source.slice(at, Math.max(at, item.start)));
      at = item.end;
    }
    gaps.push(this.#source.slice(at, Math.max(at, end)));
    return gaps.every((gap) => /^[\s,]*$/.test(gap));
  }

  /** Items and the commas that they no longer need, each on its own: comments are between them. */
  #removeSingly(first: number, last: number): void {
    const isAtEnd = last === this.#items.length - 1;
    for (let index = first; index <= last; index++) {
      const { start, end, comma } = this.#items[index]!;
      this.#edits.push({ range: { start, end }, text: '' });
      if (comma !== undefined && !(isAtEnd && index === last && first > 0))
        this.#edits.push({ range: { start: comma, end: comma + 1 }, text: '' });
    }
    const before = isAtEnd ? this.#items[first - 1]?.comma : undefined;
    if (before !== undefined) this.#edits.push({ range: { start: before, end: before + 1 }, text: '' });
  }

  #insert(at: number, text: string): void {
    this.#edits.push({ range: { start: at, end: at }, text });
  }
}
