import { GUARDED_VARIABLES, type GuardedVariables, HARMLESS_VARIABLES } from './guarded-variables.ts';
import { NamePatterns } from './name-patterns.ts';
import { sha256 } from './sha256.ts';

let patterns: NamePatterns<GuardedVariables | undefined> | undefined;

/** The row that a variable stands in; nothing for most. */
export function guardOf(name: string): GuardedVariables | undefined {
  patterns ??= new NamePatterns<GuardedVariables | undefined>([
    { names: HARMLESS_VARIABLES, value: undefined },
    ...GUARDED_VARIABLES.map((row) => ({ names: row.names, value: row })),
  ]);
  return patterns.find(name);
}

const hashes = new Map<string, string>();

/** Of a variable's value, so that it can be told from others later: values may hold passwords. 66 bits of SHA-256. */
export function hashOf(name: string, value: string): string {
  const text = `${name}\0${value}`;
  let hash = hashes.get(text);
  if (hash === undefined) {
    hash = sha256(text).slice(0, 11);
    hashes.set(text, hash);
  }
  return hash;
}
