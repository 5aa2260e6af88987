import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import { parseJsonc } from '../jsonc.ts';

/** The mapping or the list that an argument has as JSON; nothing when it is something else. */
export function readJsonArgument(text: LocatedText): Value | undefined {
  const trimmed = text.trim();
  const source = trimmed.reveal();
  if (!/^[{[]/.test(source)) return undefined;
  // Windows PowerShell takes quotes out of arguments unless they are escaped: `'{\"name\":\"x\"}'`.
  const plain = /^[{[][\s{[]*\\"/.test(source) ? withoutBackslashes(trimmed) : trimmed;
  const { root } = parseJsonc(plain);
  if (root?.kind === 'mapping') return root.entries.length > 0 ? root : undefined;
  return root?.kind === 'sequence' && root.items.length > 0 ? root : undefined;
}

/** Each `\"` as `"`. */
function withoutBackslashes(text: LocatedText): LocatedText {
  const source = text.reveal();
  const sources: number[] = [];
  let decoded = '';
  for (let index = 0; index < source.length; index++) {
    sources.push(index);
    if (source[index] === '\\' && source[index + 1] === '"') index += 1;
    decoded += source[index];
  }
  return text.decoded(decoded, [...sources, source.length]);
}
