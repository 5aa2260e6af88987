import { label } from '../core/label.ts';
import type { Use } from '../core/use.ts';
import { isSpeakable } from '../credentials/slot-label.ts';
import { parseReference } from '../vaults/reference.ts';
import { labelOfReference } from './reference-label.ts';

const HIDDEN = '…';
const FLAG = /^--?[A-Za-z][A-Za-z-]{0,40}$/;

/**
 * What a use is, in a line or two. Of a command line the program, flags, references and what looks like a package or a
 * path are shown: other words may be credentials that were not moved.
 */
export function describeUse(use: Use): string {
  if (use.kind === 'origin') return `the header ${label(use.header)} for ${label(use.origin)}`;
  const [program = '', ...rest] = use.words;
  const words = [label(program), ...rest.map(labelOfWord)].join(' ');
  const where = use.program === '' ? 'a program that is not there' : label(use.program);
  const folder = use.folder === undefined ? '' : ` in ${label(use.folder)}`;
  const place =
    use.place === 'argument' ? 'an argument' : `the variable ${label(use.place.replace(/^env /, ''))}`;
  const names = use.variables.filter(({ required }) => required).map(({ name }) => label(name));
  const set = names.length === 0 ? '' : `, with ${names.join(', ')} as set there`;
  return `${place} of: ${words} (${where}${folder}${set})`;
}

function labelOfWord(word: string): string {
  const reference = parseReference(word);
  if (reference) return labelOfReference(reference);
  if (word === '--' || (FLAG.test(word) && (word.length === 2 || isSpeakable(word.replace(/^-+/, '')))))
    return word;
  const isName = /^(?:@?[\w.~-]*\/)*[\w.~@-]+$/.test(word) && (/[/]|mcp/i.test(word) || isSpeakable(word));
  return isName ? label(word) : HIDDEN;
}
