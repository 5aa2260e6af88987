import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import { append } from './append.ts';
import { type Carrier, inside } from './carrier.ts';
import { decompose } from './decompose.ts';

// `${NAME:-literal}` of shells and Claude Code, `${NAME-literal}`, `${env:NAME:-literal}`; the literal runs to the
// closing brace, and holds no other reference. Bounded, so that hostile text costs linear time.
const DEFAULT = /\$\{((?:env:)?[A-Za-z_][A-Za-z0-9_.]{0,200}):?-((?:[^}$]|\$(?!\{)){1,8192})\}/g;

/** The literals behind `:-` are slots under the variable's name; the text without them is looked at too. */
export function splitReferenceDefaults(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const source = text.reveal();
  if (!source.includes('${') || !source.includes('-')) return undefined;
  const slots: Slot[] = [];
  const rest: string[] = [];
  let done = 0;
  for (const match of source.matchAll(DEFAULT)) {
    const variable = match[1]!.replace(/^env:/, '');
    const literal = match[2]!;
    const end = match.index + match[0].length - 1;
    const inner = inside(carrier, {
      step: variable,
      kind: 'reference-default',
      name: `${carrier.name} ${variable}`.trim(),
    });
    append(slots, decompose(text.slice(end - literal.length, end), inner));
    // A plain reference of the same length keeps every other character in its place.
    const reference = `\${${'_'.repeat(match[0].length - 3)}}`;
    rest.push(source.slice(done, match.index), reference);
    done = match.index + match[0].length;
  }
  if (slots.length === 0) return undefined;
  const plain = rest.join('') + source.slice(done);
  const identity = Array.from({ length: plain.length + 1 }, (_, index) => index);
  return [...slots, ...decompose(text.decoded(plain, identity), { ...carrier, depth: carrier.depth + 1 })];
}
