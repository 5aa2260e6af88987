import type { Edit } from '../core/edit.ts';
import type { List, Table } from '../parsers/toml/nodes.ts';
import type { Statement } from '../parsers/toml/read-document.ts';
import { lineIndent } from './json-style.ts';
import { type Addition, type ContainerChange, type NewValue, Unwritable } from './syntax.ts';
import { colonOf, type TomlLayout } from './toml-layout.ts';
import { stepsOf, writtenPath } from './toml-path.ts';
import {
  addAbove,
  addBefore,
  addBehind,
  addBlock,
  addBlockAbove,
  addBlockHere,
  cutLine,
} from './toml-place.ts';
import { writeKey, writeToml } from './toml-write.ts';

/** A statement that belongs to a table, and which member of that; -1 for its own header. */
interface Line {
  readonly statement: Statement;
  readonly member: number;
}

/** Changes a table that headers, lines or keys with dots make. Throws Unwritable. */
export function editTable(layout: TomlLayout, table: Table, change: ContainerChange): readonly Edit[] {
  return new TableEdit(layout, table, change).edits();
}

class TableEdit {
  readonly #layout: TomlLayout;
  readonly #table: Table;
  readonly #added: readonly Addition[];
  readonly #lines: readonly Line[];
  readonly #gone: readonly Line[];
  /** Its `key = value` lines that stay. */
  readonly #body: readonly Line[];

  constructor(layout: TomlLayout, table: Table, { removed, added }: ContainerChange) {
    this.#layout = layout;
    this.#table = table;
    this.#added = added;
    this.#lines = linesOf(layout.statements, table);
    this.#gone = this.#lines.filter(({ member }) => removed.has(member));
    this.#body = this.#lines.filter((line) => this.#isBody(line) && !removed.has(line.member));
  }

  edits(): Edit[] {
    const { source } = this.#layout;
    const tables = this.#added.filter((addition) => this.#getsHeader(addition));
    const pairs = this.#added.filter((addition) => !tables.includes(addition));
    const cut = (lines: readonly Line[]) => lines.map(({ statement }) => cutLine(source, statement.range));
    if (!this.#isGone()) return [...this.#addPairs(pairs), ...this.#addTables(tables), ...cut(this.#gone)];
    // Nothing would be left that makes the table.
    const first = this.#gone.find((line) => this.#isBody(line)) ?? this.#gone[0]!;
    const others = this.#gone.filter((line) => line !== first);
    return [{ range: first.statement.range, text: this.#anew(first, pairs, tables) }, ...cut(others)];
  }

  /** Of a table with dots in its key every line is in its body. */
  #isBody({ statement: { kind, table } }: Line): boolean {
    return kind === 'pair' && (table === this.#table || this.#table.form === 'dotted');
  }

  #getsHeader({ value }: Addition): boolean {
    if (typeof value !== 'object' || Array.isArray(value) || this.#table.form === 'dotted') return false;
    return this.#layout.hasSubTables || this.#table.form === 'implicit';
  }

  #isGone(): boolean {
    const { form } = this.#table;
    return (form === 'implicit' || form === 'dotted') && this.#gone.length === this.#lines.length;
  }

  #anew({ statement }: Line, pairs: readonly Addition[], tables: readonly Addition[]): string {
    const { source, style } = this.#layout;
    const path = writtenPath(source, statement, this.#table);
    const line = style.lineEnd + lineIndent(source, statement.range.start);
    if (this.#table.form === 'dotted')
      return pairs.length > 0 ? this.#write(pairs, statement).join(line) : `${path}${style.colon}{}`;
    const own = [`[${path}]`, ...this.#write(pairs, statement)].join(line);
    return [own, ...tables.map((one) => this.#writeTable(path, one))].join(style.lineEnd + line);
  }

  #addPairs(pairs: readonly Addition[]): Edit[] {
    const { source, style } = this.#layout;
    const groups = new Map<Line | undefined, Addition[]>();
    for (const addition of pairs) {
      const anchor = this.#body.findLast(({ member }) => member < addition.index);
      groups.set(anchor, [...(groups.get(anchor) ?? []), addition]);
    }
    return [...groups].map(([anchor, group]) => {
      if (!anchor) return this.#addFirst(group);
      const { statement } = anchor;
      const line = style.lineEnd + lineIndent(source, statement.range.start);
      const text = this.#write(group, statement).map((written) => line + written);
      return addBehind(source, statement.range.end, text.join(''));
    });
  }

  /** In front of all lines of the body. */
  #addFirst(group: readonly Addition[]): Edit {
    const { source, style, statements } = this.#layout;
    const next = this.#body[0]?.statement;
    const header = this.#lines.find(({ member, statement }) => member === -1 && statement.kind === 'header');
    const indent = lineIndent(source, (next ?? header?.statement)?.range.start ?? 0);
    const lines = this.#write(group, next).map((written) => indent + written);
    if (header) {
      const text = lines.map((line) => style.lineEnd + line).join('');
      return addBehind(source, header.statement.range.end, text);
    }
    const text = lines.map((line) => line + style.lineEnd).join('');
    if (next) return addBefore(source, next.range.start, text);
    const first = this.#lines[0]?.statement;
    if (this.#table.form === 'implicit' && first) {
      const path = writtenPath(source, first, this.#table);
      const own = `[${path}]${style.lineEnd}${text}${style.lineEnd}`;
      return addBlockAbove(this.#layout, first, own);
    }
    if (this.#table.form !== 'root') throw new Unwritable();
    if (statements[0]) return addAbove(this.#layout, statements[0], text + style.lineEnd);
    const isOpen = source !== '' && !/[\r\n]$/.test(source);
    const { length } = source;
    return { range: { start: length, end: length }, text: (isOpen ? style.lineEnd : '') + text };
  }

  #addTables(tables: readonly Addition[]): Edit[] {
    if (tables.length === 0) return [];
    const { source, style } = this.#layout;
    const named = this.#lines.find(({ statement }) => statement.kind === 'header')?.statement;
    const path = this.#table.form === 'root' ? '' : writtenPath(source, named!, this.#table);
    const block = tables.map((one) => this.#writeTable(path, one)).join(style.lineEnd + style.lineEnd);
    if (this.#table.form !== 'header') {
      const last = this.#lines.findLast((line) => !this.#gone.includes(line))?.statement;
      return [addBlock(source, last?.range.end ?? source.length, block, style.lineEnd)];
    }
    const { statement } = this.#body.at(-1) ?? this.#lines.find(({ member }) => member === -1)!;
    // Behind a line with dots in its key lines of the table that these make may be put.
    const isOwn = statement.kind === 'header' || statement.steps.length === 1;
    return [(isOwn ? addBlockHere : addBlock)(source, statement.range.end, block, style.lineEnd)];
  }

  #writeTable(path: string, { key, value }: Addition): string {
    return writeTable(`[${path === '' ? '' : `${path}.`}${writeKey(key!)}]`, value, this.#layout);
  }

  /** Lines without indentation, as `model` is written. */
  #write(pairs: readonly Addition[], model: Statement | undefined): string[] {
    const { source, style } = this.#layout;
    const colon = (model?.kind === 'pair' && colonOf(source, model)) || style.colon;
    const path = model && this.#table.form === 'dotted' ? `${writtenPath(source, model, this.#table)}.` : '';
    const indent = model ? lineIndent(source, model.range.start) : '';
    return pairs.map(({ key, value }) => path + writeKey(key!) + colon + writeToml(value, style, indent));
  }
}

/** A header and its lines. */
export function writeTable(header: string, value: NewValue, { style }: TomlLayout): string {
  if (typeof value !== 'object' || Array.isArray(value)) throw new Unwritable();
  const lines = Object.entries(value).map(
    ([key, member]) => writeKey(key) + style.colon + writeToml(member, style, ''),
  );
  return [header, ...lines].join(style.lineEnd);
}

/** The statements that lead to a table or through it, in the order of the document. */
function linesOf(statements: readonly Statement[], table: Table): Line[] {
  const places = new Map(table.entries.map((member, index) => [member, index]));
  return statements.flatMap((statement): Line[] => {
    const steps = stepsOf(statement);
    const at = table.form === 'root' ? 0 : steps.findIndex(({ node }) => node === table) + 1;
    if (at === 0 && table.form !== 'root') return [];
    const step = steps[at];
    return [{ statement, member: step ? places.get(step.member)! : -1 }];
  });
}

/** The statements of each item of a list of tables. */
export function linesOfItems(
  statements: readonly Statement[],
  list: List,
): readonly (readonly Statement[])[] {
  const places = new Map(list.items.map((item, index) => [item, index]));
  const lines = list.items.map((): Statement[] => []);
  for (const statement of statements) {
    const step = stepsOf(statement).find(({ member }) => member.value === list);
    if (step) lines[places.get(step.node)!]!.push(statement);
  }
  return lines;
}
