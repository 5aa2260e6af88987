import type { LocatedText } from '../core/located-text.ts';
import type { Path, Slot } from '../core/model.ts';
import { decompose } from './decompose.ts';

/** Members that say which variable a host is to read, never its value (Codex, Goose, Grok Build). */
export const NAMES_VARIABLE = /env_?(?:vars?|variable)(?:_?names?)?$|^env_?keys?$/i;

/** Mappings from headers to the variables that hold their values (Codex). */
export const HEADER_VARIABLES = /^env_(?:http_)?headers$/i;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The slot of a text where the name of a variable is wanted. It is a credential only if one was pasted there by mistake. */
export function slotsOfVariableName(text: LocatedText, name: string, path: Path): Slot[] {
  const isPasted = !isName(text.reveal());
  return decompose(text, {
    kind: 'property',
    name,
    path,
    depth: 0,
    ...(isPasted ? { declaredSecret: true } : { namesVariable: true }),
  });
}

/** Words with underscores between them; a generated text is one long piece with digits. */
function isName(text: string): boolean {
  if (!NAME.test(text)) return text.length < 16 || /\s/.test(text);
  return text.split('_').every((piece) => piece.length < 20 || !/\d/.test(piece));
}
