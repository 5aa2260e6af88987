import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import type { Sized } from './anchors.ts';
import { entriesOf, type Member } from './merge-keys.ts';

/** A value that was read. */
export interface Read extends Sized {
  /** Index behind what is written of it. */
  readonly end: number;
}

export interface Key extends Pick<Member, 'merges'> {
  readonly text: LocatedText;
  readonly size: number;
  readonly end: number;
}

/** Collects what is in a mapping or a list. Indexes are those of the text that is read. */
export class Builder {
  /** Behind what was read so far. */
  end: number;
  readonly #start: number;
  readonly #members: Member[] = [];
  readonly #items: Value[] = [];
  #size = 1;
  #height = 0;

  constructor(start: number) {
    this.#start = start;
    this.end = start;
  }

  member({ text, merges, size, end }: Key, read: Read): void {
    this.#members.push({ key: text, value: read.value, merges });
    this.#size += size - 1;
    this.#count(read);
    this.end = Math.max(end, read.end);
  }

  item(read: Read): void {
    this.#items.push(read.value);
    this.#count(read);
    this.end = read.end;
  }

  mapping(text: LocatedText): Read {
    const { range } = text.slice(this.#start, this.end);
    return this.#read({ kind: 'mapping', range, entries: entriesOf(this.#members) });
  }

  sequence(text: LocatedText): Read {
    const { range } = text.slice(this.#start, this.end);
    return this.#read({ kind: 'sequence', range, items: this.#items });
  }

  #count({ size, height }: Sized): void {
    this.#size += size;
    this.#height = Math.max(this.#height, height);
  }

  #read(value: Value): Read {
    return { value, end: this.end, size: this.#size, height: this.#height + 1 };
  }
}
