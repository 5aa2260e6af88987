import { asMarked, encodeEach, join, type Marked, optional, type Text } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { Sink } from './sink.ts';
import { type Fields, isAlias, isFields, isList, isText, type Node } from './tree.ts';

const COMMENTS = ['# see the wiki page', '# TODO: rotate', '# übrig? 🔑', '# key: value', '# - item'];

/** Would not stay the string that it is, for readers of version 1.1 or 1.2. */
const RESERVED =
  /^(?:|~|null|true|false|yes|no|on|off|y|n|[-+]?[\d._]+(?:e[-+]?\d+)?|0x[\da-f]+|0o?[0-7]+|0b[01_]+|[-+]?\.(?:inf|nan)|\d+(?::\d+)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?.*)$/i;

/** May stand without quotes. */
function isPlain(text: string, inFlow: boolean): boolean {
  return (
    !RESERVED.test(text) &&
    !/^[\s\-?:,[\]{}#&*!|>'"%@`=<]/.test(text) &&
    !/\s$|:$|:\s|\s#|\p{Cc}|[\ufeff\u2028\u2029\x85]/u.test(text) &&
    !(inFlow && /[,[\]{}:]/.test(text))
  );
}

/** Writes a document; no key may come twice. `alone`: nothing else is in the file. */
export function writeYaml(
  root: Fields,
  random: Random,
  eol = random.chance(0.12) ? '\r\n' : '\n',
  alone = true,
): Marked {
  return new YamlWriter(random, eol).document(root, alone);
}

class YamlWriter {
  readonly #random: Random;
  readonly #eol: string;
  readonly #step: number;
  /** Dashes stand below the key that they belong to. */
  readonly #flush: boolean;
  readonly #comments: boolean;
  readonly #flow: number;
  readonly #quotes: 'plain' | 'single' | 'double' | 'mixed';
  readonly #sink = new Sink();

  constructor(random: Random, eol: string) {
    this.#random = random;
    this.#eol = eol;
    this.#step = random.pick([2, 2, 2, 4]);
    this.#flush = random.chance(0.4);
    this.#comments = random.chance(0.4);
    this.#flow = random.pick([0, 0, 0.1, 0.3, random.chance(0.2) ? 1 : 0.1]);
    this.#quotes = random.pick(['plain', 'plain', 'single', 'double', 'mixed']);
  }

  document(root: Fields, alone: boolean): Marked {
    if (this.#comments && this.#random.chance(0.4)) this.#sink.put(this.#random.pick(COMMENTS), this.#eol);
    if (alone && this.#random.chance(0.15)) this.#sink.put('---', this.#eol);
    this.#mapping(root, 0);
    this.#sink.put(this.#eol);
    return this.#sink.marked;
  }

  /** Begins where the first key shall stand, and ends behind the last value. */
  #mapping(mapping: Fields, indent: number): void {
    mapping.fields.forEach(([key, value], index) => {
      if (index > 0) this.#line(indent);
      if (this.#comments && this.#random.chance(0.05)) {
        this.#sink.put(this.#oldLine());
        this.#line(indent);
      }
      this.#sink.put(this.#key(key, value, false), ':');
      this.#value(value, indent);
    });
  }

  #value(node: Node, indent: number): void {
    if (isAlias(node)) this.#sink.put(` *${node.alias.anchor}`);
    else if (isFields(node)) {
      if (node.anchor !== undefined) this.#sink.put(` &${node.anchor}`);
      if (node.fields.length === 0 || (isSimple(node) && this.#random.chance(this.#flow))) {
        this.#sink.put(' ');
        this.#inFlow(node);
      } else {
        this.#sink.put(this.#remark());
        this.#line(indent + this.#step);
        this.#mapping(node, indent + this.#step);
      }
    } else if (isList(node)) this.#list(node, indent);
    else this.#scalar(node, indent);
  }

  #list(items: readonly Node[], indent: number): void {
    if (items.length === 0 || (items.every(isSimple) && this.#random.chance(Math.max(this.#flow, 0.35)))) {
      this.#sink.put(' ');
      this.#inFlow(items);
      return;
    }
    this.#sink.put(this.#remark());
    const dash = this.#flush ? indent : indent + this.#step;
    for (const item of items) {
      this.#line(dash);
      this.#sink.put('-');
      if (isFields(item) && item.fields.length > 0 && !(isSimple(item) && this.#random.chance(this.#flow))) {
        this.#sink.put(' ');
        this.#mapping(item, dash + 2);
      } else if (isFields(item) || isList(item)) {
        this.#sink.put(' ');
        this.#inFlow(item);
      } else this.#value(item, dash);
    }
  }

  #inFlow(node: Node): void {
    if (isAlias(node)) this.#sink.put(`*${node.alias.anchor} `);
    else if (isList(node)) this.#bracket('[', ']', node, (item) => this.#inFlow(item));
    else if (isFields(node))
      this.#bracket('{', '}', node.fields, ([key, value]) => {
        this.#sink.put(this.#key(key, value, true), ': ');
        this.#inFlow(value);
      });
    else this.#sink.put(isText(node) ? this.#quoted(node, true, 0) : String(node));
  }

  #bracket<T>(open: string, close: string, items: readonly T[], each: (item: T) => void): void {
    const space = items.length > 0 && this.#random.chance(0.5) ? ' ' : '';
    this.#sink.put(open, space);
    items.forEach((item, index) => {
      if (index > 0) this.#sink.put(', ');
      each(item);
    });
    this.#sink.put(space, close);
  }

  #scalar(node: Exclude<Node, Fields>, indent: number): void {
    if (!isText(node)) {
      this.#sink.put(` ${String(node)}`);
      return;
    }
    const { text } = asMarked(node);
    const block = this.#blockForm(text);
    this.#sink.put(' ', block === undefined ? this.#quoted(node, false, indent + this.#step) : '');
    if (block !== undefined) this.#block(node, block, indent + this.#step);
    if (block === undefined) this.#sink.put(this.#remark());
  }

  /** The mark of a literal or folded text, where one of them can hold it. */
  #blockForm(text: string): string | undefined {
    const many = text.includes('\n');
    if (!this.#random.chance(many ? 0.7 : 0.04)) return undefined;
    if (
      text === '' ||
      /^[\s]|\n\s|[^\S\n]\n|\n\n|[^\S\n]$|[\x00-\x09\x0b-\x1f\x85\u2028\u2029\ufeff]/.test(text)
    )
      return undefined;
    const keep = text.endsWith('\n') ? '' : '-';
    return many ? `|${keep}` : this.#random.pick([`|${keep}`, `>${keep}`]);
  }

  #block(text: Text, mark: string, indent: number): void {
    const spaces = ' '.repeat(indent);
    const { text: plain } = asMarked(text);
    const body = encodeEach(text, 'yaml-block', (char) => (char === '\n' ? `${this.#eol}${spaces}` : char));
    const last = plain.endsWith('\n') ? body.text.length - (this.#eol.length + indent) : body.text.length;
    // The line break at the end of a key is the block's own.
    const fits = body.spans.map((span) =>
      span.end <= last
        ? span
        : { ...span, end: last, mark: { ...span.mark, value: span.mark.value.replace(/\n$/, '') } },
    );
    this.#sink.put(mark, this.#eol, spaces, { text: body.text.slice(0, last), spans: fits });
  }

  #quoted(text: Text, inFlow: boolean, indent: number): Marked {
    const { text: plain } = asMarked(text);
    const style = this.#quotes === 'mixed' ? this.#random.pick(['plain', 'single', 'double']) : this.#quotes;
    if (style !== 'double' && style !== 'single' && isPlain(plain, inFlow)) return this.#broken(text, indent);
    const single = !/\p{Cc}|[\x85\u2028\u2029\ufeff]/u.test(plain);
    if (single && (style === 'single' || (style === 'plain' && this.#random.chance(0.5))))
      return join(
        "'",
        this.#broken(
          encodeEach(text, 'yaml-single', (c) => (c === "'" ? "''" : c)),
          indent,
        ),
        "'",
      );
    const needless = this.#random.chance(0.06);
    const body = encodeEach(text, 'yaml-double', (char) => {
      if (needless && this.#random.chance(0.15)) return hex(char);
      return JSON.stringify(char).slice(1, -1);
    });
    return join('"', this.#broken(body, indent), '"');
  }

  /** Now and then goes on in a new line where a single space stands. */
  #broken(text: Text, indent: number): Marked {
    const source = asMarked(text);
    const at = source.text.search(/(?<=[\w,.]) (?=[\w])/);
    const inside = source.spans.some(({ start, end }) => start < at + 1 && end > at);
    if (indent === 0 || at < 0 || inside || /\n/.test(source.text) || !this.#random.chance(0.08))
      return source;
    const added = `${this.#eol}${' '.repeat(indent)}`;
    const shift = added.length - 1;
    return {
      text: source.text.slice(0, at) + added + source.text.slice(at + 1),
      spans: source.spans.map((span) =>
        span.start > at ? { ...span, start: span.start + shift, end: span.end + shift } : span,
      ),
    };
  }

  #key(key: string, value: Node, inFlow: boolean): Text {
    if (key === '<<' && isAlias(value)) return key;
    if (isPlain(key, true) && !this.#random.chance(0.06)) return key;
    if (!inFlow && isPlain(key, false) && this.#random.chance(0.5)) return key;
    return /['\p{Cc}]/u.test(key) || this.#random.chance(0.5) ? JSON.stringify(key) : `'${key}'`;
  }

  #line(indent: number): void {
    this.#sink.put(this.#eol, ' '.repeat(indent));
  }

  #remark(): string {
    return this.#comments && this.#random.chance(0.06) ? ` ${this.#random.pick(COMMENTS)}` : '';
  }

  #oldLine(): Marked {
    if (!this.#random.chance(0.3)) return join(this.#random.pick(COMMENTS));
    return join('# GITHUB_TOKEN: ', optional(fill('ghp_{a:36}', this.#random), 'outside:comment'));
  }
}

function hex(char: string): string {
  const code = char.codePointAt(0) as number;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Nothing but scalars in it. */
const isSimple = (node: Node): boolean => {
  if (isList(node)) return node.every((item) => !isList(item) && !isFields(item) && !isAlias(item));
  if (isFields(node))
    return node.anchor === undefined && node.fields.every(([, value]) => isText(value) || !isNested(value));
  return !isAlias(node);
};
const isNested = (node: Node): boolean => isList(node) || isFields(node) || isAlias(node);
