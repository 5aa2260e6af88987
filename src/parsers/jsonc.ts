import { type ParseErrorCode, visit } from 'jsonc-parser';
import type { LocatedText } from '../core/located-text.ts';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../core/value.ts';
import type { ParsedText, SyntaxFault } from './dialects.ts';
import { unescapeJson } from './json-string.ts';

/** Deeper than any config a host writes; jsonc-parser recurses and would overflow the stack near 20,000. */
export const MAX_DEPTH = 512;

/** A tree of more would need gigabytes; the largest configs have some thousands of values. */
export const MAX_VALUES = 4_000_000;

/**
 * Parses JSON, tolerating comments and trailing commas, into values with places. Broken text still gives the values
 * that could be read, beside the fault. `offsetAt` maps an index of `text` to the document (identity by default).
 */
export function parseJsonc(text: LocatedText): ParsedText {
  const source = text.reveal();
  if (count(source, ',') + count(source, '[') + count(source, '{') > MAX_VALUES) {
    const message = `more than ${MAX_VALUES} values`;
    return { fault: { code: 'unreadable', message, offset: text.offsetAt(0) } };
  }
  const tooDeep = findTooDeep(source);
  if (tooDeep !== undefined) {
    const message = `nested deeper than ${MAX_DEPTH} levels`;
    return { fault: { code: 'too-deep', message, offset: text.offsetAt(tooDeep) } };
  }
  const builder = new TreeBuilder(text);
  let fault: SyntaxFault | undefined;
  visit(
    source,
    {
      onObjectBegin: (offset) => builder.open('mapping', offset),
      onObjectEnd: (offset, length) => builder.close(offset + length),
      onArrayBegin: (offset) => builder.open('sequence', offset),
      onArrayEnd: (offset, length) => builder.close(offset + length),
      onObjectProperty: (_name, offset, length) => builder.key(offset, length),
      onLiteralValue: (value, offset, length) => builder.literal(typeof value, offset, length),
      onError: (code, offset) => {
        fault ??= { code: 'syntax', message: describe(code, source, offset), offset: text.offsetAt(offset) };
      },
    },
    { allowTrailingComma: true },
  );
  const root = builder.finish(source.length);
  return { ...(root && { root }), ...(fault && { fault }) };
}

interface OpenNode {
  readonly kind: 'mapping' | 'sequence';
  readonly start: number;
  readonly entries: { key: LocatedText; value: Value }[];
  readonly items: Value[];
  pendingKey: LocatedText | undefined;
}

/** Collects the parser's events into a tree. */
class TreeBuilder {
  readonly #text: LocatedText;
  readonly #stack: OpenNode[] = [];
  #root: Value | undefined;

  constructor(text: LocatedText) {
    this.#text = text;
  }

  open(kind: OpenNode['kind'], start: number): void {
    this.#stack.push({ kind, start, entries: [], items: [], pendingKey: undefined });
  }

  close(end: number): void {
    const node = this.#stack.pop();
    if (!node) return;
    const range = { start: this.#text.offsetAt(node.start), end: this.#text.offsetAt(end) };
    const value: Mapping | Sequence =
      node.kind === 'mapping'
        ? { kind: 'mapping', range, entries: markShadowed(node.entries) }
        : { kind: 'sequence', range, items: node.items };
    this.#add(value);
  }

  key(offset: number, length: number): void {
    const node = this.#stack.at(-1);
    if (node) node.pendingKey = unescapeJson(this.#text.slice(offset, offset + length));
  }

  literal(type: string, offset: number, length: number): void {
    const written = this.#text.slice(offset, offset + length);
    const scalar: Scalar = {
      kind: 'scalar',
      range: written.range,
      type: type === 'string' || type === 'number' || type === 'boolean' ? type : 'null',
      text: type === 'string' ? unescapeJson(written) : written,
    };
    this.#add(scalar);
  }

  /** Closes what broken text left open. */
  finish(end: number): Value | undefined {
    while (this.#stack.length > 0) this.close(end);
    return this.#root;
  }

  #add(value: Value): void {
    const parent = this.#stack.at(-1);
    if (!parent) {
      this.#root ??= value;
    } else if (parent.kind === 'sequence') {
      parent.items.push(value);
    } else if (parent.pendingKey) {
      parent.entries.push({ key: parent.pendingKey, value });
      parent.pendingKey = undefined;
    }
  }
}

function markShadowed(entries: readonly { key: LocatedText; value: Value }[]): Entry[] {
  const seen = new Set<string>();
  const marked: Entry[] = [];
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]!;
    const name = entry.key.reveal();
    marked.push({ ...entry, shadowed: seen.has(name) });
    seen.add(name);
  }
  return marked.reverse();
}

/** Offset of the first bracket that goes too deep. Strings and comments are stepped over. */
function findTooDeep(source: string): number | undefined {
  if (count(source, '{') + count(source, '[') <= MAX_DEPTH) return undefined;
  const token = /["{}[\]]|\/[/*]/g;
  let depth = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const end = skipFrom(match[0], source, match.index);
    if (end !== undefined) {
      token.lastIndex = end;
    } else if (match[0] === '{' || match[0] === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return match.index;
    } else {
      depth = Math.max(0, depth - 1);
    }
  }
  return undefined;
}

function count(source: string, character: string): number {
  let found = 0;
  for (let at = source.indexOf(character); at >= 0; at = source.indexOf(character, at + 1)) found += 1;
  return found;
}

/** End of the string or comment that starts at `index`; nothing when it is a bracket. */
function skipFrom(opening: string, source: string, index: number): number | undefined {
  if (opening === '"') {
    for (let at = index + 1; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === 0x5c) at += 1;
      else if (code === 0x22 || code === 0x0a) return at + 1;
    }
    return source.length;
  }
  if (opening !== '//' && opening !== '/*') return undefined;
  if (opening === '//') {
    const length = source.slice(index).search(/[\r\n]/);
    return length === -1 ? source.length : index + length;
  }
  const end = source.indexOf('*/', index + 2);
  return end === -1 ? source.length : end + 2;
}

const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})/;

// Numbers of jsonc-parser's const enum ParseErrorCode, which a type-stripping build cannot inline.
const MESSAGES: Readonly<Record<number, string>> = {
  1: 'invalid symbol',
  2: 'invalid number',
  3: 'a property name is missing or not quoted',
  4: 'a value is missing',
  5: 'a colon is missing',
  6: 'a comma is missing',
  7: 'a closing brace is missing',
  8: 'a closing bracket is missing',
  9: 'there is text behind the end of the document',
  11: 'a comment is not closed',
  12: 'a string is not closed',
  13: 'a number is cut short',
  14: 'invalid \\u escape',
  15: 'invalid escape in a string',
  16: 'invalid character in a string',
};

/** Our own words: messages of parsers quote the text. */
function describe(code: ParseErrorCode, source: string, offset: number): string {
  if (source.trim() === '') return 'the file is empty';
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  if (CONFLICT_MARKER.test(source.slice(lineStart, lineStart + 7))) return 'merge conflict marker';
  if (source.slice(offset).trim() === '') return 'the file ends too early';
  return MESSAGES[code] ?? 'not valid JSON';
}
