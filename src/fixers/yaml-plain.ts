import { typeOfPlain } from '../parsers/yaml/scalar-type.ts';

/** What YAML 1.1 or a careless parser reads as something else: truth values, numbers with `_` or `:`, dates. */
const OTHERWISE =
  /^(?:y|n|yes|no|on|off|=|<<|[-+]?[0-9][0-9_]*(?:[:.][0-9_]*)*(?:[eE][-+]?[0-9]+)?|[-+]?0[bxo][0-9a-f_]+|[-+]?\.[0-9_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?)$/i;

/**
 * Whether a text, written as it is, is that text for every parser: no sign in it means anything, and it is not read as a
 * number, a truth value, nothing or a date.
 */
export function isPlain(text: string, inFlow: boolean): boolean {
  return (
    /^(?:-[^\s,[\]{}]|[^\s\-?:,[\]{}#&*!|>'"%@`=<~])/.test(text) &&
    // No control or separator characters, and no white space at the end.
    /^[\x20-\x7e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text) &&
    !/ $|:(?: |$)| #|^(?:---|\.\.\.)/.test(text) &&
    !(inFlow && /[,[\]{}]|:(?:$|[,[\]{}'"])/.test(text)) &&
    typeOfPlain(text) === 'string' &&
    !OTHERWISE.test(text)
  );
}

/** A text inside double quotes. */
export function escapeDouble(text: string): string {
  return (
    JSON.stringify(text)
      .slice(1, -1)
      // What is no printable character of YAML (section 5.1), and what ends a line for some parsers.
      .replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => unicodeEscape(character))
  );
}

/** The same where the text before or behind it may end: white space there folds. */
export function escapeDoubleInLines(text: string): string {
  return escapeDouble(text).replace(/^ | $/g, '\\x20');
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A text as short as it can be: without quotes where nothing speaks against it. */
export function writeText(text: string, inFlow: boolean): string {
  return isPlain(text, inFlow) ? text : `"${escapeDouble(text)}"`;
}
