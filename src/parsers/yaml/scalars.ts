import type { CST } from 'yaml';
import type { LocatedText } from '../../core/located-text.ts';
import type { Scalar } from '../../core/value.ts';
import { decodeBlock } from './block-text.ts';
import type { Faults } from './faults.ts';
import { decodeDouble, decodePlain, decodeSingle } from './flow-text.ts';
import { coreTag, typeOfPlain } from './scalar-type.ts';

export interface ScalarPlace {
  readonly tag?: CST.SourceToken;
  /** It is the whole document. */
  readonly atRoot: boolean;
}

/** Reads a text, however it is written. */
export function readScalar(
  token: CST.FlowScalar | CST.BlockScalar,
  text: LocatedText,
  { tag, atRoot }: ScalarPlace,
  faults: Faults,
): { readonly scalar: Scalar; readonly end: number } {
  const { offset } = token;
  if (token.type === 'block-scalar') {
    const block = decodeBlock(token, text, atRoot, faults);
    const { range } = text.slice(offset, block.end);
    return {
      scalar: tagged(tag, { kind: 'scalar', range, type: 'string', text: block.text }),
      end: block.end,
    };
  }
  const end = offset + token.source.length;
  const written = text.slice(offset, end);
  const { range } = written;
  if (token.type === 'scalar') {
    if (/^[,%|>@`\t]/.test(token.source)) faults.syntax(offset, 'start');
    const plain = decodePlain(written);
    const type = tag ? 'string' : typeOfPlain(plain.reveal());
    return { scalar: tagged(tag, { kind: 'scalar', range, type, text: plain }), end };
  }
  const decoded = token.type === 'single-quoted-scalar' ? decodeSingle(written) : decodeDouble(written);
  if (decoded.invalid) faults.syntax(offset + decoded.invalid.index, decoded.invalid.reason);
  return { scalar: tagged(tag, { kind: 'scalar', range, type: 'string', text: decoded.text }), end };
}

/** A value of which nothing is written; `index`: where it would be. */
export function emptyScalar(text: LocatedText, index: number, tag?: CST.SourceToken): Scalar {
  const empty = text.slice(index, index);
  return tagged(tag, { kind: 'scalar', range: empty.range, type: tag ? 'string' : 'null', text: empty });
}

const TYPES: Readonly<Record<string, Scalar['type']>> = {
  int: 'number',
  float: 'number',
  bool: 'boolean',
  null: 'null',
};

/** Tags of programs that put something else there (Home Assistant, ESPHome, Ansible), as `findReferences` knows them. */
const ELSEWHERE = /^!(?:secret|env|vault)$/;

/** What a tag makes of a text. */
function tagged(tag: CST.SourceToken | undefined, scalar: Scalar): Scalar {
  if (!tag) return scalar;
  const core = coreTag(tag.source);
  const { text } = scalar;
  if (core === undefined)
    return ELSEWHERE.test(tag.source)
      ? { ...scalar, text: text.decodedWhole(`${tag.source} ${text.reveal()}`) }
      : scalar;
  if (core === 'binary') {
    const decoded = Buffer.from(text.reveal(), 'base64').toString('utf8');
    return decoded.includes('\ufffd') ? scalar : { ...scalar, text: text.decodedWhole(decoded) };
  }
  return { ...scalar, type: TYPES[core] ?? 'string' };
}
