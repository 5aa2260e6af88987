import { FreeNames } from './free-names.ts';
import type { InlineCredential } from './inline-credential.ts';

/** Longer names are cut: some systems show them nowhere in full. */
const LONGEST = 60;

/**
 * Name of a new variable for a credential of a server: `GITHUB_AUTHORIZATION`. Made of letters, digits and `_` only. A name
 * that the config has for a variable already is kept where it can be one.
 */
export function variableNameFor(server: string, { name, slot }: InlineCredential): string {
  const isVariable = slot.slot.kind === 'assignment' || slot.slot.kind === 'env';
  if (isVariable && /^[A-Za-z_]\w{0,127}$/.test(name)) return name;
  const words = wordsFor(server, name).join('_').toUpperCase().slice(0, LONGEST).replace(/_$/, '');
  return /^[A-Z]/.test(words) ? words : `MCP_${words}`.replace(/_$/, '');
}

/** Id of a new prompt: `github-authorization`. */
export function promptIdFor(server: string, { name }: InlineCredential): string {
  return wordsFor(server, name).join('-').toLowerCase().slice(0, LONGEST).replace(/-$/, '') || 'secret';
}

/** The words of both names; those of the server once where the other name begins with them. */
function wordsFor(server: string, name: string): string[] {
  const [first, own] = [splitWords(server), splitWords(name)];
  const repeats = first.every((word, index) => own[index]?.toLowerCase() === word.toLowerCase());
  return repeats ? own : [...first, ...own];
}

function splitWords(text: string): string[] {
  return text
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}

/** The name, or with the first number that makes it free. */
export function freeName(name: string, taken: Iterable<string>): string {
  return new FreeNames(taken, '_').take(name);
}
