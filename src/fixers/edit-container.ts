import type { Edit } from '../core/edit.ts';
import { cutTokens } from './cut-tokens.ts';
import { groupAdditions } from './group-additions.ts';
import { beginsLine, colonOf, indentAt, lineIndent, type Style } from './json-style.ts';
import { itemsOf, LINE_END, rangeOfItem, type Token, tokensOf, valueOfItem } from './json-tokens.ts';
import { JSON_WORDS, type Words, writeValue } from './json-write.ts';
import type { Addition, Container, ContainerChange } from './syntax.ts';

/** What dialects write in different ways inside the brackets of a container. */
export interface Notation {
  readonly tokens: readonly Token[];
  /** Between the key and the value of an old item; nothing where the style of the document counts. */
  colonAt(index: number): string | undefined;
  /** A new item. `indent` is that of its line; without it all of it goes on one line. */
  write(addition: Addition, style: Style, indent: string | undefined, colon: string): string;
}

/** The edits that make a change. Comments between items all stay. */
export function editContainer(
  source: string,
  style: Style,
  change: ContainerChange,
  notation: Notation = jsonNotation(source, change.container, JSON_WORDS),
): Edit[] {
  return new ContainerEdit(source, style, change, notation).edits();
}

/** The notation of JSON, with strings and keys in a form of their own. */
export function jsonNotation(source: string, container: Container, words: Words): Notation {
  return {
    tokens: tokensOf(source, container),
    colonAt: (index) => {
      const item = itemsOf(container)[index]!;
      return 'key' in item ? colonOf(source, item) : undefined;
    },
    write: ({ key, value }, style, indent, colon) => {
      const written = writeValue(value, style, indent, words);
      return key === undefined ? written : words.key(key) + colon + written;
    },
  };
}

class ContainerEdit {
  readonly #source: string;
  readonly #style: Style;
  readonly #change: ContainerChange;
  readonly #notation: Notation;
  readonly #tokens: readonly Token[];
  readonly #items: readonly Token[];
  readonly #commas: ReadonlyMap<number, Token>;
  readonly #survivors: readonly number[];
  /** The last item has a comma behind it, too. */
  readonly #trailing: boolean;
  readonly #edits: Edit[] = [];

  constructor(source: string, style: Style, change: ContainerChange, notation: Notation) {
    const { container, removed } = change;
    this.#source = source;
    this.#notation = notation;
    this.#tokens = notation.tokens;
    this.#style = styleIn(source, container, this.#tokens, style);
    this.#change = change;
    this.#items = this.#tokens.filter(({ kind }) => kind === 'item');
    this.#commas = new Map(
      this.#tokens.filter(({ kind }) => kind === 'comma').map((token) => [token.index, token]),
    );
    this.#survivors = this.#items.map(({ index }) => index).filter((index) => !removed.has(index));
    this.#trailing = this.#commas.has(this.#items.length - 1);
  }

  edits(): Edit[] {
    const groups = groupAdditions(this.#change.added, this.#survivors);
    const last = this.#survivors.at(-1);
    for (const [anchor, group] of groups) {
      if (anchor !== undefined) this.#addBehind(anchor, group, anchor !== last || this.#trailing);
      else if (last !== undefined) this.#addInFront(group);
      else if (this.#items.length > 0)
        this.#insert(this.#items[0]!.start, this.#join(group, 0, this.#trailing));
      else this.#fill(group);
    }
    this.#remove(groups.has(last));
    return this.#edits;
  }

  #addBehind(anchor: number, group: readonly Addition[], goesOn: boolean): void {
    const item = this.#items[anchor]!;
    const comma = this.#commas.get(anchor);
    if (!comma) this.#insert(item.end, ',');
    const indent = indentAt(this.#source, item.start);
    const at = (comma ?? item).end;
    const place = indent === undefined ? at : this.#behindComments(at);
    const separator = indent === undefined ? this.#style.space : this.#style.lineEnd + indent;
    this.#insert(place, separator + this.#join(group, anchor, goesOn));
  }

  #addInFront(group: readonly Addition[]): void {
    const first = this.#survivors[0]!;
    const { start } = this.#items[first]!;
    const indent = indentAt(this.#source, start);
    const text = this.#join(group, first, true);
    if (indent === undefined) this.#insert(start, text + this.#style.space);
    else {
      const place = this.#behindComments(this.#change.container.range.start + 1);
      this.#insert(place, this.#style.lineEnd + indent + text);
    }
  }

  /** Into a container without items. */
  #fill(group: readonly Addition[]): void {
    const { kind, range } = this.#change.container;
    const style = this.#style;
    const comment = this.#tokens.findLast((token) => token.kind === 'comment');
    const start = comment?.end ?? range.start + 1;
    const rest = this.#source.slice(start, range.end - 1);
    const isOpen = LINE_END.test(this.#source.slice(range.start, range.end));
    if (isOpen || (beginsLine(this.#source, range.start) && style.spreads[kind])) {
      const around = lineIndent(this.#source, range.start);
      const line = style.lineEnd + around;
      const items = this.#write(group, around + style.unit, style.colon);
      const text = items.map((item) => line + style.unit + item).join(',');
      if (LINE_END.test(rest)) this.#insert(start, text);
      else this.#edits.push({ range: { start, end: range.end - 1 }, text: text + line });
    } else {
      const padding = rest !== '' || kind === 'sequence' ? rest : style.padding;
      const items = this.#write(group, undefined, style.colon).join(`,${style.space}`);
      const text = (comment ? style.space : padding) + items + padding;
      this.#edits.push({ range: { start, end: range.end - 1 }, text });
    }
  }

  /** `followed`: something new is behind the last item that stays. */
  #remove(followed: boolean): void {
    const { removed, added } = this.#change;
    const last = this.#survivors.at(-1);
    const isDropped = ({ kind, index }: Token): boolean => {
      if (kind === 'item') return removed.has(index);
      return kind === 'comma' && (removed.has(index) || (index === last && !followed && !this.#trailing));
    };
    for (let at = 0; at < this.#tokens.length; at++) {
      if (!isDropped(this.#tokens[at]!)) continue;
      const first = at;
      while (isDropped(this.#tokens[at + 1]!)) at += 1;
      const isReplaced = last === undefined && added.length > 0;
      const ranges = isReplaced
        ? [{ start: this.#tokens[first]!.start, end: this.#tokens[at]!.end }]
        : cutTokens(this.#source, this.#tokens, first, at);
      for (const range of ranges) this.#edits.push({ range, text: '' });
    }
  }

  #insert(at: number, text: string): void {
    this.#edits.push({ range: { start: at, end: at }, text });
  }

  /** New items as the old one at `index` is written, a comma behind each, behind the last one if it `goesOn`. */
  #join(group: readonly Addition[], index: number, goesOn: boolean): string {
    const indent = indentAt(this.#source, this.#items[index]!.start);
    const separator = indent === undefined ? this.#style.space : this.#style.lineEnd + indent;
    const written = this.#write(group, indent, this.#notation.colonAt(index) ?? this.#style.colon);
    return written.join(`,${separator}`) + (goesOn ? ',' : '');
  }

  #write(group: readonly Addition[], indent: string | undefined, colon: string): string[] {
    return group.map((addition) => this.#notation.write(addition, this.#style, indent, colon));
  }

  /** Behind the comments that follow `at` on the same line. */
  #behindComments(at: number): number {
    let end = at;
    for (const token of this.#tokens) {
      if (token.start < at) continue;
      if (token.kind !== 'comment' || LINE_END.test(this.#source.slice(end, token.start))) break;
      end = token.end;
    }
    return end;
  }
}

/** What the container itself shows of its style goes before what the document shows. */
function styleIn(source: string, container: Container, tokens: readonly Token[], style: Style): Style {
  const lineEnd = LINE_END.exec(source.slice(container.range.start, container.range.end))?.[0];
  const comma = tokens.findIndex(({ kind }, at) => kind === 'comma' && tokens[at + 1]!.kind === 'item');
  const space = comma === -1 ? '' : source.slice(tokens[comma]!.end, tokens[comma + 1]!.start);
  const spreads = { ...style.spreads };
  for (const item of itemsOf(container)) {
    const value = valueOfItem(item);
    const first = value.kind === 'scalar' ? undefined : itemsOf(value)[0];
    if (value.kind === 'scalar' || first === undefined) continue;
    spreads[value.kind] = indentAt(source, rangeOfItem(source, first).start) !== undefined;
  }
  return {
    ...style,
    spreads,
    lineEnd: lineEnd ?? style.lineEnd,
    space: comma === -1 || LINE_END.test(space) ? style.space : space,
  };
}
