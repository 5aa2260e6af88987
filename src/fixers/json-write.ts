import type { Style } from './json-style.ts';
import type { NewValue } from './syntax.ts';

/** How strings and keys are written, quotes included. */
export interface Words {
  string(text: string): string;
  key(text: string): string;
}

export const JSON_WORDS: Words = {
  string: (text) => JSON.stringify(text),
  key: (text) => JSON.stringify(text),
};

/** A value as JSON. `indent` is that of the line that it begins on; without it all of the value goes on one line. */
export function writeValue(
  value: NewValue,
  style: Style,
  indent: string | undefined,
  words: Words = JSON_WORDS,
): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return words.string(value);
  const isList = isSequence(value);
  const members = isList ? value : Object.values(value);
  const [open, close] = isList ? '[]' : '{}';
  if (members.length === 0) return open! + close!;
  const spread =
    indent !== undefined &&
    (style.spreads[isList ? 'sequence' : 'mapping'] || members.some((member) => typeof member === 'object'));
  const within = spread ? indent + style.unit : undefined;
  const items = isList
    ? value.map((item) => writeValue(item, style, within, words))
    : Object.entries(value).map(
        ([key, item]) => words.key(key) + style.colon + writeValue(item, style, within, words),
      );
  if (spread) {
    const line = style.lineEnd + indent;
    return `${open}${items.map((item) => line + style.unit + item).join(',')}${line}${close}`;
  }
  const padding = isList ? '' : style.padding;
  return `${open}${padding}${items.join(`,${style.space}`)}${padding}${close}`;
}

function isSequence(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}
