import { encodeEach, type Marked, type Text } from './marked.ts';
import type { Random } from './random.ts';
import { Sink } from './sink.ts';

/** Entries in order; a key may come twice. */
export interface Fields {
  readonly fields: readonly (readonly [string, Node])[];
  /** Name by which a YAML document says the same again. */
  readonly anchor?: string;
}

/** A mapping that stands elsewhere in a YAML document; under the key `<<` its entries count as entries here. */
export interface Alias {
  readonly alias: Fields & { readonly anchor: string };
}

/** A document before it is written down. */
export type Node = Text | number | boolean | null | readonly Node[] | Fields | Alias;

export interface Style {
  /** Empty for everything on one line. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  readonly comments: boolean;
  readonly trailingCommas: boolean;
  /** Lists of scalars stay on one line. */
  readonly shortLists: boolean;
  /** Share of strings that get needless escapes. */
  readonly escapes: number;
}

export const fields = (...entries: readonly (readonly [string, Node])[]): Fields => ({ fields: entries });

const COMPACT: Style = {
  indent: '',
  eol: '\n',
  comments: false,
  trailingCommas: false,
  shortLists: true,
  escapes: 0,
};

export const isText = (node: Node): node is Text =>
  typeof node === 'string' || (isObject(node) && 'text' in node);
export const isAlias = (node: Node): node is Alias => isObject(node) && 'alias' in node;
export const isFields = (node: Node): node is Fields => isObject(node) && 'fields' in node;
export const isList = (node: Node): node is readonly Node[] => Array.isArray(node);
const isObject = (node: Node): node is Marked | Fields | Alias | readonly Node[] =>
  typeof node === 'object' && node !== null;

/** Compact JSON text, to be put inside a string. */
export const jsonText = (node: Node): Marked => writeTree(node, COMPACT, undefined);

/** The value that a reader gets; the last of several equal keys wins. */
export function plainValue(node: Node): unknown {
  if (isText(node)) return typeof node === 'string' ? node : node.text;
  if (isList(node)) return node.map(plainValue);
  if (isAlias(node)) return plainValue(node.alias);
  if (!isFields(node)) return node;
  const merged = node.fields.filter(([key, value]) => key === '<<' && isAlias(value));
  const own = node.fields.filter(([key, value]) => !(key === '<<' && isAlias(value)));
  return Object.assign(
    {},
    ...merged.map(([, value]) => plainValue(value)),
    Object.fromEntries(own.map(([key, value]) => [key, plainValue(value)])),
  );
}

const COMMENTS = [
  '// see the wiki page',
  '// TODO: rotate',
  '/* local only */',
  '// 🔑 do not commit',
  '/* übrig? */ // ok',
];

/** Writes a document in a style; `random` decides about comments and needless escapes. */
export function writeTree(root: Node, style: Style, random: Random | undefined): Marked {
  const sink = new Sink();
  const put = (text: Text): void => sink.put(text);
  const newline = (depth: number): void =>
    put(style.indent === '' ? '' : style.eol + style.indent.repeat(depth));
  const remark = (): void => {
    if (!style.comments || style.indent === '' || random?.chance(0.06) !== true) return;
    put(` ${random.pick(COMMENTS)}`);
  };
  const colon = style.indent === '' ? ':' : ': ';
  const string = (text: Text): Marked => writeString(text, style, random);
  const list = <T>(
    items: readonly T[],
    depth: number,
    brackets: string,
    flat: boolean,
    each: (item: T) => void,
  ): void => {
    put(brackets[0] as string);
    items.forEach((item, index) => {
      if (!flat) newline(depth + 1);
      each(item);
      if (index < items.length - 1) put(flat && style.indent !== '' ? ', ' : ',');
      else if (style.trailingCommas && !flat) put(',');
      if (!flat) remark();
    });
    if (!flat && items.length > 0) newline(depth);
    put(brackets[1] as string);
  };
  const write = (node: Node, depth: number): void => {
    if (isText(node)) put(string(node));
    else if (isList(node)) {
      const flat =
        style.indent === '' ||
        (style.shortLists && node.every((item: Node) => isText(item) || !isObject(item)));
      list(node, depth, '[]', flat, (item: Node) => write(item, depth + 1));
    } else if (isAlias(node)) write(node.alias, depth);
    else if (!isFields(node)) put(String(node));
    else {
      list(node.fields, depth, '{}', style.indent === '', ([key, value]) => {
        put(string(key));
        put(colon);
        write(value, depth + 1);
      });
    }
  };
  if (style.comments && style.indent !== '' && random?.chance(0.3) === true)
    put(`${random.pick(COMMENTS)}${style.eol}`);
  write(root, 0);
  if (style.indent !== '') put(style.eol);
  return sink.marked;
}

function writeString(text: Text, style: Style, random: Random | undefined): Marked {
  const needless = random?.chance(style.escapes) === true;
  const slashes = needless && random.chance(0.5);
  const body = encodeEach(text, 'json', (char) => {
    if (needless && char === '/' && slashes) return '\\/';
    if (needless && !slashes && /[A-Za-z0-9=_-]/.test(char) && random.chance(0.2))
      return unicodeEscape(char, random);
    return JSON.stringify(char).slice(1, -1);
  });
  return {
    text: `"${body.text}"`,
    spans: body.spans.map((span) => ({ ...span, start: span.start + 1, end: span.end + 1 })),
  };
}

function unicodeEscape(char: string, random: Random): string {
  const hex = char.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${random.chance(0.5) ? hex.toUpperCase() : hex}`;
}
