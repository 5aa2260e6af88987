import { encodeEach, join, type Marked, optional, type Text } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { Sink } from './sink.ts';
import { type Fields, isFields, isList, isText, type Node } from './tree.ts';

const COMMENTS = [
  '# see the wiki page',
  '# TODO: rotate',
  '# [not.a.table]',
  '# übrig? 🔑',
  '# key = "value"',
];

/** Part of a document under one header. */
interface Section {
  readonly lines: readonly Marked[];
  /** Elements of a list of tables have to keep their order. */
  readonly ordered: boolean;
}

/** Writes a document without nulls and with no key twice. */
export function writeToml(root: Fields, random: Random): Marked {
  const writer = new TomlWriter(random, random.chance(0.12) ? '\r\n' : '\n');
  return writer.document(root);
}

class TomlWriter {
  readonly #random: Random;
  readonly #eol: string;
  readonly #comments: boolean;
  readonly #escapes: number;
  /** How tables inside tables are written, mostly. */
  readonly #habit: 'header' | 'inline' | 'dotted';

  constructor(random: Random, eol: string) {
    this.#random = random;
    this.#eol = eol;
    this.#comments = random.chance(0.4);
    this.#escapes = random.pick([0, 0, 0, 0.1, 0.3]);
    this.#habit = random.pick(['header', 'header', 'header', 'inline', 'dotted']);
  }

  document(root: Fields): Marked {
    const [first, ...rest] = this.#sections([], root);
    const sections = [
      ...(first === undefined ? [] : [first]),
      ...(rest.every(({ ordered }) => !ordered) && this.#random.chance(0.3)
        ? this.#random.shuffle(rest)
        : rest),
    ];
    const sink = new Sink();
    if (this.#comments && this.#random.chance(0.5)) sink.put(this.#random.pick(COMMENTS), this.#eol);
    sections.forEach(({ lines }, index) => {
      if (index > 0 && this.#random.chance(0.8)) sink.put(this.#eol);
      for (const line of lines) {
        if (this.#comments && this.#random.chance(0.04)) sink.put(this.#oldLine(), this.#eol);
        sink.put(line, this.#remark(), this.#eol);
      }
    });
    return sink.marked;
  }

  /** The section of a table itself, empty for one that only holds tables, and those of the tables in it. */
  #sections(path: readonly string[], table: Fields): Section[] {
    const lines: Marked[] = [];
    const below: Section[] = [];
    for (const [key, value] of table.fields) {
      if (isFields(value)) {
        const style = path.length === 0 ? 'header' : this.#style();
        if (style === 'dotted' && value.fields.length > 0) lines.push(...this.#dotted([key], value));
        else if (style === 'inline' || (style === 'dotted' && value.fields.length === 0))
          lines.push(join(this.#key(key), this.#equals(), this.#inline(value)));
        else below.push(...this.#sections([...path, key], value));
      } else if (isList(value) && value.length > 0 && value.every(isFields) && this.#random.chance(0.6)) {
        for (const item of value as readonly Fields[]) below.push(this.#element([...path, key], item));
      } else lines.push(join(this.#key(key), this.#equals(), this.#value(value, 0)));
    }
    if (path.length === 0) return [{ lines, ordered: false }, ...below];
    const needed = lines.length > 0 || below.length === 0 || this.#random.chance(0.15);
    const header = join('[', this.#space(), this.#path(path), this.#space(), ']');
    return [...(needed ? [{ lines: [header, ...lines], ordered: false }] : []), ...below];
  }

  #element(path: readonly string[], item: Fields): Section {
    const lines = item.fields.map(([key, value]) =>
      join(this.#key(key), this.#equals(), this.#value(value, 0)),
    );
    return { lines: [join('[[', this.#path(path), ']]'), ...lines], ordered: true };
  }

  #style(): 'header' | 'inline' | 'dotted' {
    return this.#random.chance(0.8) ? this.#habit : this.#random.pick(['header', 'inline', 'dotted']);
  }

  #dotted(path: readonly string[], table: Fields): Marked[] {
    return table.fields.flatMap(([key, value]) =>
      isFields(value) && value.fields.length > 0
        ? this.#dotted([...path, key], value)
        : [join(this.#path([...path, key]), this.#equals(), this.#value(value, 0))],
    );
  }

  #path(path: readonly string[]): Marked {
    const dot = this.#random.chance(0.1) ? ' . ' : '.';
    return join(...path.flatMap((key, index) => (index === 0 ? [this.#key(key)] : [dot, this.#key(key)])));
  }

  #key(key: string): Marked {
    if (/^[\w-]+$/.test(key) && /^[\x21-\x7e]+$/.test(key) && !this.#random.chance(0.1)) return join(key);
    return !/['\p{Cc}]/u.test(key) && this.#random.chance(0.4) ? join(`'${key}'`) : this.#basic(key);
  }

  #value(node: Node, depth: number): Marked {
    if (isText(node)) return this.#string(node);
    if (isList(node)) return this.#list(node, depth);
    if (isFields(node)) return this.#inline(node);
    if (typeof node === 'number' && node >= 10_000 && this.#random.chance(0.3))
      return join(String(node).replace(/(?<=\d)(?=(?:\d{3})+$)/g, '_'));
    return join(String(node));
  }

  #list(items: readonly Node[], depth: number): Marked {
    if (items.length === 0) return join('[]');
    const flat = depth > 0 || this.#random.chance(0.6);
    const sink = new Sink();
    sink.put('[', flat ? this.#space() : '');
    items.forEach((item, index) => {
      if (!flat) sink.put(this.#eol, '  ');
      sink.put(this.#value(item, depth + 1));
      if (index < items.length - 1) sink.put(flat ? ', ' : ',');
      else if (!flat && this.#random.chance(0.5)) sink.put(',');
      if (!flat) sink.put(this.#remark());
    });
    sink.put(flat ? this.#space() : this.#eol, ']');
    return sink.marked;
  }

  /** On one line, as version 1.0 wants it. */
  #inline(table: Fields): Marked {
    if (table.fields.length === 0) return join('{}');
    const sink = new Sink();
    sink.put('{ ');
    table.fields.forEach(([key, value], index) => {
      if (index > 0) sink.put(', ');
      sink.put(this.#key(key), this.#equals(), this.#value(value, 1));
    });
    sink.put(' }');
    return sink.marked;
  }

  #string(text: Text): Marked {
    const plain = typeof text === 'string' ? text : text.text;
    const literal = !/['\p{Cc}]/u.test(plain);
    const lines = this.#eol === '\n' || !plain.includes('\n');
    const draw = this.#random.next();
    if (literal && draw < (plain.includes('"') || plain.includes('\\') ? 0.45 : 0.2))
      return join("'", text, "'");
    if (lines && (draw > 0.95 || (plain.includes('\n') && draw > 0.5))) return this.#basicLines(text);
    if (lines && draw > 0.91 && /^[^\p{Cc}]*(?:\n[^\p{Cc}]*)*$/u.test(plain) && !/'''|'$/.test(plain))
      return join("'''", plain.startsWith('\n') || this.#random.chance(0.4) ? this.#eol : '', text, "'''");
    return this.#basic(text);
  }

  #basic(text: Text): Marked {
    const needless = this.#random.chance(this.#escapes);
    return join(
      '"',
      encodeEach(text, 'toml-basic', (char) => this.#escaped(char, needless, /["\\]/)),
      '"',
    );
  }

  #basicLines(text: Text): Marked {
    const body = encodeEach(text, 'toml-lines', (char) =>
      char === '\n' ? char : this.#escaped(char, false, /["\\]/),
    );
    const opening = this.#random.pick(['', this.#eol, `\\${this.#eol}    `]);
    const keepsStart = !/^\s/.test(body.text);
    const closing = this.#random.chance(0.2) ? `\\${this.#eol}  ` : '';
    return join('"""', keepsStart ? opening : this.#eol, body, closing, '"""');
  }

  #escaped(char: string, needless: boolean, always: RegExp): string {
    const code = char.codePointAt(0) as number;
    if (always.test(char)) return `\\${char}`;
    if (char === '\n') return '\\n';
    if (char === '\t') return '\\t';
    if (code < 32 || code === 127) return `\\u${code.toString(16).padStart(4, '0')}`;
    if (needless && this.#random.chance(0.15))
      return code > 0xffff || this.#random.chance(0.3)
        ? `\\U${code.toString(16).padStart(8, '0').toUpperCase()}`
        : `\\u${code.toString(16).padStart(4, '0')}`;
    return char;
  }

  #equals(): string {
    return this.#random.chance(0.9) ? ' = ' : '=';
  }

  #space(): string {
    return this.#random.chance(0.1) ? ' ' : '';
  }

  #remark(): string {
    return this.#comments && this.#random.chance(0.06) ? ` ${this.#random.pick(COMMENTS)}` : '';
  }

  /** What somebody took out of use, and left. */
  #oldLine(): Marked {
    if (!this.#random.chance(0.3)) return join(this.#random.pick(COMMENTS));
    return join('# GITHUB_TOKEN = "', optional(fill('ghp_{a:36}', this.#random), 'outside:comment'), '"');
  }
}
