import type { Package } from '../core/launch.ts';
import { singleEdit } from './single-edit.ts';

/** Shorter names are too often one letter away from another that means something. */
const SHORTEST = 8;

/**
 * Whether a name is so written that it is taken for a known one. Names that may well be two things are no near miss: a
 * short word with another letter (`chroma`, `chrome`), a plural, a number. Both as their registry compares them.
 */
export function isNearMiss(registry: Package['registry'], known: string, name: string): boolean {
  if (name.length < SHORTEST || name === known) return false;
  // All that follows is about names of nearly the same length, or of one that lacks its scope.
  if (Math.abs(known.length - name.length) > 1 && !known.endsWith(name)) return false;
  // What describes a vendor's service is a natural name for the packages of others too (`notion-mcp-server`); nobody
  // else calls a server just `server-…`.
  if (known === `@modelcontextprotocol/${name}`) return true;
  // Whoever owns a scope or an account owns every name in it: only the part before can be a trap.
  const owned = known.lastIndexOf('/');
  if (registry === 'pypi' || owned < 0) return looksLike(known, name);
  const rest = known.slice(owned);
  return name.endsWith(rest) && looksLike(known.slice(0, owned), name.slice(0, -rest.length));
}

function looksLike(known: string, name: string): boolean {
  if (Math.abs(known.length - name.length) > 1 || known === name) return false;
  if (withoutSeparators(known) === withoutSeparators(name)) return true;
  const edit = singleEdit(known, name);
  if (edit === undefined) return false;
  const { kind, at, removed, added } = edit;
  const word = wordAt(known, at);
  if (kind === 'replace' && LOOK_ALIKE.has([removed, added].sort().join(''))) return word.length >= 5;
  // Numbers count versions, and another separator makes other words.
  if (!/^[a-z]+$/.test(removed + added)) return false;
  if (kind === 'replace') return word.length >= 8;
  // A slip of the finger: two letters swapped, one doubled, or one of two left out.
  const slip = kind === 'swap' || known[at - 1] === removed + added;
  if (slip) return word.length >= 5 || word === 'mcp';
  const inside = isLetter(known[at - 1]) && isLetter(known[kind === 'delete' ? at + 1 : at]);
  return inside ? word.length >= 6 : word.length >= 7 && removed + added !== 's';
}

/** Letters and digits that pass for each other at a glance, in pairs. */
const LOOK_ALIKE = new Set(['0o', '1i', '1l', '3e', '4a', '5s', '8b', 'il', 'uv']);

const isLetter = (unit: string | undefined) => unit !== undefined && /[a-z]/.test(unit);

const withoutSeparators = (name: string) => name.replace(/[-_.]/g, '');

/** The word that stands at an index, or ends there. */
function wordAt(name: string, at: number): string {
  const before = /[a-z0-9]*$/.exec(name.slice(0, at))?.[0] ?? '';
  const behind = /^[a-z0-9]*/.exec(name.slice(at))?.[0] ?? '';
  return before + behind;
}
