import type { Value } from '../../core/value.ts';
import type { Node } from './nodes.ts';
import type { Reading } from './reading.ts';

/** `DEFAULT` of slots/reference-default.ts reads no others. */
const FITS_DEFAULT = /^(?:[^}$]|\$(?!\{)){1,8192}$/;

/**
 * What a value is that has a default, as in `a ?? 'b'`: the literal is what it is when the other is not there, as in
 * `${a:-b}`. `place` is what has the default in the expression `node`.
 */
export function withDefault(
  reading: Reading,
  node: Node,
  place: Node,
  values: readonly Value[],
  defaults: readonly Value[],
): readonly Value[] {
  const known = values.filter((value) => reading.referenceName(value) === undefined);
  const reference = values.find((value) => reading.referenceName(value) !== undefined);
  const name = reference && reading.referenceName(reference)!.replace(/^process\.env\./, '');
  const literals = defaults
    .filter((value) => reading.referenceName(value) === undefined && !isEmpty(value))
    .flatMap((value): readonly Value[] => {
      if (name === undefined || value.kind !== 'scalar' || value.type !== 'string') return [value];
      if (!FITS_DEFAULT.test(value.text.reveal())) return [value];
      const end = value.text.slice(value.text.length).decodedWhole('}');
      return reading.join(node, [reading.wordAt(place, `\${${name}:-`), value.text, end]);
    });
  const all = [...known, ...literals];
  return all.length > 0 ? all : values.slice(0, 1);
}

function isEmpty(value: Value): boolean {
  return value.kind === 'scalar' && (value.type === 'null' || value.text.length === 0);
}
