import { asMarked, encodeEach, join, type Marked, type Span, sliced, type Text } from './marked.ts';
import type { Random } from './random.ts';
import { Sink } from './sink.ts';
import { type Fields, isAlias, isFields, isList, isText, type Node } from './tree.ts';

const NAMES = 'token apiKey secret API_KEY TOKEN GITHUB_TOKEN credentials mcpToken accessToken KEY pw'.split(
  ' ',
);
const READERS = [
  "requireEnv('NAME')",
  "await getSecret('NAME')",
  "Deno.env.get('NAME')",
  'env.NAME',
  'import.meta.env.NAME',
  'config.get("NAME")',
];
const COMMENTS = [
  '// see the wiki page',
  '// TODO: rotate',
  '/* local only */',
  "// mcpServers: { 'x': {} }",
];

/** Writes values as code; constants that they name stand in `declarations`. */
export class ScriptWriter {
  readonly declarations: Marked[] = [];
  readonly #random: Random;
  readonly #eol: string;
  readonly #typed: boolean;
  readonly #quote: string;
  readonly #semicolon: string;
  readonly #taken = new Set<string>();

  constructor(random: Random, eol: string, typed: boolean) {
    this.#random = random;
    this.#eol = eol;
    this.#typed = typed;
    this.#quote = random.pick(["'", "'", '"']);
    this.#semicolon = random.chance(0.8) ? ';' : '';
  }

  get eol(): string {
    return this.#eol;
  }

  get end(): string {
    return this.#semicolon;
  }

  /** `indent`: number of steps that the line stands in. */
  value(node: Node, indent: number): Marked {
    if (isText(node)) return this.text(node);
    if (isList(node)) return this.#bracketed('[', ']', node, indent, (item) => this.value(item, indent + 1));
    if (isFields(node)) return this.object(node, indent);
    return join(isAlias(node) ? 'undefined' : String(node));
  }

  /** `more`: members in front, such as `...process.env`. */
  object(mapping: Fields, indent: number, more: readonly string[] = []): Marked {
    const members: readonly (string | readonly [string, Node])[] = [...more, ...mapping.fields];
    return this.#bracketed('{', '}', members, indent, (member) => {
      if (typeof member === 'string') return join(member);
      const [key, value] = member;
      return this.member(key, this.value(value, indent + 1));
    });
  }

  /** `key: code`, or the name alone when both are the same. */
  member(key: string, code: Marked): Marked {
    if (key === code.text && this.#random.chance(0.7)) return code;
    return join(this.#key(key), ': ', code);
  }

  /** `{ a, b }` of members that are code already. */
  record(members: readonly (readonly [string, Marked])[], indent: number): Marked {
    return this.#bracketed('{', '}', members, indent, ([key, code]) => this.member(key, code));
  }

  array(items: readonly Marked[], indent: number): Marked {
    return this.#bracketed('[', ']', items, indent, (item) => item);
  }

  /** A string as code: a literal, or something that comes to the same. */
  text(text: Text): Marked {
    const source = asMarked(text);
    const reference = source.spans.find(({ mark }) =>
      /^reference:(?:braces|env|dollar|code)$/.test(mark.slot),
    );
    if (reference !== undefined && this.#random.chance(0.8)) return this.#reading(source, reference);
    const secret = onlySecret(source);
    if (secret === undefined) return this.#literal(source);
    const before = sliced(source, 0, secret.start);
    const after = sliced(source, secret.end, source.text.length);
    const alone = sliced(source, secret.start, secret.end);
    const whole = before.text === '' && after.text === '';
    const draw = this.#random.next();
    if (draw < 0.55) return this.#literal(source);
    if (draw < 0.67) return this.#constant(source);
    if (draw < 0.74 && (whole || /^\w+ $/.test(before.text))) return this.#fallback(source);
    if (draw < 0.78 && whole && alone.text.length > 20) return this.#halves(alone);
    if (whole) return this.#literal(source);
    const inner = this.#random.chance(0.5) ? this.#constant(alone) : this.#literal(alone);
    if (draw < 0.88) return this.#sum(before, inner, after);
    return this.#template(before, inner, after);
  }

  /** A constant with this text; its name. */
  #constant(text: Marked): Marked {
    const hint = text.spans[0]?.mark.slot.includes('env') ? 'API_TOKEN' : this.#random.pick(NAMES);
    let name = hint;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${hint}${number}`;
    this.#taken.add(name);
    const whole = text.spans[0]?.start === 0;
    const literal = whole && this.#random.chance(0.15) ? this.#fallback(text) : this.#literal(text);
    if (this.#random.chance(0.1)) {
      this.declarations.push(
        join(
          `const ${name} = {${this.#eol}  region: 'eu',${this.#eol}  value: `,
          literal,
          `,${this.#eol}}${this.#semicolon}`,
        ),
      );
      return join(`${name}.value`);
    }
    const type = this.#typed && this.#random.chance(0.2) ? ': string' : '';
    const after =
      this.#typed && type === '' && !literal.text.includes('process.env') && this.#random.chance(0.1)
        ? ' as const'
        : '';
    const keyword = this.#random.pick(['const', 'const', 'const', 'export const', 'let', 'var']);
    this.declarations.push(join(`${keyword} ${name}${type} = `, literal, `${after}${this.#semicolon}`));
    return join(name);
  }

  /** The environment first, then what is written here. */
  #fallback(text: Marked): Marked {
    const name = this.#random.pick(['GITHUB_TOKEN', 'API_KEY', 'MCP_TOKEN']);
    return join(`process.env.${name} ${this.#random.pick(['??', '||'])} `, this.#literal(text));
  }

  /** One credential in two literals. */
  #halves(text: Marked): Marked {
    const middle = this.#random.int(6, text.text.length - 6);
    const quote = this.#quote;
    if (/['"\\`$]|\p{Cc}/u.test(text.text)) return this.#literal(text);
    const glue = `${quote} + ${quote}`;
    return join(
      quote,
      {
        text: text.text.slice(0, middle) + glue + text.text.slice(middle),
        spans: text.spans.map((span) => ({
          ...span,
          end: span.end + glue.length,
          layers: [...span.layers, 'script-joined'],
        })),
      },
      quote,
    );
  }

  #sum(before: Marked, inner: Marked, after: Marked): Marked {
    return join(
      ...(before.text === '' ? [] : [this.#literal(before), ' + ']),
      inner.text.includes('process.env') ? join('(', inner, ')') : inner,
      ...(after.text === '' ? [] : [' + ', this.#literal(after)]),
    );
  }

  #template(before: Marked, inner: Marked, after: Marked): Marked {
    return join('`', inTemplate(before), '${', inner, '}', inTemplate(after), '`');
  }

  /** Code that gets the value at run time, in the place of a reference of a config. */
  #reading(source: Marked, { start, end, mark }: Span): Marked {
    const name = /[A-Z][A-Z\d_]+/.exec(mark.value)?.[0] ?? 'API_KEY';
    const code = this.#random.chance(0.7)
      ? this.#random.pick([
          `process.env.${name}`,
          `process.env.${name}`,
          `process.env['${name}']`,
          ...(this.#typed ? [`process.env.${name}!`] : []),
          `process.env.${name} ?? ''`,
          `process.env.${name} || ''`,
        ])
      : this.#random.pick(READERS).replace('NAME', name);
    const before = source.text.slice(0, start);
    const after = source.text.slice(end);
    if (before === '' && after === '') return join(code);
    if (this.#random.chance(0.3)) return this.#sum(asMarked(before), join(`(${code})`), asMarked(after));
    return this.#template(asMarked(before), join(code), asMarked(after));
  }

  #literal(text: Marked): Marked {
    if (this.#random.chance(0.1)) return join('`', inTemplate(text), '`');
    const quote = this.#random.chance(0.9) ? this.#quote : this.#random.pick(["'", '"']);
    const needless = this.#random.chance(0.04);
    const body = encodeEach(text, 'script', (char) => this.#escaped(char, quote, needless));
    return join(quote, body, quote);
  }

  #escaped(char: string, quote: string, needless: boolean): string {
    const code = char.codePointAt(0) as number;
    // A double quote is escaped between single ones as well, so that labels are checked in one way.
    if (char === quote || char === '\\' || char === '"') return `\\${char}`;
    if (char === '\n') return '\\n';
    if (char === '\t') return '\\t';
    if (code < 32) return `\\x${code.toString(16).padStart(2, '0')}`;
    if (!needless || !this.#random.chance(0.15)) return char;
    return this.#random.pick([
      `\\u{${code.toString(16)}}`,
      code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : char,
      code < 65536 ? `\\u${code.toString(16).padStart(4, '0')}` : char,
    ]);
  }

  #key(key: string): string {
    if (/^[A-Za-z_$][\w$]*$/.test(key)) {
      if (this.#random.chance(0.9)) return key;
      return this.#random.chance(0.8) ? `${this.#quote}${key}${this.#quote}` : `["${key}"]`;
    }
    return this.#random.chance(0.95) ? JSON.stringify(key) : `[${JSON.stringify(key)}]`;
  }

  #bracketed<T>(
    open: string,
    close: string,
    items: readonly T[],
    indent: number,
    each: (item: T) => Marked,
  ): Marked {
    if (items.length === 0) return join(open, close);
    const parts = items.map(each);
    const length = parts.reduce((sum, part) => sum + part.text.length + 2, indent * 2);
    const flat = length < 90 && !parts.some((part) => part.text.includes('\n'));
    const sink = new Sink();
    sink.put(open);
    parts.forEach((part, index) => {
      if (flat) sink.put(index > 0 || open === '{' ? ' ' : '', part, index < parts.length - 1 ? ',' : '');
      else
        sink.put(
          this.#eol,
          '  '.repeat(indent + 1),
          part,
          ',',
          this.#random.chance(0.03) ? ` ${this.#random.pick(COMMENTS)}` : '',
        );
    });
    sink.put(flat ? (open === '{' ? ' ' : '') : this.#eol + '  '.repeat(indent), close);
    return sink.marked;
  }
}

const inTemplate = (text: Marked): Marked =>
  encodeEach(text, 'script-template', (char) =>
    /[`\\$]/.test(char) ? `\\${char}` : char === '\r' ? '\\r' : char,
  );

/** The credential of a text, when it is one and no stretch but its own is as good. */
function onlySecret(text: Marked): Span | undefined {
  const [first, ...others] = text.spans;
  return first?.mark.verdict === 'secret' && others.length === 0 ? first : undefined;
}
