import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { SyntaxFault } from '../dialects.ts';
import { MAX_VALUES } from '../jsonc.ts';
import { Cursor } from './cursor.ts';
import { readKey } from './keys.ts';
import { newTable, type Step, type Table } from './nodes.ts';
import { openTable } from './tables.ts';
import { isTooDeep, readPair } from './values.ts';

/** A line that opens a table, or one (or more, where its value has many) that sets a key. */
export interface Statement {
  readonly kind: 'header' | 'pair';
  /** From its first character to the last of its value, or to the closing bracket. */
  readonly range: Range;
  /** The table that a header opens, or whose lines a pair is one of. */
  readonly table: Table;
  /** Where its key leads; a header's from the root, a pair's from its table. */
  readonly steps: readonly Step[];
  /** The header of the lines that it is one of, or itself; nothing for lines in front of all headers. */
  readonly header: Statement | undefined;
}

/** A document as it is written. */
export interface TomlDocument {
  readonly root: Table;
  readonly statements: readonly Statement[];
  readonly fault?: SyntaxFault;
}

/** Reads TOML 1.1, which has all of 1.0. What is broken is left out, line by line, beside the first fault. */
export function readDocument(text: LocatedText): TomlDocument {
  const reader = new DocumentReader(text);
  reader.read();
  const { root, statements, cursor } = reader;
  return { root, statements, ...(cursor.fault && { fault: cursor.fault }) };
}

const CONFLICT_MARKER = /(?:<{7}|={7}|>{7}|\|{7})(?!=)[^\r\n]*/y;

class DocumentReader {
  readonly cursor: Cursor;
  readonly root: Table;
  readonly statements: Statement[] = [];
  #table: Table;
  #header: Statement | undefined;
  #depth = 0;

  constructor(text: LocatedText) {
    this.cursor = new Cursor(text);
    this.root = newTable('root', text.range);
    this.#table = this.root;
  }

  read(): void {
    const { cursor } = this;
    if (countValues(cursor.source) > MAX_VALUES) {
      cursor.fail(`more than ${MAX_VALUES} values`, 0, 'unreadable');
      return;
    }
    for (cursor.skipLines(); !cursor.atEnd; cursor.skipLines()) {
      const start = cursor.at;
      if (cursor.take(CONFLICT_MARKER) !== undefined) cursor.fail('merge conflict marker', start);
      else if (!(cursor.next === '[' ? this.#readHeader() : this.#readPair())) cursor.skipRest();
      else {
        cursor.skipSpace();
        cursor.skipComment();
        if (!cursor.atLineEnd) cursor.fail('a line end is missing');
        this.#own();
      }
    }
  }

  /** `[a.b]` or `[[a.b]]`. What is missing of a broken one is a fault; its lines are those of what its key names. */
  #readHeader(): boolean {
    const { cursor } = this;
    const start = cursor.at;
    const ofList = cursor.eat('[[');
    if (!ofList) cursor.eat('[');
    const key = readKey(cursor);
    const close = ofList ? ']]' : ']';
    const isClosed = cursor.eat(close);
    if (!isClosed) cursor.fail('a closing bracket is missing');
    if (key.length === 0) {
      // Lines that belong to nothing that has a name.
      this.#table = newTable('header');
      return false;
    }
    if (isTooDeep(cursor, key, 0)) return false;
    const range = cursor.rangeFrom(start);
    const { table, steps } = openTable(cursor, this.root, key, ofList, range);
    this.#table = table;
    this.#depth = steps.length;
    this.#add('header', range, steps);
    return isClosed;
  }

  #readPair(): boolean {
    const { cursor } = this;
    const start = cursor.at;
    const steps = readPair(cursor, this.#table, this.#depth);
    if (steps) this.#add('pair', cursor.rangeFrom(start), steps);
    return steps !== undefined;
  }

  #add(kind: Statement['kind'], range: Range, steps: readonly Step[]): void {
    const statement: { -readonly [Key in keyof Statement]: Statement[Key] } = {
      kind,
      range,
      table: this.#table,
      steps,
      header: this.#header,
    };
    if (kind === 'header') {
      statement.header = statement;
      this.#header = statement;
    }
    this.statements.push(statement);
  }

  /** The line is its table's, with its end. */
  #own(): void {
    const { own } = this.#table;
    if (this.#table.form !== 'header' || !own) return;
    const { source, at, text } = this.cursor;
    const lineEnd = source.startsWith('\r\n', at) ? 2 : source[at] === '\n' ? 1 : 0;
    this.#table.own = { start: own.start, end: text.offsetAt(at + lineEnd) };
  }
}

function countValues(source: string): number {
  let found = 0;
  for (const character of ['[', ',', '='])
    for (let at = source.indexOf(character); at >= 0; at = source.indexOf(character, at + 1)) found += 1;
  return found;
}
