import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import ts from 'typescript';
import { parse as parseYaml } from 'yaml';
import type { Layer } from './marked.ts';

/** Takes an encoding off again, with parsers that are not ours. */
const UNDO: Readonly<Record<Layer, (text: string) => string>> = {
  json: (text) => JSON.parse(`"${text}"`) as string,
  percent: decodeURIComponent,
  base64: (text) => Buffer.from(text, 'base64').toString(),
  'toml-basic': (text) => (getStaticTOMLValue(parseTOML(`x = "${text}"`)) as { x: string }).x,
  'toml-lines': (text) => (getStaticTOMLValue(parseTOML(`x = """${text}"""`)) as { x: string }).x,
  'yaml-double': (text) => parseYaml(`"${text}"`) as string,
  'yaml-single': (text) => text.replaceAll("''", "'"),
  'yaml-block': (text) => text.replace(/\r?\n[ \t]*/g, '\n'),
  script: (text) => literal(`"${text}"`),
  'script-template': (text) => literal(`\`${text}\``),
  'script-joined': (text) => text.replace(/['"`]\s*\+\s*['"`]/, ''),
  'shell-double': (text) => text.replace(/\\(["$`\\])/g, '$1'),
  'shell-single': (text) => text.replaceAll("'\\''", "'"),
};

/** The value that `text`, written with `layers`, stands for. */
export function undoLayers(text: string, layers: readonly Layer[]): string {
  return layers.toReversed().reduce((value, layer) => UNDO[layer](value), text);
}

/** Whether a stretch of a base64 text holds a value; it may begin in the middle of a byte. */
export function holdsInBase64(text: string, value: string, layers: readonly Layer[]): boolean {
  const coded = layers.indexOf('base64');
  const inside = layers.slice(0, coded);
  // Only JSON was written into base64 in a way that can be repeated.
  if (inside.some((layer) => layer !== 'json')) return true;
  const wanted = inside.reduce((written) => JSON.stringify(written).slice(1, -1), value);
  const plain = undoLayers(text, layers.slice(coded + 1));
  return [0, 1, 2, 3].some((shift) => UNDO.base64(`${'A'.repeat(shift)}${plain}`).includes(wanted));
}

function literal(code: string): string {
  const source = ts.createSourceFile('x.js', code, ts.ScriptTarget.Latest);
  const [statement] = source.statements;
  return statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    ts.isStringLiteralLike(statement.expression)
    ? statement.expression.text
    : '';
}
