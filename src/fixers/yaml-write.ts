import type { NewValue } from './syntax.ts';
import { writeText } from './yaml-plain.ts';
import type { YamlStyle } from './yaml-style.ts';

/** A value on one line, as it may stand in braces or brackets. */
export function writeFlow(value: NewValue): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value, true);
  if (isList(value)) return `[${value.map(writeFlow).join(', ')}]`;
  const members = Object.entries(value).map(([key, item]) => `${writeText(key, true)}: ${writeFlow(item)}`);
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}

/**
 * What stands behind a `:` or a `-`: the white space between and the value, which may go on in further lines. `column`: of
 * the key or of the `-`.
 */
export function writeBehind(value: NewValue, style: YamlStyle, column: number, after: ':' | '-'): string {
  if (typeof value === 'string') return ` ${writeText(value, false)}`;
  if (typeof value === 'boolean') return ` ${value}`;
  const lines = isList(value) ? value : Object.values(value);
  if (
    lines.length === 0 ||
    (isList(value) && style.flowLists && value.every((item) => typeof item !== 'object'))
  )
    return ` ${writeFlow(value)}`;
  const inner = after === '-' ? column + 2 : column + (isList(value) ? style.listStep : style.step);
  const items = isList(value)
    ? value.map((item) => writeItem(undefined, item, style, inner))
    : Object.entries(value).map(([key, item]) => writeItem(key, item, style, inner));
  const line = style.lineEnd + ' '.repeat(inner);
  return (after === '-' ? ' ' : line) + items.join(line);
}

/** A member of a mapping, or an item of a list, that begins in a column. */
export function writeItem(
  key: string | undefined,
  value: NewValue,
  style: YamlStyle,
  column: number,
): string {
  if (key === undefined) return `-${writeBehind(value, style, column, '-')}`;
  return `${writeText(key, false)}:${writeBehind(value, style, column, ':')}`;
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}
