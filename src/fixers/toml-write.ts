import type { Style } from './json-style.ts';
import type { NewValue } from './syntax.ts';

/** How new TOML is laid out where its neighbours do not tell. */
export interface TomlStyle extends Style {
  /** The file has its strings in single quotes where they can be. */
  readonly literal: boolean;
}

/** A value as TOML. `indent` is that of the line that it begins on; without it all of the value goes on one line. */
export function writeToml(value: NewValue, style: TomlStyle, indent: string | undefined): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, style.literal);
  if (isList(value)) {
    if (value.length === 0) return '[]';
    if (indent === undefined || !style.spreads.sequence)
      return `[${value.map((item) => writeToml(item, style, undefined)).join(`,${style.space}`)}]`;
    const line = style.lineEnd + indent;
    const items = value.map((item) => `${line}${style.unit}${writeToml(item, style, indent + style.unit)},`);
    return `[${items.join('')}${line}]`;
  }
  const members = Object.entries(value).map(
    ([key, member]) => writeKey(key) + style.colon + writeToml(member, style, undefined),
  );
  if (members.length === 0) return '{}';
  return `{${style.padding}${members.join(`,${style.space}`)}${style.padding}}`;
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}

export function writeKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : writeString(key, false);
}

/** A string on one line, in single quotes if that is wanted and can be. */
export function writeString(text: string, literal: boolean): string {
  return literal && fitsLiteral(text) ? `'${text}'` : `"${escapeBasic(text)}"`;
}

/** Whether a text can stand between single quotes on one line. */
export function fitsLiteral(text: string): boolean {
  return !/['\0-\x08\x0a-\x1f\x7f]/.test(text);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text as it stands between double quotes, one or three. TOML has no way to write half a surrogate pair. */
export function escapeBasic(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/["\\\0-\x1f\x7f]/g, (unit) => {
    return ESCAPES[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
