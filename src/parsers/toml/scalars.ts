import type { Scalar } from '../../core/value.ts';
import type { Cursor } from './cursor.ts';
import { quotesAt, readString } from './strings.ts';

/** Up to where the next value, comment or line can begin. */
const WORD = /[^\s,[\]{}#"'=]+/y;
/** A time behind a date and a space. */
const TIME_OF_DAY = / \d\d:[^\s,[\]{}#"'=]*/y;
/** What was meant as a value but is none. */
const LOOSE = /[^\s,[\]{}#][^\r\n,[\]{}#]*/y;

const INTEGER =
  /^(?:[+-]?(?:0|[1-9](?:_?\d)*)|0x[\dA-Fa-f](?:_?[\dA-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/;
const FLOAT = /^[+-]?(?:(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|inf|nan)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?$/;
const ZONED = /^(.*?)(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/s;

/** Reads a string, a number, a date or a boolean; nothing when no such thing starts here. */
export function readScalar(cursor: Cursor): Scalar | undefined {
  const start = cursor.at;
  if (quotesAt(cursor.source, start)) {
    const text = readString(cursor);
    return { kind: 'scalar', range: cursor.rangeFrom(start), type: 'string', text };
  }
  const word = cursor.take(WORD);
  if (word === undefined) return undefined;
  if (DATE.test(word)) cursor.take(TIME_OF_DAY);
  const type = typeOf(cursor.source.slice(start, cursor.at));
  if (!type) {
    cursor.fail('a value is neither quoted nor a number, a date, true or false', start);
    cursor.at = start;
    const loose = cursor.take(LOOSE) ?? '';
    cursor.at -= loose.length - loose.trimEnd().length;
  }
  const text = cursor.text.slice(start, cursor.at);
  return { kind: 'scalar', range: text.range, type: type ?? 'string', text };
}

/** Dates and times count as numbers: no reader of configs takes them for texts. */
function typeOf(word: string): Scalar['type'] | undefined {
  if (word === 'true' || word === 'false') return 'boolean';
  return INTEGER.test(word) || FLOAT.test(word) || isDateOrTime(word) ? 'number' : undefined;
}

function isDateOrTime(word: string): boolean {
  if (TIME.test(word)) return true;
  if (!isDate(word.slice(0, 10))) return false;
  if (word.length === 10) return true;
  const time = ZONED.exec(word.slice(11))![1]!;
  return /[Tt ]/.test(word[10]!) && TIME.test(time);
}

function isDate(word: string): boolean {
  const [, year, month, day] = DATE.exec(word)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
