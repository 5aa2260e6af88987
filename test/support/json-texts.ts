import * as fc from 'fast-check';
import type { Model } from './config-model.ts';

const scalar: fc.Arbitrary<Model> = fc
  .oneof(
    fc.constantFrom(
      '',
      'x',
      'Bearer x',
      '// no comment',
      '/* none */',
      'a,b',
      '}',
      '"',
      '\\',
      'é',
      '\u{1f511}',
      '\n',
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  )
  .map((value) => ({ kind: 'scalar', value }));
const keys = fc.constantFrom('a', 'b', 'env', 'args', 'command', '//', ',', '"', '__proto__', 'ключ');

/** Deep and broad, with duplicate keys. */
export const models: fc.Arbitrary<Model> = fc.letrec<{ value: Model; container: Model }>((tie) => ({
  value: fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 2, arbitrary: tie('container') }),
  container: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .array(fc.tuple(keys, tie('value')), { maxLength: 4 })
      .map((entries): Model => ({ kind: 'mapping', entries })),
    fc.array(tie('value'), { maxLength: 4 }).map((items): Model => ({ kind: 'sequence', items })),
  ),
})).container;

/** The ways in which a text is laid out; `gaps` are what may stand where white space may. */
export interface Layout {
  readonly gaps: readonly string[];
  readonly trailing: readonly boolean[];
  readonly escapes: readonly boolean[];
}

const GAPS = [
  '',
  '',
  '',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n\t\t',
  '\r\n',
  '\r\n    ',
  '\r',
  ' // c, "x": [\n',
  '/**/',
  ' /* } */ ',
  '\n  // line\r\n  ',
];

export const layouts: fc.Arbitrary<Layout> = fc.record({
  gaps: fc.oneof(
    fc.array(fc.constantFrom(...GAPS), { minLength: 1, maxLength: 40 }),
    fc.constantFrom([''], [' '], ['\n  '], ['\r\n\t']),
  ),
  trailing: fc.oneof(
    fc.constant([false]),
    fc.constant([true]),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
  ),
  escapes: fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
});

/** A model as JSON with comments, laid out in this way. */
export function printModel(model: Model, layout: Layout): string {
  let [gapAt, trailingAt, escapeAt] = [0, 0, 0];
  const gap = () => layout.gaps[gapAt++ % layout.gaps.length]!;
  const trailing = () => layout.trailing[trailingAt++ % layout.trailing.length]!;
  const text = (value: string) => {
    const plain = JSON.stringify(value);
    if (!layout.escapes[escapeAt++ % layout.escapes.length]!) return plain;
    const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return `"${Array.from({ length: value.length }, (_, index) => escaped(value[index]!)).join('')}"`;
  };
  const print = (value: Model): string => {
    if (value.kind === 'scalar')
      return typeof value.value === 'string' ? text(value.value) : JSON.stringify(value.value);
    const items =
      value.kind === 'mapping'
        ? value.entries.map(([key, member]) => `${text(key)}${gap()}:${gap()}${print(member)}`)
        : value.items.map(print);
    const written = items.map((item) => `${gap()}${item}${gap()}`).join(',');
    const end = items.length > 0 && trailing() ? `,${gap()}` : items.length > 0 ? '' : gap();
    return value.kind === 'mapping' ? `{${written}${end}}` : `[${written}${end}]`;
  };
  return `${gap()}${print(model)}${gap()}`;
}
