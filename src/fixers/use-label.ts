import { label } from '../core/label.ts';
import type { Use } from '../core/use.ts';
import { isSpeakable } from '../credentials/slot-label.ts';
import { parseReference } from '../vaults/reference.ts';
import { labelOfReference } from './reference-label.ts';

const HIDDEN = '…';
/** Letters of one case in short parts: nothing that an issuer makes. */
const FLAG = /^-[A-Za-z]$|^--?[a-z]{1,14}(?:-[a-z]{1,14}){0,4}$/;

/**
 * What a use is, in a line or two. Of a command line the program, flags, references, origins of addresses and what looks
 * like a package or a path are shown: other words may be credentials that were not moved. How many those are is told,
 * since one of them may be a command.
 */
export function describeUse(use: Use): string {
  if (use.kind === 'origin') return `the header ${label(use.header)} for ${label(use.origin)}`;
  const [program = '', ...rest] = use.words;
  const shown = rest.map(labelOfWord);
  const words = [label(program), ...shown].join(' ');
  const where = use.program === '' ? 'a program that is not there' : label(use.program);
  const folder = use.folder === undefined ? '' : ` in ${label(use.folder)}`;
  const place =
    use.place === 'argument' ? 'an argument' : `the variable ${label(use.place.replace(/^env /, ''))}`;
  const names = use.variables.filter(({ required }) => required).map(({ name }) => label(name));
  const set = names.length === 0 ? '' : `, with ${names.join(', ')} as set there`;
  const hidden = shown.filter((word) => word.includes(HIDDEN)).length;
  const unseen =
    hidden === 0 ? '' : `; not all is shown of ${hidden} ${hidden === 1 ? 'word' : 'words'}: see the file`;
  return `${place} of: ${words} (${where}${folder}${set}${unseen})`;
}

function labelOfWord(word: string): string {
  const reference = parseReference(word);
  if (reference) return labelOfReference(reference);
  const [flag = '', ...values] = word.split('=');
  if (values.length > 0 && FLAG.test(flag)) return `${flag}=${labelOfWord(values.join('='))}`;
  const origin = originOf(word);
  if (origin !== undefined) return `${label(origin)}${HIDDEN}`;
  if (word === '--' || FLAG.test(word)) return word;
  const isName = /^(?:@?[\w.~-]*\/)*[\w.~@-]+$/.test(word) && (/[/]|mcp/i.test(word) || isSpeakable(word));
  return isName ? label(word) : HIDDEN;
}

/** Whom an address names: user information, path and query may hold a credential. */
function originOf(word: string): string | undefined {
  if (!/^[a-z][a-z+.-]{1,20}:\/\//i.test(word) || !URL.canParse(word)) return undefined;
  const { protocol, host } = new URL(word);
  return host === '' ? undefined : `${protocol}//${host}`;
}
