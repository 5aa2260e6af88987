import * as fc from 'fast-check';

/** What a TOML text says; a number or a date as it is written. */
export type TomlModel = string | boolean | { readonly number: string } | readonly TomlModel[] | TomlTable;

export interface TomlTable {
  readonly table: readonly (readonly [string, TomlModel])[];
}

const strings = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'Bearer x',
    '# none',
    "it's",
    '"',
    '\\',
    'a, b',
    ']',
    '}',
    '\n',
    ' \n y',
    'é\u{1f511}',
    '\u007f',
  ),
  fc.string({ maxLength: 6 }),
);
const scalars: fc.Arbitrary<TomlModel> = fc.oneof(
  { weight: 4, arbitrary: strings },
  fc.boolean(),
  fc
    .constantFrom(
      '1',
      '-0',
      '0x_f'.replace('_', ''),
      '1_000',
      '1.5e3',
      'inf',
      '1979-05-27',
      '1979-05-27 07:32:00Z',
      '07:32',
    )
    .map((number) => ({ number })),
);
const keys = fc.constantFrom('a', 'b', 'env', 'args', '1', 'b c', '#', '"', "'", '', 'ключ', 'a.b');

const tables: fc.Arbitrary<TomlTable> = fc.letrec<{ value: TomlModel; table: TomlTable }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('table'),
    fc.array(tie('table'), { maxLength: 2 }),
  ),
  table: fc
    .uniqueArray(fc.tuple(keys, tie('value')), { maxLength: 4, selector: ([key]) => key })
    .map((table) => ({ table })),
})).table;

/** How a text is written. */
export const tomlForms: fc.Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 255 }), {
  minLength: 1,
  maxLength: 60,
});

/** A text and what it says: every kind of string, table and list, in every order that TOML allows. */
export const tomlTexts: fc.Arbitrary<{ readonly text: string; readonly model: TomlTable }> = fc
  .tuple(tables, tomlForms)
  .map(([model, form]) => ({ model, text: printToml(model, form) }));

export function printToml(model: TomlTable, form: readonly number[]): string {
  return new Printer(form).print(model);
}

export function isTable(model: TomlModel): model is TomlTable {
  return typeof model === 'object' && 'table' in model;
}

function isList(model: TomlModel): model is readonly TomlModel[] {
  return Array.isArray(model);
}

class Printer {
  readonly #choices: readonly number[];
  readonly #lineEnd: string;
  #at = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
    this.#lineEnd = choices[0]! % 3 === 0 ? '\r\n' : '\n';
  }

  print(root: TomlTable): string {
    const blocks: string[][] = [];
    const { body, rest } = this.#lines(root, '');
    this.#blocks(rest, blocks);
    // Tables may come in any order; those in lists of tables are one block.
    const order = blocks.map((block) => ({ block, by: this.#pick(3) })).sort((a, b) => a.by - b.by);
    const lines = [...body, ...order.flatMap(({ block }) => block)];
    return lines.map((line) => line + this.#lineEnd).join('');
  }

  #pick(count: number): number {
    return this.#choices[this.#at++ % this.#choices.length]! % count;
  }

  /** Lines of a table's body, and what is written under headers. */
  #lines({ table }: TomlTable, prefix: string): { body: string[]; rest: [string, TomlModel][] } {
    const body: string[] = [];
    const rest: [string, TomlModel][] = [];
    const indent = ['', '', '  ', '\t'][this.#pick(4)]!;
    for (const [key, value] of table) {
      const path = prefix + this.#key(key);
      const form = this.#pick(4);
      if (isTable(value) && value.table.length > 0 && form === 0) {
        for (const line of this.#dotted(value, `${this.#key(key)}.`))
          body.push(...this.#around(indent + line));
      } else if ((isTable(value) || isTables(value)) && form < 3) rest.push([path, value]);
      else body.push(...this.#around(`${indent}${this.#key(key)}${this.#equals()}${this.#value(value)}`));
    }
    return { body, rest };
  }

  #dotted({ table }: TomlTable, prefix: string): string[] {
    return table.flatMap(([key, value]) =>
      isTable(value) && value.table.length > 0 && this.#pick(2) === 0
        ? this.#dotted(value, `${prefix}${this.#key(key)}${[' . ', '.'][this.#pick(2)]}`)
        : [`${prefix}${this.#key(key)}${this.#equals()}${this.#value(value)}`],
    );
  }

  #blocks(rest: readonly (readonly [string, TomlModel])[], blocks: string[][]): void {
    for (const [path, value] of rest) {
      if (isTable(value)) {
        const { body, rest: inner } = this.#lines(value, `${path}.`);
        const isImplicit = body.length === 0 && inner.length > 0 && this.#pick(2) === 0;
        if (!isImplicit) blocks.push([...this.#around(`[${path}]`), ...body]);
        this.#blocks(inner, blocks);
      } else if (isTables(value)) {
        const block: string[] = [];
        for (const item of value) {
          const { body, rest: inner } = this.#lines(item, `${path}.`);
          block.push(...this.#around(`[[${path}]]`), ...body);
          const below: string[][] = [];
          this.#blocks(inner, below);
          block.push(...below.flat());
        }
        blocks.push(block);
      }
    }
  }

  /** A line with comments, sometimes. */
  #around(line: string): string[] {
    const choice = this.#pick(8);
    if (choice === 0) return [`${line} # key = "x" [`];
    if (choice === 1) return ['# above', line];
    return choice === 2 ? ['', line] : [line];
  }

  #equals(): string {
    return [' = ', '=', '  =\t', ' = '][this.#pick(4)]!;
  }

  #key(key: string): string {
    if (/^[A-Za-z0-9_-]+$/.test(key) && this.#pick(4) > 0) return key;
    return /'/.test(key) || this.#pick(2) === 0 ? JSON.stringify(key) : `'${key}'`;
  }

  #value(value: TomlModel): string {
    if (typeof value === 'string') return this.#string(value);
    if (typeof value === 'boolean') return String(value);
    if (isTable(value)) return this.#inline(value);
    if (!isList(value)) return value.number;
    const layout = this.#pick(4);
    const items = value.map((item) => this.#value(item));
    if (layout < 2 || items.length === 0)
      return `[${layout === 0 ? ' ' : ''}${items.join(', ')}${layout === 0 ? ' ' : ''}]`;
    const comment = layout === 2 ? ' # ], "x"' : '';
    const lines = items.map((item, index) => {
      const isLast = index === items.length - 1;
      return `${this.#lineEnd}  ${item}${isLast && layout === 2 ? '' : ','}${comment}`;
    });
    return `[${lines.join('')}${this.#lineEnd}]`;
  }

  #inline(table: TomlTable): string {
    const pairs = table.table.flatMap(([key, value]) =>
      isTable(value) && value.table.length > 0 && this.#pick(3) === 0
        ? this.#dotted(value, `${this.#key(key)}.`)
        : [`${this.#key(key)}${this.#equals()}${this.#value(value)}`],
    );
    if (pairs.length === 0) return ['{}', '{ }'][this.#pick(2)]!;
    const layout = this.#pick(4);
    if (layout < 2) return layout === 0 ? `{${pairs.join(',')}}` : `{ ${pairs.join(', ')} }`;
    const line = `${this.#lineEnd}  `;
    return layout === 2
      ? `{ ${pairs.join(', ')} }`
      : `{${line}${pairs.join(`, # }${line}`)},${this.#lineEnd}}`;
  }

  #string(text: string): string {
    const isPlain = !/[\0-\x08\x0a-\x1f\x7f]/.test(text);
    const basic = this.#escaped(text);
    switch (this.#pick(6)) {
      case 0:
        return isPlain && !text.includes("'") ? `'${text}'` : basic;
      case 1:
        return isPlain && !text.includes("'") ? `'''${text}'''` : basic;
      case 2:
        return `"""${this.#lineEnd === '\n' && !text.startsWith('\n') ? withLineEnds(basic.slice(1, -1)) : basic.slice(1, -1)}"""`;
      case 3: {
        const half = text.length >> 1;
        const [start, end] = [text.slice(0, half), text.slice(half)].map((part) =>
          this.#escaped(part).slice(1, -1),
        );
        return `"""${this.#lineEnd}${start}\\ ${this.#lineEnd}  ${end!.replace(/^ /, '\\u0020')}"""`;
      }
      default:
        return basic;
    }
  }

  #escaped(text: string): string {
    const written = JSON.stringify(text).replaceAll('\u007f', '\\u007f');
    if (this.#pick(3) > 0) return written;
    const units = [...text].map((unit) => `\\U${unit.codePointAt(0)!.toString(16).padStart(8, '0')}`);
    return /\p{Surrogate}/u.test(text) ? written : `"${units.join('')}"`;
  }
}

/** With line ends in the place of their escapes; a backslash behind a backslash begins none. */
function withLineEnds(escaped: string): string {
  return escaped.replace(/\\./g, (unit) => (unit === '\\n' ? '\n' : unit));
}

function isTables(model: TomlModel): model is readonly TomlTable[] {
  return isList(model) && model.length > 0 && model.every(isTable);
}
