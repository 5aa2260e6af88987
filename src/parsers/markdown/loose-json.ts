import type { LocatedText } from '../../core/located-text.ts';
import type { Mapping, Scalar, Sequence, Value } from '../../core/value.ts';
import { MAX_DEPTH } from '../jsonc.ts';
import { decodeString, endOfString } from './loose-string.ts';
import { markShadowed } from './shadow.ts';

/** White space, comments, and the dots that authors write for "and so on". */
const NOTHING = /[\s\ufeff]+|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|#[^\r\n]*|<!--[\s\S]*?(?:-->|$)|\.\.\.+|…/y;
/** A value without quotes: a number, a word, a reference, a placeholder. */
const BARE = /(?:\$\{[^{}\r\n]*\}|<[^<>\r\n]*>|[^\s,;{}[\]"'`$<]+|[$<])+/y;
const BARE_KEY = /[\w$@./-]+/y;
const COLON = /\s*:/y;
/** Outside of braces a word is only a key where more than a sentence follows. */
const COLON_AND_VALUE = /\s*:\s*(?=[{["'])/y;
const NUMBER = /^[-+]?\d[\d_.]*(?:[eE][-+]?\d+)?$/;

/**
 * Reads JSON as authors of texts write it: with comments, with `...` for what they leave out, without quotes or commas,
 * several values one after the other, or members without the braces around them. Gives every mapping and list that
 * stands for itself; the members without braces are one mapping, the last. Linear in the text, and never fails.
 */
export function parseLooseJson(text: LocatedText): (Mapping | Sequence)[] {
  return new LooseReader(text, false).read();
}

/** The same of JavaScript and TypeScript: every object and list of it, names of variables being references. */
export function parseLooseCode(text: LocatedText): (Mapping | Sequence)[] {
  return new LooseReader(text, true).read();
}

interface OpenNode {
  readonly kind: 'mapping' | 'sequence' | 'text';
  readonly start: number;
  readonly entries: { key: LocatedText; value: Value }[];
  readonly items: Value[];
  pendingKey: LocatedText | undefined;
}

class LooseReader {
  readonly #text: LocatedText;
  readonly #source: string;
  readonly #code: boolean;
  readonly #stack: OpenNode[] = [{ kind: 'text', start: 0, entries: [], items: [], pendingKey: undefined }];
  #at = 0;

  constructor(text: LocatedText, code: boolean) {
    this.#text = text;
    this.#code = code;
    this.#source = text.reveal();
  }

  read(): (Mapping | Sequence)[] {
    while (this.#at < this.#source.length && this.#stack.length <= MAX_DEPTH) {
      if (this.#match(NOTHING) === undefined) this.#step(this.#source[this.#at]!);
    }
    while (this.#stack.length > 1) this.#close();
    const { items, entries } = this.#stack[0]!;
    const members = markShadowed(entries);
    const [first] = members;
    const range = first && { start: first.key.range.start, end: members.at(-1)!.value.range.end };
    const roots = range ? [...items, { kind: 'mapping' as const, range, entries: members }] : items;
    return roots.filter((root) => root.kind !== 'scalar');
  }

  #step(character: string): void {
    const start = this.#at;
    if (character === '{' || character === '[') {
      this.#at += 1;
      this.#open(character === '{' ? 'mapping' : 'sequence', start);
    } else if (character === '}' || character === ']') {
      this.#at += 1;
      this.#closeUpTo(character === '}' ? 'mapping' : 'sequence');
    } else if (character === ',' || character === ';') {
      this.#at += 1;
      this.#stack.at(-1)!.pendingKey = undefined;
    } else if (character === '"' || character === "'" || character === '`') {
      this.#at = endOfString(this.#source, start);
      const written = this.#text.slice(start, this.#at);
      const content = decodeString(written);
      const node = this.#stack.at(-1)!;
      // What an ellipsis stands for has a key before it and another behind it.
      if (node.kind !== 'sequence' && this.#match(COLON) !== undefined) node.pendingKey = content;
      else this.#add({ kind: 'scalar', range: written.range, type: 'string', text: content });
    } else if (!this.#readBareKey() && this.#match(BARE) !== undefined) {
      this.#addBare(this.#text.slice(start, this.#at));
    } else if (this.#at === start) this.#at += 1;
  }

  #readBareKey(): boolean {
    const node = this.#stack.at(-1)!;
    if (node.kind === 'sequence' || node.pendingKey) return false;
    const start = this.#at;
    const word = this.#match(BARE_KEY);
    if (word === undefined) return false;
    if (this.#match(node.kind === 'text' ? COLON_AND_VALUE : COLON) !== undefined)
      node.pendingKey = this.#text.slice(start, start + word.length);
    // A word of a sentence, or a part of code.
    return true;
  }

  #addBare(text: LocatedText): void {
    const word = text.reveal();
    const type = NUMBER.test(word)
      ? 'number'
      : word === 'true' || word === 'false'
        ? 'boolean'
        : word === 'null'
          ? 'null'
          : 'string';
    const isName = this.#code && type === 'string';
    this.#add({
      kind: 'scalar',
      range: text.range,
      type,
      text: isName ? text.decodedWhole(`\${${word}}`) : text,
    } satisfies Scalar);
  }

  #open(kind: 'mapping' | 'sequence', start: number): void {
    this.#stack.push({ kind, start, entries: [], items: [], pendingKey: undefined });
  }

  /** Closes the next node of a kind and what was left open inside; nothing when there is none. */
  #closeUpTo(kind: 'mapping' | 'sequence'): void {
    const innermost = this.#stack.at(-1)!.kind;
    if (innermost === 'text' || (innermost !== kind && this.#stack.at(-2)!.kind !== kind)) return;
    if (innermost !== kind) this.#close();
    this.#close();
  }

  #close(): void {
    const { kind, start, entries, items } = this.#stack.pop()!;
    const range = { start: this.#text.offsetAt(start), end: this.#text.offsetAt(this.#at) };
    this.#add(
      kind === 'mapping'
        ? { kind, range, entries: markShadowed(entries) }
        : { kind: 'sequence', range, items },
    );
  }

  #add(value: Value): void {
    const node = this.#stack.at(-1)!;
    const key = node.pendingKey;
    node.pendingKey = undefined;
    if (key) node.entries.push({ key, value });
    else if (node.kind === 'sequence') node.items.push(value);
    // What has no key inside braces stands in the body of a function.
    else if (value.kind !== 'scalar') this.#stack[0]!.items.push(value);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source)?.[0];
    if (match !== undefined) this.#at += match.length;
    return match;
  }
}
